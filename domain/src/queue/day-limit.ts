// How many walk-ins a service takes on a day: by the clinic's limit, by the quota of its calling rules, and by the minutes
// that are left until it closes. A kiosk gives no more numbers than that; who is booked is always taken, and so is
// everybody at the desk. Numbers that were taken back are given again.

import type { ClinicConfiguration, ServiceConfiguration } from '@foyer/contracts/configuration.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import { minutesUntilClosing, type Hours } from '../calendar/opening-hours.ts';
import { rulesOf } from './calling-rules.ts';
import { walkInsKey, type QueueChanges, type QueueState, type TicketRecord } from './queue-state.ts';

type Ticket = Pick<TicketRecord, 'appointmentId' | 'businessDay' | 'issuedServiceId'>;

/** What of the day is left, as far as the rules count its minutes. */
export interface DayLeft {
  readonly servicePoints: ClinicConfiguration['servicePoints'];
  /** Until the clinic closes; undefined where no service's minutes are counted, or while it is closed. */
  readonly minutes: number | undefined;
}

export function dayLeft(
  state: Pick<QueueState, 'callingRules'>,
  configuration: Hours & Pick<ClinicConfiguration, 'servicePoints'>,
  now: EpochMs,
): DayLeft {
  const { servicePoints } = configuration;
  const isCounted = rulesOf(state)?.rules.services.some(({ meanMinutes }) => meanMinutes !== undefined) === true;
  return { servicePoints, minutes: isCounted ? minutesUntilClosing(configuration, now) : undefined };
}

/** How many more a kiosk may give; undefined: as many as come. */
export function walkInsLeft(
  { id, dayLimit }: Pick<ServiceConfiguration, 'id' | 'dayLimit'>,
  state: Pick<QueueState, 'walkIns' | 'callingRules' | 'tickets' | 'servicePoints'>,
  businessDay: BusinessDay,
  day: DayLeft,
): number | undefined {
  const { walkInsPerDay, meanMinutes } = rulesOf(state)?.rules.services.find(({ serviceId }) => serviceId === id) ?? {};
  const given = state.walkIns.get(walkInsKey(businessDay, id))?.given ?? 0;
  const byNumber = [dayLimit, walkInsPerDay].filter((limit) => limit !== undefined).map((limit) => limit - given);
  const byTime = meanMinutes === undefined ? undefined : visitsLeft(id, meanMinutes, state, day);
  const all = byTime === undefined ? byNumber : [...byNumber, byTime];
  return all.length === 0 ? undefined : Math.max(0, Math.min(...all));
}

/** Visits that the open points have minutes for, less who waits for them. While all are closed, they are about to open. */
function visitsLeft(
  serviceId: string,
  meanMinutes: number,
  { tickets, servicePoints }: Pick<QueueState, 'tickets' | 'servicePoints'>,
  day: DayLeft,
): number | undefined {
  if (day.minutes === undefined) return undefined;
  const serving = day.servicePoints.filter(({ serviceIds }) => serviceIds.includes(serviceId));
  const working = serving.filter(({ id }) => (servicePoints.get(id)?.state ?? 'closed') !== 'closed');
  let waiting = 0;
  for (const { standing } of tickets.values()) {
    if (standing.state === TicketState.waiting && standing.serviceId === serviceId) waiting += 1;
  }
  const rooms = working.length === 0 ? serving.length : working.length;
  return Math.floor((day.minutes * rooms) / meanMinutes) - waiting;
}

/** One more was given (1), or one was taken back (-1). Who is booked is not counted. */
export function walkInsChanged(state: QueueState, ticket: Ticket, by: 1 | -1): Pick<QueueChanges, 'walkIns'> {
  if (ticket.appointmentId !== null) return {};
  const { businessDay, issuedServiceId: serviceId } = ticket;
  const id = walkInsKey(businessDay, serviceId);
  const given = Math.max(0, (state.walkIns.get(id)?.given ?? 0) + by);
  return { walkIns: [{ id, businessDay, serviceId, given }] };
}
