// What the estimating thread is asked: of the state after a commit what it needs and no more, ids and numbers, so that it
// is copied to the thread in half a millisecond. In which order points call is worked out over there.

import type { ServiceId } from '@foyer/contracts/ids.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { isAtPoint } from '@foyer/domain/queue/gap.ts';
import { emptyQueue, rulesNow } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from '../views/clinic-state.ts';

export type WaitQuestion = Pick<ClinicState, 'now' | 'queue' | 'configuration' | 'appointments' | 'displayLayouts'>;

export function waitQuestion({ now, queue, configuration, appointments, displayLayouts }: ClinicState): WaitQuestion {
  const { servicePoints, gaps, callingRules } = queue;
  const rules = callingRules.get(rulesNow);
  return {
    now,
    configuration,
    appointments,
    displayLayouts,
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
