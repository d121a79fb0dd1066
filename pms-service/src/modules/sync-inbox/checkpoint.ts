// Up to where an edge may let go of its log: the end of a prefix that the centre holds whole, as it walked the chain of
// hashes itself, and has held for so many days by its own clock. Source: ADR 0023.

import { checkpointMessage, type CheckpointPlace, type LogCheckpoint } from '@foyer/contracts/log-checkpoint.ts';
import { genesisHash, hashInput, type LogRow } from '@foyer/contracts/log-row.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { sha256 } from '../seal.ts';
import { openSigner } from '../tenancy/use-cases-keys.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { keepWalked, selectHead, selectNextEpoch, selectReceivedBy, selectRowsFrom, selectWalked } from './queries.ts';
import { isAtMost, ownerOf, type LogPlace } from './rules.ts';

const rowsAtOnce = 1_000;
/** One answer walks so many rows at most; the next goes on from there. */
const rowsPerAnswer = 20_000;
const beforeFirst: CheckpointPlace = { epoch: 0, seq: 0, hash: genesisHash };

/** Undefined where nothing was received so long ago, what is held does not follow on itself, or a person has to look. */
export async function signCheckpoint(
  context: UseCaseContext,
  clinicId: string,
  days: number,
): Promise<LogCheckpoint | undefined> {
  return context.withTenant({ clinicId }, async (tx) => {
    const head = await selectHead(tx, clinicId);
    const target = await selectReceivedBy(tx, clinicId, context.now() - days * dayMs);
    if (target === undefined || head === undefined || head.quarantined) return undefined;
    const place = await walk(tx, clinicId, target);
    if (place.seq === 0 || !isAtMost(place, target)) return undefined;
    await keepWalked(tx, clinicId, place);
    const sign = await openSigner(context, tx, clinicId);
    const signature = sign(checkpointMessage(clinicId, place));
    const { epoch, seq, hash } = place;
    return { epoch, seq, hash: base64(hash), signature: base64(signature) };
  });
}

/** From where it was walked to before, to the last row of a command that is no further than the target. */
async function walk(tx: Transaction, clinicId: string, target: LogPlace): Promise<CheckpointPlace> {
  const epochs = await beginnings(tx, clinicId);
  const walked = await selectWalked(tx, clinicId);
  // An edge that was brought back from long ago went on below what was walked before.
  const isOnPath = walked !== undefined && ownerOf(epochs, walked.seq) === walked.epoch;
  let place = isOnPath ? walked : beforeFirst;
  let before: CheckpointPlace & { readonly commandId?: string | null } = place;
  for (let left = rowsPerAnswer; left > 0;) {
    const epoch = ownerOf(epochs, before.seq + 1);
    const found = await selectRowsFrom(tx, clinicId, { epoch, seq: before.seq + 1 }, rowsAtOnce);
    const rows = found.filter(({ seq }) => ownerOf(epochs, seq) === epoch);
    if (rows.length === 0) return place;
    for (const row of rows) {
      if (!follows(before, row)) return place;
      if (before.seq > place.seq && (before.commandId == null || before.commandId !== row.commandId)) {
        place = { epoch: before.epoch, seq: before.seq, hash: before.hash };
      }
      if (!isAtMost(row, target)) return place;
      before = row;
    }
    left -= rows.length;
  }
  return place;
}

function follows(before: CheckpointPlace, row: LogRow): boolean {
  if (row.seq !== before.seq + 1 || !Buffer.from(row.prevHash).equals(before.hash)) return false;
  return Buffer.from(sha256(hashInput(row, row.prevHash))).equals(row.hash);
}

/** Of every epoch that is held. */
async function beginnings(tx: Transaction, clinicId: string): Promise<readonly LogPlace[]> {
  const found: LogPlace[] = [];
  for (;;) {
    const next = await selectNextEpoch(tx, clinicId, found.at(-1)?.epoch ?? 0);
    if (next === undefined) return found;
    found.push(next);
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
