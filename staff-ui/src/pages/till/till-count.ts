// Counting the drawer, piece by piece with the sum made, or as one sum. Enter goes to the next piece. Fires `counted`
// with minor units; undefined while what is written is no amount.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { countOf, parseAmount, piecesOf, sumOf } from '../../data/money.ts';
import { t } from '../../strings/strings.ts';

@customElement('till-count')
export class TillCount extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .pieces {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
        gap: 8px 24px;
      }
      .pieces label {
        display: grid;
        grid-template-columns: 1fr 4.5rem 6rem;
        align-items: center;
        gap: 8px;
      }
      .pieces input {
        min-height: 2.75rem;
        text-align: end;
      }
      .pieces output {
        text-align: end;
      }
      .total {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 8px 24px;
        padding-top: 12px;
        border-top: 4px solid var(--text);
        font-size: 1.25rem;
        font-weight: 700;
      }
      .total b {
        font-size: 2.5rem;
        line-height: 1.2;
      }
    `,
  ];

  @property() currency = '';
  @state() private counts: ReadonlyMap<number, number> = new Map();
  /** The whole sum as written, which stands before the pieces. */
  @state() private written = '';

  override render() {
    const { currency } = this;
    const counted = this.#counted();
    return html`<div class="pieces" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
        ${piecesOf(currency).map(({ valueMinor, kind }) => {
          const count = this.counts.get(valueMinor);
          return html`<label
            ><span>${t(`till.${kind}`, { amount: formatMoney(valueMinor, currency) })}</span>
            <input
              inputmode="numeric"
              autocomplete="off"
              .value=${String(count ?? '')}
              @input=${(event: Event) => this.#piece(valueMinor, (event.target as HTMLInputElement).value)}
            /><output>${count ? formatMoney(valueMinor * count, currency) : ''}</output></label
          >`;
        })}
      </div>
      <label class="field"
        ><span>${t('till.or-sum')}</span>
        <input
          inputmode="decimal"
          autocomplete="off"
          .value=${this.written}
          @input=${(event: Event) => this.#write((event.target as HTMLInputElement).value)}
      /></label>
      <p class="total">
        <span>${t('till.counted')}</span><b>${counted === undefined ? '—' : formatMoney(counted, currency)}</b>
      </p>`;
  }

  #piece(valueMinor: number, text: string): void {
    this.counts = new Map([...this.counts, [valueMinor, countOf(text)]]);
    this.written = '';
    this.#tell();
  }

  #write(text: string): void {
    this.written = text;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent('counted', { detail: this.#counted() }));
  }

  /** Undefined until something was counted. */
  #counted(): number | undefined {
    if (this.written.trim() !== '') return parseAmount(this.written, this.currency);
    if (this.counts.size === 0) return undefined;
    return sumOf(piecesOf(this.currency).map((piece) => ({ ...piece, count: this.counts.get(piece.valueMinor) ?? 0 })));
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    const inputs = [...this.renderRoot.querySelectorAll('input')];
    inputs[inputs.indexOf(event.target as HTMLInputElement) + 1]?.focus();
    event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-count': TillCount;
  }
}
