// What was said in forms, as long as the key of its ticket is there.

import type { Projections } from '../ports/projections.ts';
import type { FoldedRow } from './fold.ts';

export function foldForms(
  row: FoldedRow,
  projections: Pick<Projections, 'putFormResponse' | 'forgetFormResponsesOf'>,
): void {
  if (row.type === 'v1.SubjectErased') {
    for (const ticketId of row.body.ticketIds) projections.forgetFormResponsesOf(ticketId);
    return;
  }
  if (row.type !== 'v1.ConsentRecorded' && row.type !== 'v1.QuestionnaireAnswered') return;
  const content = row.sealed?.form;
  if (content === undefined) return;
  const { ticketId, responseId: id, version } = row.body;
  const formId = row.type === 'v1.ConsentRecorded' ? row.body.consentId : row.body.questionnaireId;
  projections.putFormResponse({ id, ticketId, formId, version, at: row.at, seq: row.seq, content });
}
