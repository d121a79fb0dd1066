// A release tried on a copy of a clinic before it gets the clinic itself: it opens the database, brings it to its own
// schema, folds its log and gives a real number, which stays in the copy. Source: ADR 0016.

import { createRandomIds } from '../adapters/crypto/random-ids.ts';
import { openReadModel } from '../adapters/sqlite/read-model.ts';
import type { Clock } from '../ports/clock.ts';
import { composeWriter } from './compose.ts';
import { systemClock } from './system-clock.ts';

export type Rehearsal =
  | { readonly ok: true; readonly number: string }
  /** Decided and refused by the clinic's own rules, such as a day that is closed: it works. */
  | { readonly ok: true; readonly refused: string }
  | { readonly ok: true; readonly empty: true }
  | { readonly ok: false; readonly code: string };

/** Nothing else has the copy open. Throws where it cannot be opened or brought to the new schema. */
export function rehearse(
  copy: { readonly databasePath: string; readonly clinicKeyPath: string },
  clock: Clock = systemClock,
): Rehearsal {
  const faults: unknown[] = [];
  const writer = composeWriter({ ...copy, batching: false }, (fault) => faults.push(fault), { clock });
  try {
    writer.engine.load();
    const serviceId = firstWalkIn(copy.databasePath);
    if (serviceId === undefined) return { ok: true, empty: true };
    const commandId = createRandomIds().newId(clock.wall());
    const submission = {
      command: { type: 'issue-ticket', commandId, serviceId },
      sender: { actor: 'system', roles: ['supervisor'] },
    } as const;
    const [first] = writer.engine.run({ kind: 'submit', id: 1, submission }, () => undefined).answers;
    const answer = first?.answer;
    if (answer === undefined || 'failed' in answer || faults.length > 0) return { ok: false, code: 'internal' };
    if ('result' in answer) return { ok: true, number: numberIn(answer.result) };
    if ('refusal' in answer) return { ok: true, refused: answer.refusal.code };
    return { ok: false, code: 'error' in answer ? answer.error.code : 'internal' };
  } finally {
    writer.close();
  }
}

function firstWalkIn(databasePath: string): string | undefined {
  const read = openReadModel(databasePath);
  try {
    return read.configuration()?.services.find(({ walkIn }) => walkIn)?.id;
  } finally {
    read.close();
  }
}
function numberIn(result: unknown): string {
  return (result as { readonly ticket: { readonly number: string } }).ticket.number;
}
