// A share of what several clinics have in common, which one of them may use without asking: so many walk-ins of a service
// on a business day, each with a number that no other clinic gives. Source: ADR 0022.

import Type, { type Static } from 'typebox';
import { EpochMsNumber, LocalDateText, ShortText, Uuid, strictObject } from './schema.ts';

/** Of a number that was given on paper first: when that was. */
const onPaper = { occurredAt: Type.Optional(EpochMsNumber) };
const UnitNumber = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

export const Lease = Type.Object({
  id: Uuid,
  poolId: Uuid,
  /** Of the clinic that has it. */
  serviceId: Uuid,
  /** It is over with this day. */
  businessDay: LocalDateText,
  /** Its units, both included. */
  first: UnitNumber,
  last: UnitNumber,
  /** The life of the clinic's log that it was granted to: a restored box has none of those from before. */
  epoch: Type.Integer({ minimum: 1 }),
});
export type Lease = Static<typeof Lease>;

export const leaseEvents = {
  'v1.LeaseTaken': Type.Object({ lease: Lease, ...onPaper }),
  /** A ticket took the next unit. */
  'v1.LeaseUsed': Type.Object({ leaseId: Uuid, unit: UnitNumber, usedFor: Uuid, ...onPaper }),
  /** This clinic shares in the pool no more: the service is its own again. */
  'v1.SharingEnded': Type.Object({ poolId: Uuid }),
  /** Its day is over, or the sharing: what was not used goes back. */
  'v1.LeaseReturned': Type.Object({ leaseId: Uuid, units: Type.Integer({ minimum: 0 }), ...onPaper }),
} as const;

/** The body of `PUT /api/v1/pools/{id}`. */
export const PoolRequest = strictObject({
  name: ShortText,
  /** How many units all clinics together use on a business day; null: as many as come, each with a number of its own. */
  perDay: Type.Union([Type.Null(), Type.Integer({ minimum: 1, maximum: 100_000 })]),
  /** How many a clinic holds ahead at most. */
  share: Type.Integer({ minimum: 1, maximum: 10_000 }),
  services: Type.Array(strictObject({ clinicId: Uuid, serviceId: Uuid }), { minItems: 1, maxItems: 200 }),
});
export type PoolRequest = Static<typeof PoolRequest>;

/** `GET /api/v1/pools`: each with its account of one business day, to the last unit. */
export interface PoolList {
  readonly pools: readonly (Omit<PoolRequest, 'services'> & {
    readonly id: string;
    readonly account: LeaseAccount;
  })[];
}

/** Always: granted = used + returned + expired + held. */
export interface LeaseAccount {
  readonly granted: number;
  readonly used: number;
  readonly returned: number;
  /** Of a box that was lost: nobody knows, so nobody gets them again. */
  readonly expired: number;
  readonly held: number;
}
