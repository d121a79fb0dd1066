// The way down a page that is longer than its stage: there while something is hidden below, one press for the next part.
// It stands last in the stage, over its lower edge.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Screen } from '../session/screens.ts';
import { t } from '../strings/strings.ts';

/** Less than a line of text is not worth a button. */
const LEAST_HIDDEN_PX = 24;
/** What was the last in sight is the first of the next part. */
const STEP = 0.6;

@customElement('kiosk-more')
export class KioskMore extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        position: sticky;
        bottom: 0;
        z-index: 1;
        height: 0;
      }
      foyer-button {
        position: absolute;
        inset-inline-end: 24px;
        bottom: 16px;
        font-size: calc(26px * var(--text-scale));
        white-space: nowrap;
        --button-height: 88px;
        --button-padding: 4px 24px;
        --button-icon: 1em;
      }
    `,
  ];

  /** Each screen is a page of its own length. */
  @property({ attribute: false }) screen: Screen | undefined;

  @state() private more = false;

  readonly #resized = new ResizeObserver(() => this.#look());
  readonly #look = () => {
    const { scrollHeight, scrollTop, clientHeight } = this.#stage;
    this.more = scrollHeight - scrollTop - clientHeight > LEAST_HIDDEN_PX;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stage.addEventListener('scroll', this.#look, { passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('screen')) return;
    this.#resized.disconnect();
    for (const element of [this.#stage, this.#stage.firstElementChild]) if (element) this.#resized.observe(element);
  }

  override render() {
    if (!this.more) return nothing;
    return html`<foyer-button
      kind="strong"
      icon="arrow-down"
      icon-stroke="2.6"
      @click=${() => this.#stage.scrollBy({ top: this.#stage.clientHeight * STEP })}
      >${t('frame.more')}</foyer-button
    >`;
  }

  get #stage(): HTMLElement {
    return this.parentElement!;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-more': KioskMore;
  }
}
