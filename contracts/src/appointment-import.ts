// A table of appointments that a clinic without a centre brings from elsewhere: `POST /api/v1/appointments/import`.
// Looked at first, then taken over; the answer to both has the same shape.

import Type, { type Static } from 'typebox';
import {
  dateOrders,
  tableFields,
  type DateOrder,
  type ImportQuestion,
  type RowFaultCode,
  type TableField,
} from './appointment-table.ts';
import type { PatientId, ServiceId, StaffId } from './ids.ts';
import { FreeText, Uuid, UuidV7, oneOf, strictObject } from './schema.ts';
import type { EpochMs, LocalDate } from './time.ts';

export const ImportRequest = strictObject({
  /** Of the command that takes the rows over, and of its repetition. */
  commandId: UuidV7,
  /** The file as it is, base64; or what was pasted. */
  base64: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' })),
  text: Type.Optional(Type.String()),
  /** What stands in which column, from 0; absent: as the heads say. */
  columns: Type.Optional(
    Type.Array(strictObject({ column: Type.Integer({ minimum: 0, maximum: 200 }), field: oneOf(tableFields) }), {
      maxItems: 40,
    }),
  ),
  dateOrder: Type.Optional(oneOf(dateOrders)),
  /** Of rows that name none. */
  serviceId: Type.Optional(Uuid),
  /** False: only look. */
  commit: Type.Boolean(),
  reason: Type.Optional(FreeText),
});
export type ImportRequest = Static<typeof ImportRequest>;
export type ColumnChoice = NonNullable<ImportRequest['columns']>[number];

export interface RowFault {
  readonly field: TableField;
  readonly code: RowFaultCode;
  /** What stands there. */
  readonly text: string;
}

/** A row that is not empty. It is taken over when it has no fault. */
export interface ImportedRow {
  /** Of the table, from 1, the heads counted. */
  readonly line: number;
  readonly name: string;
  readonly birthDate?: LocalDate;
  readonly phone?: string;
  readonly serviceId?: ServiceId;
  /** Whom it is with. */
  readonly practitioner?: { readonly id: StaffId; readonly name: string };
  readonly at?: EpochMs;
  /** Somebody who is known here already. */
  readonly patientId?: PatientId;
  readonly faults: readonly RowFault[];
}

export interface ImportAnswer {
  readonly ok: true;
  /** The heads of the table, and what each was taken for. */
  readonly columns: readonly { readonly head: string; readonly field?: TableField }[];
  /** Nothing is taken over while something is asked. */
  readonly asks: readonly ImportQuestion[];
  readonly dateOrder?: DateOrder;
  readonly rows: readonly ImportedRow[];
  readonly good: number;
  /** How many were taken over; absent when they were only looked at. */
  readonly added?: number;
}
