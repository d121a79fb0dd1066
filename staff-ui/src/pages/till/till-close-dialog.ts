// Closing the till: the cashier counts first, piece by piece or as one sum, and is told the difference afterwards, so
// that nobody counts towards it.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { parseAmount, piecesOf } from '../../data/money.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

interface Closed {
  readonly countedMinor: number;
  readonly expectedMinor: number;
  readonly varianceMinor: number;
}

@customElement('till-close-dialog')
export class TillCloseDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .pieces {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 8px 24px;
      }
      .pieces label {
        display: grid;
        grid-template-columns: 1fr 5rem;
        align-items: center;
        gap: 8px;
      }
      .pieces input {
        min-height: 2.75rem;
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
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 8px 24px;
        font-size: 1.25rem;
      }
      dd {
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private counts: ReadonlyMap<number, number> = new Map();
  /** The whole sum as written, which stands before the pieces. */
  @state() private written = '';
  @state() private sending = false;
  @state() private refused = '';
  @state() private closed: Closed | undefined;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    return html`<staff-dialog
      heading=${t(this.closed ? 'till.closed' : 'till.close')}
      what=${this.closed ? '' : t('till.close-what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.closed ? this.#result(this.closed) : this.#count()}
    </staff-dialog>`;
  }

  #count() {
    const { currency } = this.frame.view.clinic;
    const counted = this.#counted();
    return html`${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <div class="pieces">
        ${piecesOf(currency).map(
          ({ valueMinor, kind }) =>
            html`<label
              ><span>${t(`till.${kind}`, { amount: formatMoney(valueMinor, currency) })}</span>
              <input
                inputmode="numeric"
                autocomplete="off"
                .value=${String(this.counts.get(valueMinor) ?? '')}
                @input=${(event: Event) => this.#piece(valueMinor, (event.target as HTMLInputElement).value)}
            /></label>`,
        )}
      </div>
      <label class="field"
        ><span>${t('till.or-sum')}</span>
        <input
          inputmode="decimal"
          autocomplete="off"
          .value=${this.written}
          @input=${(event: Event) => (this.written = (event.target as HTMLInputElement).value)}
      /></label>
      <p class="total">
        <span>${t('till.counted')}</span><b>${counted === undefined ? '—' : formatMoney(counted, currency)}</b>
      </p>
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${counted === undefined || this.sending}
        ?pending=${this.sending}
        @click=${() => void this.#close()}
        >${t('till.close')}</foyer-button
      >`;
  }

  #result({ countedMinor, expectedMinor, varianceMinor }: Closed) {
    const { currency } = this.frame.view.clinic;
    const difference = varianceMinor === 0 ? 'till.agrees' : varianceMinor > 0 ? 'till.too-much' : 'till.too-little';
    return html`<dl role="status">
        <dt>${t('till.counted')}</dt>
        <dd>${formatMoney(countedMinor, currency)}</dd>
        <dt>${t('till.expected')}</dt>
        <dd>${formatMoney(expectedMinor, currency)}</dd>
        <dt class=${varianceMinor === 0 ? '' : 'alert'}>${t(difference)}</dt>
        <dd class=${varianceMinor === 0 ? '' : 'alert'}>
          <b>${formatMoney(Math.abs(varianceMinor), currency)}</b>
        </dd>
      </dl>
      <foyer-button slot="acts" kind="strong" @click=${() => this.dialog.leave()}>${t('common.ok')}</foyer-button>`;
  }

  #piece(valueMinor: number, text: string): void {
    const count = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
    this.counts = new Map([...this.counts, [valueMinor, count]]);
    this.written = '';
  }

  /** Undefined until something was counted. */
  #counted(): number | undefined {
    if (this.written.trim() !== '') return parseAmount(this.written, this.frame.view.clinic.currency);
    if (this.counts.size === 0) return undefined;
    return [...this.counts].reduce((sum, [valueMinor, count]) => sum + valueMinor * count, 0);
  }

  async #close(): Promise<void> {
    const countedMinor = this.#counted();
    if (countedMinor === undefined) return;
    this.sending = true;
    const sent = await this.frame.session.act({ type: 'close-till', countedMinor });
    this.sending = false;
    const refused = refusedIn(sent);
    if (refused) {
      this.refused = refusalText(refused.code, refused.facts);
      this.frame.session.read();
      return;
    }
    const result = sent.ok && 'result' in sent ? sent.result : {};
    const { expectedMinor, varianceMinor } = result;
    if (typeof expectedMinor === 'number' && typeof varianceMinor === 'number')
      this.closed = { countedMinor, expectedMinor, varianceMinor };
    else this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-close-dialog': TillCloseDialog;
  }
}
