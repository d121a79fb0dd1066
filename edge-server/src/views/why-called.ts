// Why a ticket was called, worked out anew from the log: its rows are folded up to the call, and the choice is made once
// more. The fold begins with the ticket's business day, when the rooms were closed and the queue was empty; in a clinic
// that went on through the change of day, with the day before.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { CallExplanation } from '@foyer/contracts/explanation.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import { openThroughChanges } from '@foyer/domain/calendar/opening-hours.ts';
import { evolve } from '@foyer/domain/queue/evolve.ts';
import { explainCall } from '@foyer/domain/queue/explain-call.ts';
import {
  emptyQueue,
  revisionKey,
  rulesNow,
  type CallingRulesRecord,
  type QueueChanges,
  type QueueState,
  type TicketRecord,
} from '@foyer/domain/queue/queue-state.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { rowsFrom, toFact } from './log-facts.ts';

export type CallHistory = Pick<ReadModel, 'logAfter' | 'position' | 'callingRules'>;
type Records = { [T in keyof QueueState]: Map<string, { readonly id: string }> };

/** Of its latest call that stands; undefined where no rules chose it. */
export function whyCalled(
  { id, standing, businessDay, last }: TicketRecord,
  configuration: ClinicConfiguration,
  history: CallHistory,
): CallExplanation | undefined {
  const hadRules = history.callingRules(revisionKey(1)) !== undefined;
  if (standing.callCount === 0 || !hadRules) return undefined;
  const records = Object.fromEntries(Object.keys(emptyQueue).map((table) => [table, new Map()])) as Records;
  const state = records as unknown as QueueState;
  let call: { readonly seq: number; readonly why: CallExplanation | undefined } | undefined;
  for (const row of rowsFrom(beginning(businessDay, configuration), history)) {
    if (row.seq > last.seq) break;
    const fact = toFact(row);
    if (fact === undefined) continue;
    if (fact.type === 'v1.TicketCalled' && fact.body.ticketId === id) {
      const rules = history.callingRules(revisionKey(fact.body.chosenBy?.revision ?? 0));
      const why = rules === undefined ? undefined : explainCall(under(rules, state), fact, { configuration });
      call = { seq: fact.seq, why };
    }
    if (fact.type === 'v1.StepUndone' && fact.body.ticketId === id && fact.body.undoneSeq === call?.seq)
      call = undefined;
    put(records, evolve(state, fact));
  }
  return call?.why;
}

function beginning(businessDay: BusinessDay, configuration: ClinicConfiguration): BusinessDay {
  const before = addDays(businessDay, -1);
  return openThroughChanges(configuration, before, businessDay) ? before : businessDay;
}

function under(rules: CallingRulesRecord, state: QueueState): QueueState {
  return { ...state, callingRules: new Map([[rulesNow, { ...rules, id: rulesNow }]]) };
}

function put(records: Records, changes: QueueChanges): void {
  for (const [table, changed] of Object.entries(changes) as [
    keyof QueueState,
    { readonly id: string }[] | undefined,
  ][]) {
    for (const record of changed ?? []) records[table].set(record.id, record);
  }
}
