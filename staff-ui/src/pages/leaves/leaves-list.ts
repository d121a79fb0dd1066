// Everybody affected, the earliest first, with where they go: a list to choose from in each row, by a tap or by keys.
// Fires `chosen` with the person and the choice.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Destination } from '@foyer/contracts/reassignment.ts';
import type { AffectedPerson } from '@foyer/contracts/reassignment-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Choice, Choices } from '../../data/leaving.ts';
import { t } from '../../strings/strings.ts';

const signs: Readonly<Record<Destination, IconName>> = {
  'service-point': 'transfer',
  stay: 'room',
  'another-day': 'calendar',
  phone: 'phone',
};

@customElement('leaves-list')
export class LeavesList extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th {
        padding: 4px 0;
        border-bottom: 2px solid var(--text);
        color: var(--muted);
        font-size: 0.875rem;
        font-weight: 400;
        text-align: start;
      }
      td {
        padding: 4px 0;
        border-bottom: 1px solid var(--hair);
      }
      td + td,
      th + th {
        padding-inline-start: 12px;
      }
      .time {
        width: 4rem;
      }
      td.time {
        font-size: 1.125rem;
        font-weight: 700;
      }
      .now {
        width: 7.5rem;
      }
      .goes {
        width: min(20rem, 44%);
      }
      .person {
        overflow-wrap: anywhere;
      }
      .person foyer-number {
        margin-inline-end: 8px;
      }
      .choice {
        display: flex;
        align-items: center;
        gap: 10px;
        --icon-size: 1.25rem;
      }
      select {
        flex: 1;
        min-height: 2.75rem;
        padding: 4px 10px;
        text-overflow: ellipsis;
      }
      .changed td {
        border-block: 2px solid var(--alert);
      }
      .changed .alert {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      p {
        padding: 16px 0;
        font-size: 1.125rem;
      }
      :host {
        container-type: inline-size;
      }
      @container (max-width: 40rem) {
        table,
        tbody,
        tr,
        td {
          display: block;
        }
        thead {
          display: none;
        }
        tr {
          display: grid;
          grid-template-columns: 4rem 1fr;
          align-items: center;
          gap: 0 12px;
          padding: 8px 0;
          border-bottom: 1px solid var(--hair);
        }
        tr.changed {
          border-block: 2px solid var(--alert);
        }
        td,
        .changed td {
          width: auto;
          padding: 2px 0;
          border: 0;
        }
        td + td {
          padding-inline-start: 0;
        }
        td.now,
        td.goes {
          grid-column: 2;
          width: auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) people: readonly AffectedPerson[] = [];
  @property({ attribute: false }) choices: Choices = new Map();
  @property({ attribute: false }) changed: ReadonlySet<string> = new Set();

  override render() {
    if (this.people.length === 0) return html`<p>${t('leaves.nobody')}</p>`;
    return html`<table>
      <thead>
        <tr>
          <th class="time" scope="col">${t('leaves.time')}</th>
          <th scope="col">${t('leaves.person')}</th>
          <th class="now" scope="col">${t('leaves.now')}</th>
          <th class="goes" scope="col">${t('leaves.goes')}</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          this.people,
          ({ id }) => id,
          (person) => this.#row(person),
        )}
      </tbody>
    </table>`;
  }

  #row(person: AffectedPerson) {
    const { id, at, number, state } = person;
    const { view } = this.frame;
    const isChanged = this.changed.has(id);
    const name = view.patients[person.patientId ?? '']?.displayName;
    const choice = this.choices.get(id) ?? person.proposal;
    return html`<tr class=${isChanged ? 'changed' : ''}>
      <td class="time">${formatTime(at, view.clinic.zone)}</td>
      <td class="person">
        ${number === undefined ? nothing : html`<foyer-number value=${number}></foyer-number>`}
        ${name === undefined ? nothing : html`<bdi>${name}</bdi>`}
      </td>
      <td class="now">
        ${
          isChanged
            ? html`<span class="alert"><foyer-icon name="warning"></foyer-icon>${t('leaves.new')}</span>`
            : html`<span>${state === undefined ? t('leaves.to-come') : t(`state.${state}`)}</span>`
        }
      </td>
      <td class="goes">
        <div class="choice">
          <foyer-icon name=${signs[choice.to]}></foyer-icon>
          <select
            aria-label=${t('leaves.goes-of', { person: [number, name].filter(Boolean).join(' ') || formatTime(at, view.clinic.zone) })}
            @change=${(event: Event) => this.#chosen(id, (event.target as HTMLSelectElement).value)}
          >
            ${this.#options(person).map((option) => {
              const value = valueOf(option);
              return html`<option value=${value} ?selected=${value === valueOf(choice)}>
                ${this.#words(option)}
              </option>`;
            })}
          </select>
        </div>
      </td>
    </tr>`;
  }

  #options({ servicePointIds, destinations }: AffectedPerson): readonly Choice[] {
    const rooms = servicePointIds.map((toServicePointId) => ({ to: 'service-point' as const, toServicePointId }));
    return [...rooms, ...destinations.filter((to) => to !== 'service-point').map((to) => ({ to }))];
  }

  #words({ to, toServicePointId }: Choice): string {
    if (to !== 'service-point') return t(`leaves.${to}`);
    const room = this.frame.view.servicePoints[toServicePointId ?? ''];
    if (!room) return '';
    const name = localised(room.name);
    return room.staffName === undefined ? name : t('leaves.at', { name, room: room.staffName });
  }

  #chosen(id: string, value: string): void {
    const [to, toServicePointId] = value.split(' ') as [Destination, string?];
    const choice: Choice = toServicePointId === undefined ? { to } : { to, toServicePointId };
    this.dispatchEvent(new CustomEvent<readonly [string, Choice]>('chosen', { detail: [id, choice] }));
  }
}

function valueOf({ to, toServicePointId }: Choice): string {
  return toServicePointId === undefined ? to : `${to} ${toServicePointId}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'leaves-list': LeavesList;
  }
}
