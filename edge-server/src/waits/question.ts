// What the estimating thread is asked: of the state after a commit what it needs and no more, ids and numbers, so that it
// is copied to the thread in half a millisecond. In which order points call is worked out over there.

import type { ServiceId } from '@foyer/contracts/ids.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { hourMs, minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import { isAtPoint } from '@foyer/domain/queue/gap.ts';
import { emptyQueue, rulesNow } from '@foyer/domain/queue/queue-state.ts';
import type { StoredAppointment } from '../ports/read-model.ts';
import type { ClinicState } from '../views/clinic-state.ts';

export interface WaitQuestion extends Pick<ClinicState, 'now' | 'queue' | 'configuration' | 'displayLayouts'> {
  /** Who is booked and has not come. */
  readonly expected: readonly Expected[];
}

export type Expected = Pick<StoredAppointment, 'id' | 'serviceId' | 'at'>;

/** Who is booked later than this changes no wait that is told. */
const bookedWithinMs = 3 * hourMs;
/** Who is so late is no longer counted on. */
const lateMs = 30 * minuteMs;

export function waitQuestion({ now, queue, configuration, appointments, displayLayouts }: ClinicState): WaitQuestion {
  const { servicePoints, gaps, callingRules } = queue;
  const rules = callingRules.get(rulesNow);
  return {
    now,
    configuration,
    displayLayouts,
    expected: appointments
      .filter((appointment) => isExpected(appointment, now))
      .map(({ id, serviceId, at }) => ({ id, serviceId, at })),
    queue: {
      ...emptyQueue,
      tickets: new Map(
        [...queue.tickets].filter(([, ticket]) => ticket.standing.state === TicketState.waiting || isAtPoint(ticket)),
      ),
      servicePoints,
      gaps,
      callingRules: rules === undefined ? new Map() : new Map([[rulesNow, rules]]),
    },
  };
}

/** Whose wait is told before somebody has a number: of those that walk-ins choose, and that a display tells. */
export function servicesTold({
  configuration,
  displayLayouts,
}: Pick<ClinicState, 'configuration' | 'displayLayouts'>): readonly ServiceId[] {
  const onWalls = new Set([...displayLayouts.values()].flatMap(({ waits = [] }) => waits));
  return configuration.services.filter(({ id, walkIn }) => walkIn || onWalls.has(id)).map(({ id }) => id);
}

function isExpected({ status, at, ticketId, mode }: StoredAppointment, now: EpochMs): boolean {
  if (status !== 'booked' || ticketId !== null || (mode !== undefined && mode !== 'in-person')) return false;
  return at > now - lateMs && at < now + bookedWithinMs;
}
