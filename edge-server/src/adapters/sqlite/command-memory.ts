// What was answered to each command, for whoever asks again. Refusals are kept as long as a command may be repeated:
// each new one takes a few of the oldest with it, so that the table keeps its size.

import { dayMs } from '@foyer/contracts/time.ts';
import type { CommandMemory } from '../../ports/command-memory.ts';
import type { Connection } from './connection.ts';

export const RECALL_ANSWER = 'SELECT actor, body_hash, epoch, seq, result FROM answers WHERE command_id = ?';
export const RECALL_REFUSAL =
  'SELECT actor, body_hash, status, answer FROM refusals WHERE command_id = ? ORDER BY number LIMIT 1';
export const ADD_REFUSAL = `
  INSERT INTO refusals (at, actor, command, command_id, code, status, body_hash, answer)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** A command that is older is refused for its age alone. Source: API.md, "POST /api/v1/commands". */
const rememberedMs = 31 * dayMs;
export const FORGET_OLDEST_REFUSALS = `
  DELETE FROM refusals
  WHERE number BETWEEN (SELECT min(number) FROM refusals) AND (SELECT min(number) FROM refusals) + 7 AND at < ?`;

export function createCommandMemory(db: Connection): CommandMemory {
  const recallAnswer = db.prepare(RECALL_ANSWER);
  const recallRefusal = db.prepare(RECALL_REFUSAL);
  const addRefusal = db.prepare(ADD_REFUSAL);
  const forgetOldest = db.prepare(FORGET_OLDEST_REFUSALS);
  return {
    recall(commandId) {
      const accepted = recallAnswer.get(commandId);
      if (accepted !== undefined) {
        const { epoch, seq, result } = accepted;
        return {
          actor: accepted['actor'] as string,
          bodyHash: accepted['body_hash'] as Uint8Array | null,
          status: 200,
          answer: `{"ok":true,"epoch":${String(epoch)},"seq":${String(seq)},"result":${String(result)}}`,
        };
      }
      const refused = recallRefusal.get(commandId);
      if (refused === undefined) return undefined;
      return {
        actor: refused['actor'] as string,
        bodyHash: refused['body_hash'] as Uint8Array,
        status: refused['status'] as number,
        answer: refused['answer'] as string,
      };
    },
    refused({ at, actor, command, commandId, code, status, bodyHash, answer }) {
      forgetOldest.run(at - rememberedMs);
      addRefusal.run(at, actor, command, commandId, code, status, bodyHash, answer);
    },
  };
}
