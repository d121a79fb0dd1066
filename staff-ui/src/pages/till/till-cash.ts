// What the patient gives: means, the amount in large figures, the likely amounts by one touch, and the keys of a cash
// register. Fires `means` and `amount`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PaymentMeans } from '@foyer/contracts/ticket-state.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/digit-pad.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { likelyAmounts, typeAmount } from '../../data/money.ts';
import { digitOf } from '../../data/typed-digit.ts';
import { t } from '../../strings/strings.ts';

@customElement('till-cash')
export class TillCash extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
        min-width: 0;
      }
      .means,
      .likely {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 8px;
      }
      .means foyer-button {
        display: grid;
        --button-height: 2.75rem;
      }
      h2 {
        margin-top: 4px;
        font-size: 1.125rem;
        font-weight: 400;
      }
      output {
        display: flex;
        align-items: center;
        justify-content: flex-end;
        min-height: 5.5rem;
        padding: 0 20px;
        border: 4px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
        font-size: clamp(2rem, 11cqi, 3rem);
        font-weight: 700;
        letter-spacing: -0.02em;
        direction: ltr;
        white-space: nowrap;
      }
      .likely {
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 12px;
      }
      .likely foyer-button {
        display: grid;
        font-size: 1.125rem;
        --button-height: max(72px, 4.5rem);
        --button-padding: 4px;
      }
      .likely foyer-button::part(button) {
        border-color: var(--text);
      }
      p {
        font-size: 1.125rem;
      }
    `,
  ];

  @property() currency = 'EUR';
  @property({ type: Number }) dueMinor = 0;
  @property({ type: Number }) amountMinor = 0;
  @property() means: PaymentMeans = 'cash';
  @property({ type: Boolean }) disabled = false;
  /** Without a bill the keys type an amount that stands for itself: the float. */
  @property({ type: Boolean }) alone = false;
  @property() label = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#typed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#typed);
  }

  override render() {
    const cash = this.means === 'cash';
    return html`${
        this.alone
          ? nothing
          : html`<div class="means" role="group" aria-label=${t('till.means')}>
              <foyer-button
                toggle
                icon="coins"
                ?on=${cash && !this.disabled}
                ?disabled=${this.disabled}
                @click=${() => this.#tell('means', 'cash')}
                >${t('till.cash')}</foyer-button
              >
              <foyer-button
                toggle
                icon="document"
                ?on=${!cash && !this.disabled}
                ?disabled=${this.disabled}
                @click=${() => this.#tell('means', 'external-card')}
                >${t('till.card')}</foyer-button
              >
            </div>`
      }
      <h2 id="given">${this.label}</h2>
      <output aria-labelledby="given">${formatMoney(cash ? this.amountMinor : this.dueMinor, this.currency)}</output>
      ${
        cash
          ? html`${
                this.alone
                  ? nothing
                  : html`<div class="likely">
                      ${likelyAmounts(this.dueMinor, this.currency).map(
                        (amount) =>
                          html`<foyer-button
                            toggle
                            ?on=${amount === this.amountMinor && !this.disabled}
                            ?disabled=${this.disabled}
                            @click=${() => this.#tell('amount', amount)}
                            >${formatMoney(amount, this.currency).replace(/[.,]00(?=\D*$)/, '')}</foyer-button
                          >`,
                      )}
                    </div>`
              }
              <digit-pad
                layout="till"
                ?disabled=${this.disabled}
                @digit=${(event: CustomEvent<string>) => this.#press(event.detail)}
              ></digit-pad>`
          : html`<p>${t('till.card-what')}</p>`
      }`;
  }

  readonly #typed = (event: KeyboardEvent): void => {
    const inField = event
      .composedPath()
      .some((target) => target instanceof HTMLInputElement || target instanceof HTMLDialogElement);
    const key = digitOf(event);
    if (key && !inField && !this.disabled && this.means === 'cash') this.#press(key);
  };

  #press(key: string): void {
    this.#tell('amount', typeAmount(this.amountMinor, key));
  }

  #tell(type: 'means' | 'amount', detail: PaymentMeans | number): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-cash': TillCash;
  }
  interface HTMLElementEventMap {
    means: CustomEvent<PaymentMeans>;
    amount: CustomEvent<number>;
  }
}
