// What was said in forms, by ticket.

import type { FormResponseRow, Projections } from '../../ports/projections.ts';
import type { Connection } from './connection.ts';

export const PUT_FORM_RESPONSE =
  'INSERT INTO form_responses (id, ticket_id, form_id, version, at, seq, content) VALUES (?, ?, ?, ?, ?, ?, ?)';
export const FORGET_FORM_RESPONSES = 'DELETE FROM form_responses WHERE ticket_id = ?';
export const FORM_RESPONSES_OF_TICKET = `
  SELECT id, ticket_id, form_id, version, at, seq, content FROM form_responses WHERE ticket_id = ? ORDER BY seq`;

export function createFormResponses(db: Connection): Pick<Projections, 'putFormResponse' | 'forgetFormResponsesOf'> {
  const put = db.prepare(PUT_FORM_RESPONSE);
  const forget = db.prepare(FORGET_FORM_RESPONSES);
  return {
    putFormResponse({ id, ticketId, formId, version, at, seq, content }) {
      put.run(id, ticketId, formId, version, at, seq, JSON.stringify(content));
    },
    forgetFormResponsesOf(ticketId) {
      forget.run(ticketId);
    },
  };
}

export function toFormResponse(row: Record<string, unknown>): FormResponseRow {
  return {
    id: row['id'] as string,
    ticketId: row['ticket_id'] as string,
    formId: row['form_id'] as string,
    version: row['version'] as number,
    at: row['at'] as number,
    seq: row['seq'] as number,
    content: JSON.parse(row['content'] as string) as FormResponseRow['content'],
  };
}
