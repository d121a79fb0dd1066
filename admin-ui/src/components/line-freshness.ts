// How fresh a clinic's line is: "last heard 4 s ago", counted on while nothing new comes.

import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { lineWords } from '../data/line-words.ts';
import { t } from '../strings/strings.ts';

@customElement('line-freshness')
export class LineFreshness extends FoyerElement {
  static override styles = [
    shared,
    css`
      p {
        display: flex;
        align-items: baseline;
        gap: 6px;
      }
      foyer-icon {
        --icon-size: 14px;
      }
      .alert {
        color: var(--alert);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) edge: ClinicDay['edge'] | undefined;
  /** The centre's clock minus this machine's, milliseconds. */
  @property({ type: Number }) clockAheadMs = 0;

  #counting: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#counting = setInterval(() => this.requestUpdate(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#counting);
  }

  override render() {
    const { edge } = this;
    if (!edge) return nothing;
    if (edge.quarantined)
      return html`<p class="alert"><foyer-icon name="warning"></foyer-icon>${t('line.quarantined')}</p>`;
    if (edge.lastHeardAt === undefined) return html`<p><foyer-icon name="offline"></foyer-icon>${t('line.never')}</p>`;
    const words = lineWords(Date.now() + this.clockAheadMs - edge.lastHeardAt);
    const said = 'count' in words ? t(words.key, { count: words.count }) : t(words.key);
    if (edge.state === 'quiet') {
      return html`<p class="alert">
        <foyer-icon name="offline"></foyer-icon><span>${said}. ${t('line.quiet')}</span>
      </p>`;
    }
    return html`<p><foyer-icon name="tick" .stroke=${2.8}></foyer-icon>${said}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'line-freshness': LineFreshness;
  }
}
