// The day as a path of people, from Booked to Served: five large figures on one line that ends in a door.

import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatNumber } from '@foyer/ui-kit/language/format.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly note: string;
  readonly mark: 'dot' | 'ring' | 'door';
}

@customElement('day-path')
export class DayPath extends FoyerElement {
  static override styles = [
    shared,
    css`
      ol {
        position: relative;
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr)) auto;
        column-gap: 16px;
      }
      li {
        position: relative;
        min-width: 0;
        padding-bottom: 40px;
        font-size: 0.875rem;
        line-height: 1.43;
      }
      .name {
        font-size: 1rem;
        line-height: 1.5;
      }
      .value {
        display: block;
        font-size: 4rem;
        line-height: 1;
        font-weight: 700;
        letter-spacing: -0.03em;
      }
      .note {
        color: var(--muted);
      }
      li::before {
        content: '';
        position: absolute;
        inset-inline: 8px -24px;
        bottom: 14px;
        height: 4px;
        background: var(--text);
      }
      li.door::before {
        display: none;
      }
      .mark {
        position: absolute;
        inset-inline-start: 0;
        bottom: 8px;
        width: 16px;
        height: 16px;
        border: 4px solid var(--text);
        border-radius: 50%;
        background: var(--text);
      }
      .ring .mark {
        background: var(--surface);
      }
      .door .mark {
        bottom: 4px;
        width: 20px;
        height: 26px;
        border-radius: 3px 3px 0 0;
        background: var(--surface);
      }
      .door .mark::after {
        content: '';
        position: absolute;
        inset-inline-end: 1px;
        top: 8px;
        width: 4px;
        height: 4px;
        border-radius: 50%;
        background: var(--text);
      }
      @media (max-width: 719px) {
        ol {
          grid-template-columns: minmax(0, 1fr);
          row-gap: 0;
        }
        li {
          display: grid;
          grid-template: auto auto / minmax(0, 1fr) auto;
          align-items: center;
          padding: 8px 0 8px 40px;
        }
        li:dir(rtl) {
          padding: 8px 40px 8px 0;
        }
        .value {
          grid-area: 1 / 2 / 3 / 3;
          font-size: 2.75rem;
          text-align: end;
        }
        .name {
          align-self: end;
        }
        .note {
          grid-area: 2 / 1;
          align-self: start;
        }
        li::before {
          inset-inline: 8px auto;
          top: 50%;
          bottom: -50%;
          width: 4px;
          height: auto;
        }
        .mark {
          inset-inline-start: 2px;
          bottom: auto;
          top: calc(50% - 8px);
        }
        .door .mark {
          inset-inline-start: 0;
          bottom: auto;
          top: calc(50% - 13px);
        }
      }
    `,
  ];

  @property({ attribute: false }) day!: ClinicDay;

  override render() {
    return html`<ol>
      ${this.#figures().map(
        ({ name, value, note, mark }) =>
          html`<li class=${mark}>
            <span class="name">${name}</span>
            <span class="value">${formatNumber(value)}</span>
            <span class="note">${note}</span>
            <i class="mark" aria-hidden="true"></i>
          </li>`,
      )}
    </ol>`;
  }

  #figures(): readonly Figure[] {
    const {
      booked,
      arrived,
      arrivedWithoutBooking,
      waiting,
      longestWaitMinutes,
      withStaff,
      onHold,
      served,
      notHere,
      rooms,
    } = this.day;
    const longest = waiting === 0 || longestWaitMinutes === undefined;
    const waits = longest ? t('figure.waiting.none') : t('figure.waiting.note', { count: longestWaitMinutes });
    const open = rooms.filter(({ state }) => state === 'open').length;
    return [
      { name: t('figure.booked'), value: booked, note: t('figure.booked.note'), mark: 'dot' },
      {
        name: t('figure.arrived'),
        value: arrived,
        note: arrived === 0 ? t('figure.none') : t('figure.arrived.note', { count: arrivedWithoutBooking }),
        mark: 'dot',
      },
      {
        name: t('figure.waiting'),
        value: waiting,
        mark: 'ring',
        note: onHold > 0 ? `${waits}, ${t('figure.hold', { count: onHold })}` : waits,
      },
      { name: t('figure.staff'), value: withStaff, note: t('figure.staff.note', { count: open }), mark: 'dot' },
      {
        name: t('figure.served'),
        value: served,
        note: served + notHere === 0 ? t('figure.none') : t('figure.served.note', { count: notHere }),
        mark: 'door',
      },
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-path': DayPath;
  }
}
