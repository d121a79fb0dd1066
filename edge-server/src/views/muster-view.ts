// The list to tick off at the meeting point. Every member of staff sees every name while an evacuation lasts: whoever is
// outside looks for everyone.

import type { Need } from '@foyer/contracts/ticket-state.ts';
import type { MusterPerson, PatientView } from '@foyer/contracts/staff-view.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import { musterOf } from '@foyer/domain/queue/muster.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { interpreterView } from './company-view.ts';

/** In the order of the list; undefined while the building is in use. */
export function musterPeople(state: ClinicState): readonly MusterPerson[] | undefined {
  const now = evacuationNow(state.queue);
  if (now === undefined) return undefined;
  return musterOf(state.queue, (ticket) => needsOf(ticket, state)).map((ticket, index) => {
    const name = patientOf(ticket, state)?.displayName ?? '';
    const present = now.accountedFor[ticket.id];
    const place = lastSeen(ticket, state);
    const interpreter = interpreterView(ticket, needsOf(ticket, state), state.configuration);
    return {
      id: ticket.id,
      place: index + 1,
      number: ticket.number,
      ...(name === '' ? {} : { name }),
      ...(place === undefined ? {} : { lastSeen: place }),
      ...(ticket.stepOut === undefined ? {} : { outside: true as const }),
      state: ticket.standing.state,
      needs: needsOf(ticket, state),
      ...(interpreter === undefined ? {} : { interpreter }),
      ...(present === undefined ? {} : { present }),
    };
  });
}

/** Whose names are on it: what the access log has to hold. */
export function patientIdsOnMuster(state: ClinicState): readonly string[] {
  if (evacuationNow(state.queue) === undefined) return [];
  return musterOf(state.queue).flatMap(({ patientId }) => (patientId === null ? [] : [patientId]));
}

function patientOf({ patientId }: TicketRecord, state: ClinicState): PatientView | undefined {
  return patientId === null ? undefined : state.patient(patientId);
}

function needsOf(ticket: TicketRecord, state: ClinicState): readonly Need[] {
  return [...new Set([...ticket.needs, ...(patientOf(ticket, state)?.needs ?? [])])];
}

function lastSeen({ id: ticketId, standing }: TicketRecord, state: ClinicState): MusterPerson['lastSeen'] {
  const { configuration, queue } = state;
  const { servicePointId, serviceId } = standing;
  if (servicePointId !== null) return configuration.servicePoints.find(({ id }) => id === servicePointId)?.name;
  const elsewhere = queue.forms.get(ticketId)?.screening?.sendTo;
  return elsewhere ?? configuration.services.find(({ id }) => id === serviceId)?.waitingArea;
}
