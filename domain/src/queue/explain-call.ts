// Why somebody was called: the choice made once more, over the state as the log had it just before the call.

import type { FactOf } from '@foyer/contracts/events.ts';
import type { CallExplanation } from '@foyer/contracts/explanation.ts';
import { choiceReason, chosenBy, passedOver } from './calling-choice.ts';
import { wholeMinutes } from './calling-claim.ts';
import { rulesOf } from './calling-rules.ts';
import type { FactRow } from './evolve.ts';
import { choicesUnder } from './order.ts';
import type { QueueState } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';

/**
 * `configuration`: the clinic's at the moment of the call. Undefined where no rules chose. Undefined too where the choice
 * comes out another way than the row has it, because the state does not reach back far enough: nothing is said that was
 * not so.
 */
export function explainCall(
  before: QueueState,
  { at, body }: Pick<FactRow, 'at'> & FactOf<'v1.TicketCalled'>,
  { configuration }: Pick<QueueWorld, 'configuration'>,
): CallExplanation | undefined {
  const inForce = rulesOf(before);
  const point = servicePointOf({ configuration }, body.servicePointId);
  if (body.chosenBy === undefined || inForce === undefined || point === undefined) return undefined;
  const choices = choicesUnder(inForce, before, point, { configuration, now: at });
  const choice = choices.calls().next().value;
  if (choice === undefined || choice.claim.ticket.id !== body.ticketId) return undefined;
  const again = chosenBy(choice, inForce);
  if (again.rule !== body.chosenBy.rule || again.condition !== body.chosenBy.condition) return undefined;
  return {
    servicePointId: point.id,
    at,
    chosenBy: again,
    reason: choiceReason(choice, choices, inForce.rules),
    waitedMinutes: wholeMinutes(choice.claim),
    passedOver: passedOver(choice, choices),
  };
}
