// Numbers that were printed ahead, as a page to cut up, for a clinic without a ticket printer. It stands beside the app,
// is seen by the printer alone, and is gone when the dialog closes.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { t } from '../../strings/strings.ts';

@customElement('paper-numbers-page')
export class PaperNumbersPage extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: none;
      }
      @media print {
        :host {
          display: block;
          color: #000;
          background: #fff;
          font-size: 10pt;
          line-height: 1.3;
        }
      }
      ul {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        justify-items: center;
        gap: 2pt;
        padding: 12pt 4pt;
        border: 0.5pt dashed #000;
        break-inside: avoid;
        text-align: center;
      }
      b {
        font-size: 28pt;
        line-height: 1.2;
      }
    `,
  ];

  @property() clinicName = '';
  @property({ attribute: false }) numbers: readonly string[] = [];

  override render() {
    return html`<ul>
      ${this.numbers.map(
        (number) => html`<li><span>${this.clinicName}</span><b>${number}</b><span>${t('paper.called-by')}</span></li>`,
      )}
    </ul>`;
  }
}

/** Opens the tablet's print dialog. */
export async function printNumbersPage(clinicName: string, numbers: readonly string[]): Promise<void> {
  const page = document.createElement('paper-numbers-page');
  page.clinicName = clinicName;
  page.numbers = numbers;
  document.body.append(page);
  await page.updateComplete;
  window.addEventListener('afterprint', () => page.remove(), { once: true });
  window.print();
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-numbers-page': PaperNumbersPage;
  }
}
