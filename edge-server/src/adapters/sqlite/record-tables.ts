// The tables of records: how each is found, walked and put. One row a record, the record itself as JSON; the columns
// beside it serve queries and constraints. Most changes touch the record alone, and then no index is written.

import type { RecordKind, StoredRecords } from '../../ports/projections.ts';

/** What a column may hold. */
export type ColumnValue = string | number | null;

export interface RecordTable<R> {
  readonly table: string;
  /** Beside `id` and `record`. */
  readonly columns: readonly string[];
  readonly values: (record: R) => readonly ColumnValue[];
  /** Which rows the writer's memory holds; `:day` and `:at` are its bounds. */
  readonly residents: readonly string[];
}

const isClosed = ['completed', 'left', 'cancelled'];

export const recordTables: { readonly [K in RecordKind]: RecordTable<StoredRecords[K]> } = {
  tickets: {
    table: 'tickets',
    columns: ['public_id', 'business_day', 'service_id', 'patient_id', 'is_open'],
    values: ({ publicId, businessDay, standing, patientId }) => [
      publicId, businessDay, standing.serviceId, patientId, isClosed.includes(standing.state) ? 0 : 1,
    ],
    residents: ['is_open = 1', 'business_day >= :day'],
  },
  servicePoints: { table: 'service_points', columns: [], values: () => [], residents: ['TRUE'] },
  calls: { table: 'calls', columns: ['at'], values: ({ at }) => [at], residents: ['at >= :at'] },
  help: {
    table: 'help',
    columns: ['at', 'is_open'],
    values: ({ at, acknowledgedAt }) => [at, acknowledgedAt === null ? 1 : 0],
    residents: ['is_open = 1', 'at >= :at'],
  },
  ordinals: {
    table: 'ordinals',
    columns: ['business_day'],
    values: ({ businessDay }) => [businessDay],
    residents: ['business_day >= :day'],
  },
  tills: {
    table: 'tills',
    columns: ['is_open', 'opened_at'],
    values: ({ closedAt, openedAt }) => [closedAt === null ? 1 : 0, openedAt],
    residents: ['is_open = 1', 'opened_at >= :at'],
  },
  charges: {
    table: 'charges',
    columns: ['ticket_id', 'payment_id', 'at', 'patient_id'],
    values: ({ ticketId, paymentId, at, patientId }) => [ticketId, paymentId, at, patientId],
    residents: ['payment_id IS NULL', 'at >= :at'],
  },
  payments: { table: 'payments', columns: ['at'], values: ({ at }) => [at], residents: ['at >= :at'] },
  series: { table: 'series', columns: [], values: () => [], residents: ['TRUE'] },
};

export const recordKinds = Object.keys(recordTables) as readonly RecordKind[];

export function residentsSql(kind: RecordKind): string {
  const { table, residents } = recordTables[kind];
  const parts = residents.map((where) => `SELECT id, record FROM ${table} WHERE ${where}`);
  return parts.length === 1 ? `${parts[0]} ORDER BY id` : `${parts.join(' UNION ')} ORDER BY id`;
}

export function findSql(kind: RecordKind): string {
  return `SELECT record FROM ${recordTables[kind].table} WHERE id = ?`;
}

export function insertSql(kind: RecordKind): string {
  const { table, columns } = recordTables[kind];
  const names = ['id', 'record', ...columns];
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}

export function updateRecordSql(kind: RecordKind): string {
  return `UPDATE ${recordTables[kind].table} SET record = ? WHERE id = ?`;
}

export function updateAllSql(kind: RecordKind): string {
  const { table, columns } = recordTables[kind];
  return `UPDATE ${table} SET ${['record', ...columns].map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
}
