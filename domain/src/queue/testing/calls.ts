// Builders for tests of calling rules: rules that change nothing yet, and what a room does by them.

import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { FactOf } from '@foyer/contracts/events.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { decideCheckIn } from '../check-in.ts';
import { idOf, aNurse, services, type TestQueue } from '../testing.ts';

type Changes = Partial<Omit<CallingRules, 'usual'>> & { readonly usual?: Partial<CallingRules['usual']> };

/** By class, then by wait; nothing holds anybody back for long. */
export function someRules({ usual = {}, ...changes }: Changes = {}): CallingRules {
  return { ...presetRules['by-arrival'], usual: { conditions: [], order: 'by-class', ...usual }, ...changes };
}

export function under(queue: TestQueue, changes: Changes): TestQueue {
  const decision = queue.send({ type: 'set-calling-rules', rules: someRules(changes) });
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return queue;
}

/** Whoever is there is finished; the fact of the call, or undefined where nobody may be called. */
export function calls(queue: TestQueue, servicePointId: string): FactOf<'v1.TicketCalled'>['body'] | undefined {
  const busy = queue.state.servicePoints.get(servicePointId)?.ticketId != null;
  const decision = queue.send({
    type: 'call-next',
    servicePointId,
    ...(busy ? { finishCurrent: 'not-answered' as const } : {}),
  });
  const called = decision.ok ? decision.facts.find(({ type }) => type === 'v1.TicketCalled') : undefined;
  return called?.type === 'v1.TicketCalled' ? called.body : undefined;
}

/** Checks somebody in whose time is so many minutes from now, before it or after it. */
export function arrives(
  queue: TestQueue,
  inMinutes: number,
  more: { readonly serviceId?: string; readonly practitionerId?: string } = {},
): string {
  const moment = queue.moment();
  const count = queue.rows.length;
  const appointment = {
    id: idOf(5000 + count),
    patientId: idOf(6000 + count),
    serviceId: services.general,
    at: moment.at + inMinutes * minuteMs,
    ticketId: null,
    ...more,
  };
  const decision = decideCheckIn({ appointment, needs: [] }, aNurse, queue.state, queue.world, moment);
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  for (const fact of decision.facts) queue.append(fact, moment);
  const [issued] = decision.facts;
  return issued?.type === 'v1.TicketIssued' ? issued.body.ticketId : '';
}
