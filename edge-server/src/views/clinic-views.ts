// The views port over the mirror: one function a namespace, and the access log of whose name was shown to whom.

import type { Board, StaffView, Ticket } from '@foyer/contracts/views.ts';
import { inLanguage, languages } from '@foyer/contracts/languages.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { explain, type Explanation } from '@foyer/domain/queue/explain.ts';
import { callView, ticketView as ticketAnswer } from '@foyer/domain/queue/ticket-view.ts';
import type { Log } from '../ports/log.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { Audience, ClinicReading, Views } from '../ports/views.ts';
import type { Writer } from '../ports/writer.ts';
import type { ClinicMirror } from './clinic-mirror.ts';
import type { ClinicState } from './clinic-state.ts';
import { servicePointName } from './clinic-view.ts';
import { currentCalls, displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';
import { announcement } from './announcement.ts';
import { patientsIn, staffView, type StaffAudience } from './staff-view.ts';
import { hasPage, ticketView } from './ticket-view.ts';

export interface ClinicViewsParts {
  readonly mirror: Pick<ClinicMirror, 'state' | 'onChanged'>;
  readonly readModel: Pick<ReadModel, 'ticketIdByPublicId'>;
  readonly writer: Pick<Writer, 'changeBox'>;
  readonly log: Log;
}

export class ClinicViews implements Views, ClinicReading {
  readonly #parts: ClinicViewsParts;
  /** `<day> <staff> <patient>`: one line of the access log a day for each person a member of staff was shown. */
  readonly #viewed = new Set<string>();
  #viewedOn = '';

  constructor(parts: ClinicViewsParts) {
    this.#parts = parts;
  }

  onChanged(listener: () => void): void {
    this.#parts.mirror.onChanged(listener);
  }

  view(audience: Audience): object | undefined {
    const { state } = this.#parts.mirror;
    if (state === undefined) return undefined;
    switch (audience.namespace) {
      case '/display':
        return displayView(state);
      case '/kiosk':
        return kioskView(state, audience.deviceId);
      case '/ticket':
        return ticketView(state, audience.ticketId);
      case '/staff': {
        const view = staffView(state, audience);
        this.#remember(audience, view, state);
        return view;
      }
    }
  }

  board(): Board | undefined {
    const { state } = this.#parts.mirror;
    if (state === undefined) return undefined;
    const { epoch, seq, now, businessDay, queue, configuration } = state;
    const tickets = [...queue.tickets.values()].filter(
      (ticket) => isOpen(ticket.standing.state) || ticket.businessDay === businessDay,
    );
    return {
      epoch,
      seq,
      serverTime: now,
      businessDay,
      tickets: tickets.map(ticketAnswer),
      calls: currentCalls(state).map(callView),
      servicePoints: configuration.servicePoints.map(({ id }) => {
        const record = queue.servicePoints.get(id);
        const ticketId = record?.ticketId ?? undefined;
        return {
          id,
          name: servicePointName(state, id),
          state: record?.state ?? 'closed',
          ...(ticketId === undefined ? {} : { ticketId }),
        };
      }),
    };
  }

  ticket(id: string): Ticket | undefined {
    const record = this.#parts.mirror.state?.queue.tickets.get(id);
    return record === undefined ? undefined : ticketAnswer(record);
  }

  why(id: string): Explanation | undefined {
    const { state } = this.#parts.mirror;
    return state === undefined ? undefined : explain(state.queue, id);
  }

  ticketIdOf(publicId: string): string | undefined {
    const { state } = this.#parts.mirror;
    const id = this.#parts.readModel.ticketIdByPublicId(publicId);
    const ticket = id === undefined ? undefined : state?.queue.tickets.get(id);
    return ticket !== undefined && state !== undefined && hasPage(ticket, state.now) ? ticket.id : undefined;
  }

  callText(callId: string, language: string): string | undefined {
    const { state } = this.#parts.mirror;
    const call = state?.queue.calls.get(callId);
    const spoken = languages.find((known) => known === language);
    if (state === undefined || call === undefined || call.withdrawn || spoken === undefined) return undefined;
    const point = state.configuration.servicePoints.find(({ id }) => id === call.servicePointId);
    return point === undefined ? undefined : announcement(call.number, inLanguage(point.name, spoken), spoken);
  }

  #remember(audience: StaffAudience, view: StaffView, state: ClinicState): void {
    if (this.#viewedOn !== state.businessDay) {
      this.#viewedOn = state.businessDay;
      this.#viewed.clear();
    }
    for (const { id } of patientsIn(view)) {
      const key = `${audience.staffId} ${id}`;
      if (this.#viewed.has(key)) continue;
      this.#viewed.add(key);
      const change = {
        actor: `staff:${audience.staffId}`,
        patientId: id,
        at: state.now,
        purpose: 'queue',
      };
      this.#parts.writer.changeBox('record-viewed', change).catch((cause: unknown) => {
        // Shown, and not yet in the access log: said again when it is shown the next time.
        this.#viewed.delete(key);
        this.#parts.log.error('access-log-failed', { patientId: id, staffId: audience.staffId }, cause);
      });
    }
  }
}
