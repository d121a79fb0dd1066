// Numbers for the next day on which there is no edge: how many, on which paper, and which they are.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';
import { printNumbersPage } from './paper-numbers-page.ts';

const usualCount = 40;
/** Of one sheet. */
const mostNumbers = 100;

@customElement('paper-print')
export class PaperPrint extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        align-content: start;
      }
      input {
        width: 7rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private count = usualCount;
  @state() private drawn: readonly string[] = [];

  override render() {
    const { session, view } = this.frame;
    const ready = session.hasLine && !session.isPending('print-paper-numbers') && this.#isPossible;
    const [first, last] = [this.drawn[0], this.drawn.at(-1)];
    return html`<h2>${t('paper.print-title')}</h2>
      <p>${t('paper.print-what')}</p>
      <label class="field"
        ><span>${t('paper.how-many')}</span>
        <input
          type="number"
          min="1"
          max=${mostNumbers}
          .value=${String(this.count)}
          @input=${(event: Event) => (this.count = (event.target as HTMLInputElement).valueAsNumber)}
        />
      </label>
      <div class="row wrap">
        <foyer-button
          icon="printer"
          ?disabled=${!ready || view.printer !== 'ready'}
          @click=${() => void this.#draw(true)}
          >${t('paper.print-tickets')}</foyer-button
        >
        <foyer-button icon="printer" ?disabled=${!ready} @click=${() => void this.#draw(false)}
          >${t('paper.print-page')}</foyer-button
        >
      </div>
      ${first && last ? html`<p role="status">${t('paper.drawn', { first, last })}</p>` : nothing}`;
  }

  get #isPossible(): boolean {
    return Number.isInteger(this.count) && this.count >= 1 && this.count <= mostNumbers;
  }

  async #draw(onTickets: boolean): Promise<void> {
    const { session, view } = this.frame;
    const sent = await session.act({ type: 'print-paper-numbers', count: this.count, print: onTickets });
    const numbers = sent.ok && 'result' in sent ? sent.result['numbers'] : undefined;
    if (!Array.isArray(numbers)) return;
    this.drawn = numbers.map(String);
    if (!onTickets) await printNumbersPage(view.clinic.name, this.drawn);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-print': PaperPrint;
  }
}
