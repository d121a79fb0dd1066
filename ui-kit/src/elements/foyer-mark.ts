// The state of the connection, as part of the design: live is silent, after 5 s a small mark counts the seconds, after
// 30 s it says since when. What to do then is the screen's own to say, large.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Liveness } from '../connection/liveness.ts';
import { formatTime } from '../language/format.ts';
import { t } from '../strings/strings.ts';
import { FoyerElement, shared } from './foyer-element.ts';
import './foyer-icon.ts';

@customElement('foyer-mark')
export class FoyerMark extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        min-height: 1.2em;
      }
      p {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        color: var(--alert);
        white-space: nowrap;
      }
      .stale {
        font-weight: 700;
      }
    `,
  ];

  @property() state: Liveness = 'connecting';
  /** When the server was last heard, by the server's clock. */
  @property({ type: Number }) heardAt: number | undefined;
  @property() zone: string | undefined;
  /** Seconds of silence at which the mark was drawn; the host counts on from there. */
  @property({ type: Number }) silentSeconds = 5;

  #counting: ReturnType<typeof setInterval> | undefined;

  override updated(): void {
    if (this.state === 'quiet') {
      this.#counting ??= setInterval(() => (this.silentSeconds += 1), 1_000);
      return;
    }
    clearInterval(this.#counting);
    this.#counting = undefined;
    this.silentSeconds = 5;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#counting);
    this.#counting = undefined;
  }

  override render() {
    if (this.state === 'live' || this.state === 'connecting') return nothing;
    const words =
      this.state === 'quiet' || this.heardAt === undefined
        ? t('mark.quiet', { count: this.silentSeconds })
        : t('mark.stale', { time: formatTime(this.heardAt, this.zone) });
    return html`<p class=${this.state}><foyer-icon name="offline"></foyer-icon><span>${words}</span></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-mark': FoyerMark;
  }
}
