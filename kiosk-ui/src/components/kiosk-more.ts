// The way through a page that is longer than its stage: a press for the next part, and one for the part before. It stands
// last in the stage, in the margin that larger pages leave at its end, so that it never lies on a word.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Screen } from '../session/screens.ts';
import { t } from '../strings/strings.ts';

/** Less than a line of text is not worth a button. */
const LEAST_HIDDEN_PX = 24;
/** Of the stage; what was the last in sight is the first of the next part. */
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
      nav {
        position: absolute;
        inset-inline-end: 8px;
        bottom: 16px;
        display: grid;
        gap: 16px;
      }
      foyer-button {
        width: 80px;
        --button-height: 128px;
        --button-padding: 0;
        --button-icon: 48px;
      }
    `,
  ];

  /** Each screen is a page of its own length. */
  @property({ attribute: false }) screen: Screen | undefined;

  @state() private hiddenAbove = false;
  @state() private hiddenBelow = false;

  readonly #resized = new ResizeObserver(() => this.#look());
  readonly #look = () => {
    const { scrollHeight, scrollTop, clientHeight } = this.#stage;
    this.hiddenAbove = scrollTop > LEAST_HIDDEN_PX;
    this.hiddenBelow = scrollHeight - scrollTop - clientHeight > LEAST_HIDDEN_PX;
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
    const button = (label: string, icon: 'arrow-up' | 'arrow-down', parts: number) =>
      html`<foyer-button
        kind="strong"
        .icon=${icon}
        icon-stroke="2.6"
        .label=${label}
        @click=${() => this.#go(parts)}
      ></foyer-button>`;
    return html`<nav>
      ${this.hiddenAbove ? button(t('frame.before'), 'arrow-up', -STEP) : nothing}
      ${this.hiddenBelow ? button(t('frame.more'), 'arrow-down', STEP) : nothing}
    </nav>`;
  }

  #go(parts: number): void {
    this.#stage.scrollBy({ top: this.#stage.clientHeight * parts });
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
