// The list that goes from one person to the next at a room: who is in it, on hold and until when, outside with a promise,
// alarms that nobody took, and what is to be settled.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { isNothingOpen, openThingsAt } from '../data/open-things.ts';
import { outsideText } from '../strings/outside-text.ts';
import { t } from '../strings/strings.ts';
import { workItemTitle } from '../strings/work-item-text.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('open-things')
export class OpenThingsList extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host,
      section {
        display: grid;
        gap: 12px;
      }
      section {
        gap: 0;
      }
      h3 {
        padding-bottom: 4px;
        border-bottom: 2px solid var(--line);
        font-size: 1.0625rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 16px;
        padding-block: 8px;
        border-bottom: 1px solid var(--hair);
        font-size: 1.0625rem;
      }
      foyer-number {
        min-width: 4.5rem;
        font-size: 1.375rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';

  override render() {
    const { view } = this.frame;
    const { zone } = view.clinic;
    const things = openThingsAt(view, this.servicePointId);
    if (isNothingOpen(things)) return html`<p>${t('handover.nothing')}</p>`;
    const { current, onHold, outside, alarms, work } = things;
    return html`${this.#group(
      t('handover.in-room'),
      (current ? [current] : []).map((ticket) => this.#ticket(ticket, this.#inRoom(ticket))),
    )}
    ${this.#group(
      t('handover.on-hold'),
      onHold.map((ticket) => this.#ticket(ticket, this.#until(ticket))),
    )}
    ${this.#group(
      t('handover.outside'),
      outside.map((ticket) => this.#ticket(ticket, outsideText(ticket.steppedOut!, zone))),
    )}
    ${this.#group(
      t('handover.alarms'),
      alarms.map(
        ({ kind, from, at }) =>
          html`<li><b>${t(`handover.${kind}`)}</b> <span>${from}</span> <span>${formatTime(at, zone)}</span></li>`,
      ),
    )}
    ${this.#group(
      t('handover.work'),
      work.map((item) => html`<li>${workItemTitle(item, view)}</li>`),
    )}`;
  }

  #group(heading: string, rows: readonly TemplateResult[]) {
    if (rows.length === 0) return nothing;
    return html`<section>
      <h3>${heading}</h3>
      <ul>
        ${rows}
      </ul>
    </section>`;
  }

  #ticket(ticket: StaffTicket, words: string) {
    return html`<li><foyer-number value=${ticket.number}></foyer-number><span>${words}</span></li>`;
  }

  #inRoom({ state, servingSince, calledAt }: StaffTicket): string {
    const time = formatTime((state === 'serving' ? servingSince : calledAt) ?? 0, this.frame.view.clinic.zone);
    return t(state === 'serving' ? 'handover.with-staff' : 'handover.called', { time });
  }

  #until({ heldUntil }: StaffTicket): string {
    if (heldUntil === undefined) return t('handover.no-end');
    return t('room.until', { time: formatTime(heldUntil, this.frame.view.clinic.zone) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'open-things': OpenThingsList;
  }
}
