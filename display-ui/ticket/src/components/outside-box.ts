// "I am going outside": to be called back when so few are ahead as the patient chooses, or, where too few are ahead for
// that, to have the place held until they say that they are back. Fires `go-outside` with the number, or null.

import { stepOutThresholds, type StepOutThreshold } from '@foyer/contracts/ticket-state.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

@customElement('outside-box')
export class OutsideBox extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        font-size: 1rem;
        line-height: 1.3;
      }
      :host([choosing]) {
        grid-column: 1 / -1;
      }
      foyer-button {
        display: grid;
        --button-height: 56px;
        --button-padding: 6px 12px;
        --button-justify: flex-start;
        --button-align: start;
        --button-icon: 24px;
      }
      .choices,
      .numbers {
        display: grid;
        gap: 8px;
      }
      .numbers {
        grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr));
      }
      .numbers foyer-button {
        --button-height: 72px;
        --button-justify: center;
        --button-align: center;
      }
      h2 {
        font-size: 1.25rem;
      }
    `,
  ];

  @property({ type: Number }) ahead = 0;
  /** The wish is on its way. */
  @property({ type: Boolean }) asking = false;
  @property({ type: Boolean, reflect: true }) choosing = false;
  @state() private offered: readonly StepOutThreshold[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.offered = stepOutThresholds.filter((whenAhead) => whenAhead < this.ahead);
    if (this.asking || this.offered.length === 0) this.choosing = false;
  }

  override render() {
    if (!this.choosing) {
      return html`<foyer-button icon="room" ?pending=${this.asking} ?disabled=${this.asking} @click=${this.#begin}
        >${this.asking ? t('asking') : t('waiting.outside')}</foyer-button
      >`;
    }
    return html`<div class="choices" role="group" aria-labelledby="when">
      <h2 id="when">${t('outside.when')}</h2>
      <div class="numbers">
        ${this.offered.map(
          (whenAhead) =>
            html`<foyer-button kind="strong" @click=${() => this.#go(whenAhead)}
              >${t('outside.people', { count: whenAhead })}</foyer-button
            >`,
        )}
      </div>
      <foyer-button @click=${() => this.#go(null)}>${t('outside.hold')}</foyer-button>
      <foyer-button @click=${() => (this.choosing = false)}>${t('outside.no')}</foyer-button>
    </div>`;
  }

  #begin(): void {
    if (this.offered.length > 0) this.choosing = true;
    else this.#go(null);
  }

  #go(whenAhead: StepOutThreshold | null): void {
    this.choosing = false;
    this.dispatchEvent(
      new CustomEvent<StepOutThreshold | null>('go-outside', {
        detail: whenAhead,
        bubbles: true,
        composed: true,
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outside-box': OutsideBox;
  }
  interface HTMLElementEventMap {
    'go-outside': CustomEvent<StepOutThreshold | null>;
  }
}
