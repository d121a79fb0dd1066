// Why a ticket was called, worked out anew from the log: its day is folded up to the call, under the clinic's set-up and
// the rules of that moment, and the choice is made once more.

import type { CallExplanation } from '@foyer/contracts/explanation.ts';
import { explainCall } from '@foyer/domain/queue/explain-call.ts';
import {
  revisionKey,
  rulesNow,
  type CallingRulesRecord,
  type QueueState,
  type TicketRecord,
} from '@foyer/domain/queue/queue-state.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { DayFold, type DayHistory } from './day-fold.ts';

export type CallHistory = DayHistory & Pick<ReadModel, 'callingRules'>;

/** Of its latest call that stands; undefined where no rules chose it. */
export function whyCalled(
  { id, standing, businessDay, last }: TicketRecord,
  history: CallHistory,
): CallExplanation | undefined {
  const hadRules = history.callingRules(revisionKey(1)) !== undefined;
  if (standing.callCount === 0 || !hadRules) return undefined;
  const day = new DayFold(businessDay, history);
  let call: { readonly seq: number; readonly why: CallExplanation | undefined } | undefined;
  for (const fact of day.facts()) {
    if (fact.seq > last.seq) break;
    if (fact.type === 'v1.TicketCalled' && fact.body.ticketId === id) {
      const rules = history.callingRules(revisionKey(fact.body.chosenBy?.revision ?? 0));
      const { configuration, state } = day;
      const isTold = rules !== undefined && configuration !== undefined;
      call = { seq: fact.seq, why: isTold ? explainCall(under(rules, state), fact, { configuration }) : undefined };
    }
    if (fact.type === 'v1.StepUndone' && fact.body.ticketId === id && fact.body.undoneSeq === call?.seq)
      call = undefined;
    day.put(fact);
  }
  return call?.why;
}

function under(rules: CallingRulesRecord, state: QueueState): QueueState {
  return { ...state, callingRules: new Map([[rulesNow, { ...rules, id: rulesNow }]]) };
}
