// Closing the till: the cashier counts first and is told the difference afterwards, so that nobody counts towards it. A
// difference is shown before anything is closed, and asks for a reason; then the till is closed and its Z is printed.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/reason-field.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusedIn, type Refused } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import './till-count.ts';

interface Difference {
  readonly countedMinor: number;
  readonly expectedMinor: number;
  readonly varianceMinor: number;
}
interface Closed extends Difference {
  readonly tillId: string;
  readonly zNumber: string;
}

@customElement('till-close-dialog')
export class TillCloseDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
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
  @state() private countedMinor: number | undefined;
  @state() private reason = '';
  @state() private sending = false;
  @state() private refused = '';
  /** What the edge said of the count; nothing is closed yet. */
  @state() private difference: Difference | undefined;
  @state() private closed: Closed | undefined;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const heading = this.closed ? 'till.closed' : this.difference ? 'till.differs' : 'till.close';
    const what = this.closed ? '' : t(this.difference ? 'till.differs-what' : 'till.close-what');
    return html`<staff-dialog
      heading=${t(heading)}
      what=${what}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${this.closed ? this.#result(this.closed) : this.#asks()}
    </staff-dialog>`;
  }

  /** The count stays in its place while the difference is looked at, so that counting again begins where it ended. */
  #asks() {
    const { difference } = this;
    return html`<till-count
        ?hidden=${difference !== undefined}
        currency=${this.frame.view.clinic.currency}
        @counted=${({ detail }: CustomEvent<number | undefined>) => (this.countedMinor = detail)}
      ></till-count>
      ${
        difference
          ? html`${this.#amounts(difference)}
              <reason-field
                .suggestions=${[t('till.reason-miscounted'), t('till.reason-change'), t('till.reason-unknown')]}
                .value=${this.reason}
                @reason=${({ detail }: CustomEvent<string>) => (this.reason = detail)}
              ></reason-field>
              <foyer-button slot="acts" @click=${() => (this.difference = undefined)}
                >${t('till.count-again')}</foyer-button
              >`
          : nothing
      }
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${this.countedMinor === undefined || this.sending || (difference !== undefined && this.reason.trim() === '')}
        ?pending=${this.sending}
        @click=${() => void this.#close()}
        >${t(difference ? 'till.close-differing' : 'till.close')}</foyer-button
      >`;
  }

  #result(closed: Closed) {
    const print = Object.values(this.frame.view.prints).findLast(({ tillId }) => tillId === closed.tillId)?.state;
    return html`${this.#amounts(closed)}
      <p role="status">
        ${t('till.z-number', { number: closed.zNumber })}${print ? html` <span class=${print === 'failed' ? 'alert' : 'muted'}>${t(`till.report-${print}`)}</span>` : nothing}
      </p>
      <foyer-button slot="acts" kind="strong" @click=${() => this.dialog.leave()}>${t('common.ok')}</foyer-button>`;
  }

  #amounts({ countedMinor, expectedMinor, varianceMinor }: Difference) {
    const { currency } = this.frame.view.clinic;
    const difference = varianceMinor === 0 ? 'till.agrees' : varianceMinor > 0 ? 'till.too-much' : 'till.too-little';
    return html`<div role="status">
      <dl>
        <dt>${t('till.counted')}</dt>
        <dd>${formatMoney(countedMinor, currency)}</dd>
        <dt>${t('till.expected')}</dt>
        <dd>${formatMoney(expectedMinor, currency)}</dd>
        <dt class=${varianceMinor === 0 ? '' : 'alert'}>${t(difference)}</dt>
        <dd class=${varianceMinor === 0 ? '' : 'alert'}>
          <b>${formatMoney(Math.abs(varianceMinor), currency)}</b>
        </dd>
      </dl>
    </div>`;
  }

  async #close(): Promise<void> {
    const { countedMinor, difference } = this;
    if (countedMinor === undefined) return;
    const reason = difference ? this.reason.trim() : '';
    this.sending = true;
    const sent = await this.frame.session.act({ type: 'close-till', countedMinor, ...(reason && { reason }) });
    this.sending = false;
    const refused = refusedIn(sent);
    if (refused) return this.#refusedWith(refused, countedMinor);
    this.refused = '';
    const { tillId, zNumber, expectedMinor, varianceMinor } = sent.ok && 'result' in sent ? sent.result : {};
    if (typeof tillId === 'string' && typeof expectedMinor === 'number' && typeof varianceMinor === 'number')
      this.closed = { tillId, zNumber: String(zNumber), countedMinor, expectedMinor, varianceMinor };
    else this.dialog.leave();
  }

  #refusedWith({ code, facts }: Refused, countedMinor: number): void {
    const { expectedMinor, varianceMinor } = facts;
    const differs = code === 'variance-unexplained';
    if (differs && typeof expectedMinor === 'number' && typeof varianceMinor === 'number') {
      this.difference = { countedMinor, expectedMinor, varianceMinor };
      this.refused = '';
    } else this.refused = refusalText(code, facts);
    this.frame.session.read();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'till-close-dialog': TillCloseDialog;
  }
}
