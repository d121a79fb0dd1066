// Live check-in codes that were used, by their ids.

import type { Projections, UsedCodeRow } from '../../ports/projections.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Connection } from './connection.ts';

export const PUT_USED_CODE = `
  INSERT OR IGNORE INTO used_live_codes (code_id, appointment_id, ticket_id, identification_id) VALUES (?, ?, ?, ?)`;
export const FIND_USED_CODE =
  'SELECT code_id, appointment_id, ticket_id, identification_id FROM used_live_codes WHERE code_id = ?';

export function createUsedCodes(db: Connection): Pick<Projections, 'putUsedCode' | 'usedCode'> {
  const put = db.prepare(PUT_USED_CODE);
  return {
    putUsedCode({ codeId, appointmentId, ticketId, identificationId }) {
      put.run(codeId, appointmentId, ticketId, identificationId ?? null);
    },
    ...readUsedCodes(db),
  };
}

export function readUsedCodes(db: Connection): Pick<ReadModel, 'usedCode'> {
  const find = db.prepare(FIND_USED_CODE);
  return {
    usedCode(codeId) {
      const row = find.get(codeId);
      return row === undefined ? undefined : toUsedCode(row);
    },
  };
}

function toUsedCode(row: Record<string, unknown>): UsedCodeRow {
  const identificationId = row['identification_id'] as string | null;
  return {
    codeId: row['code_id'] as string,
    appointmentId: row['appointment_id'] as string,
    ticketId: row['ticket_id'] as string,
    ...(identificationId === null ? {} : { identificationId }),
  };
}
