// Room 3 under calling rules: walk-ins have a turn, and R014 has it before who is booked.

import type { PassedOverReason } from '@foyer/contracts/calling-choices.ts';
import type { Explanation } from '@foyer/contracts/explanation.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { aTypicalRoom, now, room3, services } from './a-staff-view.ts';

export function aRuledRoom(): StaffView {
  const view = aTypicalRoom();
  const waiting = Object.values(view.tickets).filter(({ state }) => state === 'waiting');
  const order = ['R014', 'A047', 'R015'].map((number) => waiting.find((ticket) => ticket.number === number)!.id);
  const point = {
    ...view.servicePoints[room3]!,
    nextTicketId: order[0]!,
    order,
    calledBy: { order: 'by-arrival', inTurns: true } as const,
  };
  return { ...view, servicePoints: { ...view.servicePoints, [room3]: point } };
}

/** Of R014. */
export function aTurnExplained({ tickets }: StaffView): Explanation {
  const passed = (number: string, waitedMinutes: number, because: PassedOverReason) => {
    const ticketId = Object.values(tickets).find((ticket) => ticket.number === number)!.id;
    return { ticketId, number, waitedMinutes, because };
  };
  return {
    rule: 'calling-rules',
    state: 'waiting',
    serviceId: services.walkIn,
    priorityClass: 'walk-in',
    placeAt: now - 41 * minuteMs,
    waiting: 17,
    position: 1,
    points: [
      {
        servicePointId: room3,
        position: 1,
        reason: { rule: 'share', priorityClass: 'walk-in', share: 1, of: 4 },
        passedOver: [passed('A050', 71, 'share'), passed('R016', 58, 'skill')],
      },
    ],
    before: [],
    claim: {
      revision: 1,
      priorityClass: 'walk-in',
      since: now - 56 * minuteMs,
      waitedMinutes: 56,
      earlierMinutes: 15,
      isDue: true,
      opensAt: now - 26 * minuteMs,
      longestWaitAt: now + 64 * minuteMs,
    },
  };
}
