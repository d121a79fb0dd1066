// What was taken, in sum and by means.

import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatMoney } from '@foyer/ui-kit/language/format.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

@customElement('day-takings')
export class DayTakings extends FoyerElement {
  static override styles = [
    shared,
    css`
      h2 {
        font-size: 1rem;
        line-height: 1.5;
        font-weight: 400;
      }
      .sum {
        font-size: 2.25rem;
        line-height: 4rem;
        font-weight: 700;
        letter-spacing: -0.03em;
        white-space: nowrap;
      }
      .sum.long {
        font-size: 1.75rem;
      }
      ul,
      .none {
        color: var(--muted);
        font-size: 0.875rem;
        line-height: 1.43;
      }
      bdi {
        color: var(--text);
      }
    `,
  ];

  @property({ attribute: false }) takings!: ClinicDay['takings'];

  override render() {
    const { currency, totalMinor, byMeans } = this.takings;
    const sum = formatMoney(totalMinor, currency);
    return html`<h2>${t('takings')}</h2>
      <p class="sum ${sum.length > 11 ? 'long' : ''}"><bdi>${sum}</bdi></p>
      ${
        byMeans.length === 0
          ? html`<p class="none">${t('takings.none')}</p>`
          : html`<ul>
              ${byMeans.map(
                ({ means, amountMinor, payments }) =>
                  html`<li>
                    ${t(`takings.${means}`)} <bdi>${formatMoney(amountMinor, currency)}</bdi>,
                    ${t('takings.payments', { count: payments })}
                  </li>`,
              )}
            </ul>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-takings': DayTakings;
  }
}
