// A clinic for a spare box: what lies beside its log, and its rows, by a restore code that an administrator gave out. Before
// the spare takes them it says in which epoch it goes on, and the lost box is refused from then on.

import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { Snapshot, TakeOverOpened } from '@foyer/contracts/snapshot-protocol.ts';
import type { HeldRows } from '@foyer/contracts/sync-protocol.ts';
import { openForTakeOver, takenOverBy } from '../backups/use-cases-restore.ts';
import { giveBackRows } from '../sync-inbox/use-cases-give-back.ts';
import { beginTakenOver, latestEpoch } from '../sync-inbox/use-cases-take-over.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { selectChunk, selectSnapshots } from './queries.ts';

type Refused = { readonly ok: false; readonly refusal: Refusal };

/** Uses the code, unless there is nothing to take over from. */
export async function openTakeOver(context: UseCaseContext, code: string): Promise<TakeOverOpened | Refused> {
  const opened = await openForTakeOver(context, code, async (tx, clinicId) => {
    const [newest] = await selectSnapshots(tx, clinicId);
    return newest === undefined ? undefined : { epoch: await latestEpoch(tx, clinicId) };
  });
  switch (opened.kind) {
    case 'opened':
      return { ok: true, token: opened.token, epoch: opened.found.epoch };
    case 'nothing':
      return { ok: false, refusal: { code: 'no-snapshot' } };
    case 'unknown':
      return { ok: false, refusal: { code: 'restore-code-unknown' } };
  }
}

/** The newest. Undefined, here and below: the token opens nothing now, or there is no such thing. */
export async function readSnapshot(context: UseCaseContext, token: string): Promise<Snapshot | undefined> {
  return takenOverBy(context, token, async (tx, clinicId) => (await selectSnapshots(tx, clinicId))[0]);
}

export async function readPieceChunk(
  context: UseCaseContext,
  token: string,
  { name, number }: { readonly name: string; readonly number: number },
): Promise<Uint8Array | undefined> {
  return takenOverBy(context, token, (tx, clinicId) => selectChunk(tx, clinicId, name, number));
}

export async function readTakenRows(
  context: UseCaseContext,
  token: string,
  place: { readonly epoch: number; readonly seq: number },
): Promise<HeldRows | undefined> {
  const clinicId = await takenOverBy(context, token, async (_, found) => found);
  return clinicId === undefined ? undefined : giveBackRows(context, clinicId, place);
}

/** `edge-replaced` where somebody goes on in that epoch, or a later one, already. */
export async function beginEpochAt(
  context: UseCaseContext,
  token: string,
  epoch: number,
): Promise<{ readonly ok: true } | Refused | undefined> {
  return takenOverBy(context, token, async (tx, clinicId) => {
    if (await beginTakenOver(tx, clinicId, epoch)) return { ok: true };
    return { ok: false, refusal: { code: 'edge-replaced', epoch: await latestEpoch(tx, clinicId) } };
  });
}
