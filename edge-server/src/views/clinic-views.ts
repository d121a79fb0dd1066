// The views port over the mirror: one function a namespace, and the access log of whose name was shown to whom.

import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { Explanation } from '@foyer/contracts/explanation.ts';
import type { ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import type { Board, Ticket } from '@foyer/contracts/board-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { WhatIfRequest } from '@foyer/contracts/what-if.ts';
import { inLanguage, languages } from '@foyer/contracts/languages.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { explain } from '@foyer/domain/queue/explain.ts';
import type { Whose } from '@foyer/domain/queue/reassignment.ts';
import { callManner } from '@foyer/domain/queue/call-manner.ts';
import { withChanges, type TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { callView, ticketView as ticketAnswer } from '@foyer/domain/queue/ticket-view.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { Audience, ClinicReading, StaffAudience, Views } from '../ports/views.ts';
import { AccessLog, ViewPurpose, type AccessLogParts } from './access-log.ts';
import type { ClinicMirror } from './clinic-mirror.ts';
import type { ClinicState } from './clinic-state.ts';
import { servicePointName } from './clinic-view.ts';
import { callingPreview, callingRulesView } from './calling-rules-view.ts';
import { currentCalls, displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';
import { announcement } from './announcement.ts';
import { isNamedIn } from './messages-view.ts';
import { patientIdsOnMuster } from './muster-view.ts';
import { LatestOrders } from './point-orders.ts';
import { reassignmentProposal } from './reassignment-view.ts';
import { patientsIn, staffView } from './staff-view.ts';
import { tabletView } from './tablet-view.ts';
import { hasPage, ticketView } from './ticket-view.ts';
import { whatIf } from './what-if.ts';
import { whyCalled, type CallHistory } from './why-called.ts';

export interface ClinicViewsParts extends AccessLogParts {
  readonly mirror: Pick<ClinicMirror, 'state' | 'onChangedFirst' | 'displayLayouts' | 'messages'>;
  readonly readModel: CallHistory & Pick<ReadModel, 'ticketIdByPublicId' | 'ticket'>;
}

export class ClinicViews implements Views, ClinicReading {
  readonly #parts: ClinicViewsParts;
  readonly #accessLog: AccessLog;
  readonly #orders = new LatestOrders();

  constructor(parts: ClinicViewsParts) {
    this.#parts = parts;
    this.#accessLog = new AccessLog(parts);
  }

  onChanged(listener: () => void): void {
    this.#parts.mirror.onChangedFirst(listener);
  }

  view(audience: Audience): object | undefined {
    const { state } = this.#parts.mirror;
    if (state === undefined) return undefined;
    switch (audience.namespace) {
      case '/display':
        return displayView(state, audience.deviceId);
      case '/kiosk':
        return kioskView(state, audience.deviceId);
      case '/ticket':
        return ticketView(state, audience.ticketId);
      case '/staff': {
        if (audience.staffId === null) return tabletView(state);
        const view = staffView(state, audience, this.#orders.at(state));
        this.#remember(audience, view, state);
        return view;
      }
    }
  }

  sharedAudience(audience: Audience): Audience {
    if (audience.namespace !== '/display' || audience.deviceId === undefined) return audience;
    const { displayLayouts, messages } = this.#parts.mirror;
    const isSet = displayLayouts?.has(audience.deviceId) === true;
    const isTold = messages !== undefined && isNamedIn(messages, audience.deviceId);
    return isSet || isTold ? audience : { namespace: audience.namespace };
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
    const record = this.#record(id);
    return record === undefined ? undefined : ticketAnswer(record);
  }

  why(id: string): Explanation | undefined {
    const { state } = this.#parts.mirror;
    const record = this.#record(id);
    if (state === undefined || record === undefined) return undefined;
    const explained = explain(withChanges(state.queue, { tickets: [record] }), id, state);
    const call = whyCalled(record, this.#parts.readModel);
    return explained === undefined || call === undefined ? explained : { ...explained, call };
  }

  callingRules(): ReturnType<ClinicReading['callingRules']> {
    const { state } = this.#parts.mirror;
    return state === undefined ? undefined : callingRulesView(state);
  }

  previewRules(rules: CallingRules | null): ReturnType<ClinicReading['previewRules']> {
    const { state } = this.#parts.mirror;
    return state === undefined ? undefined : callingPreview(state, rules);
  }

  async whatIf(asked: WhatIfRequest): ReturnType<ClinicReading['whatIf']> {
    const { state } = this.#parts.mirror;
    return state === undefined ? undefined : whatIf(state, asked, this.#parts.readModel);
  }

  reassignmentProposal(whose: Whose): ReassignmentProposal | undefined {
    const { state } = this.#parts.mirror;
    return state === undefined ? undefined : reassignmentProposal(state, whose);
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
    const ticket = state.queue.tickets.get(call.ticketId);
    if (ticket?.inDoubtSince !== undefined) return undefined;
    const point = state.configuration.servicePoints.find(({ id }) => id === call.servicePointId);
    if (point === undefined) return undefined;
    const { roomTwice = false } = callManner(ticket?.needs ?? []);
    return announcement(call.number, inLanguage(point.name, spoken), spoken, roomTwice);
  }

  /** Of any day: the mirror holds those that a screen may still show. */
  #record(id: string): TicketRecord | undefined {
    return this.#parts.mirror.state?.queue.tickets.get(id) ?? this.#parts.readModel.ticket(id);
  }

  #remember(audience: StaffAudience, view: StaffView, state: ClinicState): void {
    const ids = patientsIn(view).map(({ id }) => id);
    this.#accessLog.shown(audience.staffId, ids, ViewPurpose.queue, state);
    this.#accessLog.shown(audience.staffId, patientIdsOnMuster(state), ViewPurpose.muster, state);
  }
}
