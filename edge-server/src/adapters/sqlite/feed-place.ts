// How far this edge's copy of what the centre owns is, and the end of a snapshot: what it did not name is gone.

import type { FeedPlace } from '@foyer/contracts/sync-protocol.ts';
import type { FeedPlaceTable } from '../../ports/reference-data.ts';
import type { Connection } from './connection.ts';

export const READ_FEED_PLACE = 'SELECT feed_number, feed_incarnation, snapshot_at, snapshot_from FROM relay';
/** Where each kind of the centre's things is kept, under the name that its items have for it. */
const tables = {
  patient: ['reference_patients', 'id'],
  'detail-conflict': ['reference_conflicts', 'id'],
  appointment: ['reference_appointments', 'id'],
  price: ['reference_prices', 'service_id'],
  staff: ['reference_staff', 'id'],
  balance: ['reference_balances', 'patient_id'],
  'network-clinic': ['network_clinics', 'id'],
} as const;
export type SweptKind = keyof typeof tables;

export function feedPlaceOf(row: Record<string, unknown> | undefined): FeedPlace {
  const [at, from] = [row?.['snapshot_at'], row?.['snapshot_from']];
  return {
    number: (row?.['feed_number'] as number | undefined) ?? 0,
    incarnation: (row?.['feed_incarnation'] as string | null | undefined) ?? null,
    snapshot: typeof at === 'number' && typeof from === 'number' ? { at, from } : null,
  };
}

export function createFeedPlace(db: Connection): FeedPlaceTable {
  const read = db.prepare(READ_FEED_PLACE);
  const putSnapshot = db.prepare('UPDATE relay SET feed_incarnation = ?, snapshot_at = ?, snapshot_from = ?');
  const follow = db.prepare(
    'UPDATE relay SET feed_incarnation = ?, feed_number = ?, snapshot_at = NULL, snapshot_from = NULL',
  );
  const forgetNamed = db.prepare('DELETE FROM snapshot_things');
  const name = db.prepare('INSERT OR IGNORE INTO snapshot_things (kind, id) VALUES (?, ?)');
  const allNamed = db.prepare('SELECT kind, id FROM snapshot_things');
  const unnamed = Object.entries(tables).map(([kind, [table, id]]) => ({
    kind: kind as SweptKind,
    find: db.prepare(`SELECT t.${id} AS id FROM ${table} AS t
      WHERE NOT EXISTS (SELECT 1 FROM snapshot_things AS s WHERE s.kind = '${kind}' AND s.id = t.${id})`),
  }));
  return {
    place: () => feedPlaceOf(read.get()),
    beginSnapshot(incarnation, at) {
      forgetNamed.run();
      putSnapshot.run(incarnation, at, 0);
    },
    named(kind, id) {
      name.run(kind, id);
    },
    snapshotIsAt(incarnation, { at, from }) {
      putSnapshot.run(incarnation, at, from);
    },
    endSnapshot(incarnation, number) {
      forgetNamed.run();
      follow.run(incarnation, number);
    },
    follows(incarnation, number) {
      follow.run(incarnation, number);
    },
    namedThings: () =>
      allNamed
        .all()
        .map((row) => ({ kind: row['kind'] as SweptKind, id: row['id'] as string }))
        .filter(({ kind }) => kind in tables),
    unnamed: () => unnamed.flatMap(({ kind, find }) => find.all().map((row) => ({ kind, id: row['id'] as string }))),
  };
}
