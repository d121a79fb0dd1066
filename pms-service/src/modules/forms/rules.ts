import type { InboxFact } from '../facts/types.ts';
import type { FormChanges, FormResponse } from './types.ts';

/** What was said and erased in one batch was never here; of a row whose key is gone, there is nothing to keep. */
export function formChanges(facts: readonly InboxFact[]): FormChanges {
  const said = new Map<string, FormResponse>();
  const forgotten = new Set<string>();
  const cleared = new Set<string>();
  for (const fact of facts) {
    const response = responseOf(fact);
    if (response !== undefined) said.set(response.responseId, response);
    if (fact.type === 'v1.ScreeningCleared') {
      cleared.add(fact.body.ticketId);
      for (const one of ofTicket(said, fact.body.ticketId)) said.set(one.responseId, { ...one, screens: false });
    }
    for (const ticketId of fact.type === 'v1.SubjectErased' ? fact.body.ticketIds : []) {
      forgotten.add(ticketId);
      for (const one of ofTicket(said, ticketId)) said.delete(one.responseId);
    }
  }
  return { said: [...said.values()], forgottenTickets: [...forgotten], clearedTickets: [...cleared] };
}

function ofTicket(said: ReadonlyMap<string, FormResponse>, ticketId: string): readonly FormResponse[] {
  return [...said.values()].filter((one) => one.ticketId === ticketId);
}

function responseOf(fact: InboxFact): FormResponse | undefined {
  if (fact.type !== 'v1.ConsentRecorded' && fact.type !== 'v1.QuestionnaireAnswered') return undefined;
  const content = fact.sealed?.form;
  if (content === undefined) return undefined;
  const { ticketId, responseId, version } = fact.body;
  const { businessDay, at } = fact;
  const kept = { responseId, ticketId, version, businessDay, at, content, screens: content.screening !== undefined };
  return fact.type === 'v1.ConsentRecorded'
    ? { ...kept, kind: 'consent', formId: fact.body.consentId }
    : { ...kept, kind: 'questionnaire', formId: fact.body.questionnaireId };
}
