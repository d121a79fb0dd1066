// The tables of records: how each is found, walked and put. One row a record, the record itself as JSON; the columns
// beside it serve queries and constraints. Most changes touch the record alone, and then no index is written.

import type { RecordKind, StoredRecords } from '../../ports/projections.ts';

/** What a column may hold. */
export type ColumnValue = string | number | null;

export interface RecordTable<R> {
  readonly table: string;
  /** Beside `id` and `record`: set once. */
  readonly fixed: Columns<R>;
  /** Beside `id` and `record`: may change. */
  readonly changing: Columns<R>;
  /** Which rows a screen may still show, beside those whose id is not below `:from`. */
  readonly shown?: string;
  /** Which rows a decision walks through. All others it asks for by their id. */
  readonly walked?: string;
}
interface Columns<R> {
  readonly names: readonly string[];
  readonly values: (record: R) => readonly ColumnValue[];
}

const none: Columns<unknown> = { names: [], values: () => [] };
const plain = { fixed: none, changing: none } as const;
const isClosed: readonly string[] = ['completed', 'left', 'cancelled'];
/** However old an open ticket is by its id, such as before the clock jumped. */
const ofOpenTickets = 'id IN (SELECT id FROM tickets WHERE is_open = 1)';
const callsOfOpenTickets = `id IN (SELECT json_extract(record, '$.standing.callId') FROM tickets WHERE is_open = 1)`;

export const recordTables: { readonly [K in RecordKind]: RecordTable<StoredRecords[K]> } = {
  tickets: {
    table: 'tickets',
    fixed: { names: ['public_id'], values: ({ publicId }) => [publicId] },
    changing: {
      names: ['service_id', 'patient_id', 'is_open'],
      values: ({ standing, patientId }) => [standing.serviceId, patientId, isClosed.includes(standing.state) ? 0 : 1],
    },
    shown: 'is_open = 1',
    walked: 'is_open = 1',
  },
  servicePoints: { table: 'service_points', ...plain, shown: 'TRUE', walked: 'TRUE' },
  calls: { table: 'calls', ...plain, shown: callsOfOpenTickets },
  help: {
    table: 'help',
    fixed: none,
    changing: {
      names: ['is_open'],
      values: ({ acknowledgedAt }) => [acknowledgedAt === null ? 1 : 0],
    },
    shown: 'is_open = 1',
    walked: 'is_open = 1',
  },
  ordinals: { table: 'ordinals', ...plain },
  evacuations: { table: 'evacuations', ...plain, shown: 'TRUE', walked: 'TRUE' },
  closings: { table: 'closings', ...plain },
  walkIns: { table: 'walk_ins', ...plain },
  delays: { table: 'delays', ...plain, shown: 'TRUE', walked: 'TRUE' },
  messages: { table: 'messages', ...plain },
  paperNumbers: { table: 'paper_numbers', ...plain },
  reassignments: { table: 'reassignments', ...plain },
  reassignedAppointments: { table: 'reassigned_appointments', ...plain },
  gaps: { table: 'gaps', ...plain },
  forms: { table: 'ticket_forms', ...plain, shown: ofOpenTickets },
  callingRules: { table: 'calling_rules', ...plain, walked: `id = 'now'` },
  tills: {
    table: 'tills',
    fixed: none,
    changing: { names: ['is_open'], values: ({ closedAt }) => [closedAt === null ? 1 : 0] },
    shown: 'is_open = 1',
    walked: 'is_open = 1',
  },
  charges: {
    table: 'charges',
    fixed: { names: ['ticket_id'], values: ({ ticketId }) => [ticketId] },
    changing: {
      names: ['patient_id', 'is_paid'],
      values: ({ patientId, paymentId }) => [patientId, paymentId === null ? 0 : 1],
    },
    shown: 'is_paid = 0',
  },
  payments: { table: 'payments', ...plain },
  series: { table: 'series', ...plain, shown: 'TRUE' },
};

export const recordKinds = Object.keys(recordTables) as readonly RecordKind[];

/** Takes `:from`, the lowest id that is recent. */
export function shownSql(kind: RecordKind): string {
  const { table, shown } = recordTables[kind];
  if (shown === 'TRUE') return `SELECT id, record FROM ${table} WHERE id >= :from OR TRUE ORDER BY id`;
  const recent = `SELECT id, record FROM ${table} WHERE id >= :from`;
  return `${shown === undefined ? recent : `${recent} UNION SELECT id, record FROM ${table} WHERE ${shown}`} ORDER BY id`;
}

export function walkedSql(kind: RecordKind): string | undefined {
  const { table, walked } = recordTables[kind];
  return walked === undefined ? undefined : `SELECT record FROM ${table} WHERE ${walked} ORDER BY id`;
}

export function findSql(kind: RecordKind): string {
  return `SELECT record FROM ${recordTables[kind].table} WHERE id = ?`;
}

export function insertSql(kind: RecordKind): string {
  const { table, fixed, changing } = recordTables[kind];
  const names = ['id', 'record', ...fixed.names, ...changing.names];
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}

export function updateRecordSql(kind: RecordKind): string {
  return `UPDATE ${recordTables[kind].table} SET record = ? WHERE id = ?`;
}

export function updateAllSql(kind: RecordKind): string {
  const { table, changing } = recordTables[kind];
  return `UPDATE ${table} SET ${['record', ...changing.names].map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
}
