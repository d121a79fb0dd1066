// What an edge that lost rows of its log is given back: its own, byte for byte as they went up, with the keys that are left.
// Its chain proves them: nobody has to believe the centre.

import { base64 } from '@foyer/cloud-sync/batch.ts';
import { toWire } from '@foyer/contracts/wire-row.ts';
import { genesisHash } from '@foyer/contracts/log-row.ts';
import { protocolVersion } from '@foyer/contracts/relay-line.ts';
import { heldRowsAtOnce, type HeldRows } from '@foyer/contracts/sync-protocol.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { selectKeys, selectNextEpoch, selectRowsFrom } from './queries.ts';
import type { LogPlace } from './rules.ts';

/** The rows of the epoch from this number on, a page of them. Keys that were destroyed stay destroyed. */
export async function giveBackRows(context: UseCaseContext, clinicId: string, from: LogPlace): Promise<HeldRows> {
  return context.withTenant({ clinicId }, async (tx) => {
    const rows = await selectRowsFrom(tx, clinicId, from, heldRowsAtOnce);
    const subjects = new Set(rows.map(({ subjectId }) => subjectId).filter((subjectId) => subjectId !== null));
    const keys = subjects.size === 0 ? [] : await selectKeys(tx, clinicId, [...subjects]);
    const next = await selectNextEpoch(tx, clinicId, from.epoch);
    return {
      version: protocolVersion,
      clinicId,
      epoch: from.epoch,
      prevHash: base64(rows[0]?.prevHash ?? genesisHash),
      rows: rows.map((row) => toWire(row, base64)),
      keys: keys.map(({ subjectId, wrapped }) => ({ subjectId, wrapped: base64(wrapped) })),
      ...(next === undefined ? {} : { next }),
    };
  });
}
