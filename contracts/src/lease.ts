// A share of what several clinics have in common, which one of them may use without asking: so many walk-ins of a service
// on a business day, each with a number that no other clinic gives. Source: ADR 0022.

import Type, { type Static } from 'typebox';
import type { ClinicId, ServiceId } from './ids.ts';
import type { LocalisedText } from './languages.ts';
import { EpochMsNumber, LocalDateText, ShortText, Uuid, strictObject } from './schema.ts';
import type { EpochMs, ZoneName } from './time.ts';

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

/** As the feed has it. Where the centre wants it back, it ends with what is not used yet. */
export const GrantedLease = Type.Object({ ...Lease.properties, takenBack: Type.Optional(Type.Literal(true)) });
export type GrantedLease = Static<typeof GrantedLease>;

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

/** The body of `POST /api/v1/pools/{id}/take-back` and `.../grant-again`: what one clinic has of a business day. */
export const ShareRequest = strictObject({ clinicId: Uuid, businessDay: LocalDateText });
export type ShareRequest = Static<typeof ShareRequest>;

/** `GET /api/v1/pools`: each with its account of one business day, to the last unit. */
export interface PoolList {
  readonly serverTime: EpochMs;
  readonly pools: readonly ListedPool[];
  /** Every clinic of the network with its services, to choose from. */
  readonly clinics: readonly PoolChoice[];
}
export interface PoolChoice {
  readonly id: ClinicId;
  readonly name: string;
  readonly services: readonly { readonly id: ServiceId; readonly name: LocalisedText }[];
}
export interface ListedPool extends PoolRequest {
  readonly id: string;
  /** Nobody shares in it any more. */
  readonly closedAt?: EpochMs;
  readonly account: LeaseAccount;
  /** What may still be granted of that day; null: without an end. */
  readonly left: number | null;
  /** Came back, and is not granted anew: its clinic has not asked since, or shares in the pool no more. */
  readonly idle: number;
  /** Those that share in it, and those that were granted something of that day. */
  readonly shares: readonly ListedShare[];
}
export interface ListedShare {
  readonly clinicId: ClinicId;
  readonly name: string;
  /** Of its service; absent: it shares in the pool no more. */
  readonly service?: LocalisedText;
  readonly account: LeaseAccount;
  /** It is granted no more of that day. */
  readonly isWithheld: boolean;
  /** When the clinic's business day is over, and its leases with it. */
  readonly until: EpochMs;
  /** Of the clinic's zone. */
  readonly zone: ZoneName;
  /** In the order in which they were granted. */
  readonly leases: readonly ListedLease[];
}
export interface ListedLease {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly used: number;
  readonly returned: number;
  /** Asked back: the clinic has not answered yet. Lost: its box is, and the rest has expired. */
  readonly state: 'held' | 'asked-back' | 'ended' | 'lost';
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
