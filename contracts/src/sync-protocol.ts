// The relay's protocol on one screen. Source: docs/protocol.md, "The relay".
//
// Upward:   POST /sync/v1/rows        UpBatch (gzip) -> UpAnswer
// Downward: GET  /sync/v1/feed?after=N&wait=S        -> FeedPage
// Repair:   GET  /sync/v1/rows?epoch=E&from=N        -> HeldRows
// Pruning:  GET  /sync/v1/checkpoint?days=D          -> CheckpointAnswer (log-checkpoint.ts)
// Devices:  PUT  /sync/v1/device-health   DeviceReport -> { ok: true }    (device-report.ts)
// Live:     PUT  /sync/v1/live            LiveReport -> { ok: true }      (live-report.ts)
// Escrow:   PUT  /sync/v1/clinic-key      ClinicKeyEscrow -> EscrowAnswer
// All with the edge's token as Bearer; the clinic is the token's. What the headers say: relay-line.ts.

import Type, { type Static } from 'typebox';
import { mostFreeTimes } from './booking.ts';
import { appointmentModes } from './appointment-mode.ts';
import { clinicPlace } from './clinic-place.ts';
import { ClinicConfiguration } from './configuration.ts';
import { DetailConflict } from './detail-conflict.ts';
import { GrantedLease } from './lease.ts';
import { PatientDetails } from './patient.ts';
import { spokenVersions, type ProtocolVersion, type SendHint } from './relay-line.ts';
import { staffRoles } from './roles.ts';
import { AmountMinor, EpochMsNumber, LocalDateText, ShortText, Uuid, oneOf } from './schema.ts';

export const maxRowsPerBatch = 5_000;
export const maxBatchBytes = 16 * 1024 * 1024;

const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' });
const Seq = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** A row as a tuple, in the order of `LogRow` without what the batch says once (clinicId, epoch) and without prevHash. */
export const WireRow = Type.Tuple([
  Seq,
  Uuid,
  ShortText,
  EpochMsNumber,
  LocalDateText,
  ShortText,
  Type.Union([Uuid, Type.Null()]),
  Type.String({ maxLength: 1_000_000 }),
  Type.Union([Uuid, Type.Null()]),
  Type.Union([Base64, Type.Null()]),
  Base64,
]);
/** [seq, id, type, at, businessDay, actor, commandId, body, subjectId, sealed, hash] */
export type WireRow = Static<typeof WireRow>;

/**
 * A subject's key, wrapped by the clinic key: beside the rows, never in them. Laid out as a seal is (version byte 01,
 * 12-byte nonce, ciphertext, 16-byte tag; AES-256-GCM) with `keyAssociatedData` as associated data.
 */
export const WireKey = Type.Object({ subjectId: Uuid, wrapped: Base64 });
export type WireKey = Static<typeof WireKey>;

export const UpBatch = Type.Object({
  version: Type.Union([Type.Literal(spokenVersions[0]), Type.Literal(spokenVersions[1])]),
  clinicId: Uuid,
  epoch: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  /** Hash of the row before the first one, base64. */
  prevHash: Base64,
  /** Contiguous, rising, of one epoch. */
  rows: Type.Array(WireRow, { minItems: 1, maxItems: maxRowsPerBatch }),
  keys: Type.Array(WireKey, { maxItems: 2 * maxRowsPerBatch }),
});
export type UpBatch = Static<typeof UpBatch>;

export type UpAnswer =
  /** All rows up to `seq` of `epoch` are committed at the centre. */
  | {
      readonly ok: true;
      readonly epoch: number;
      readonly seq: number;
      readonly dead: number;
      /** Absent in version 1, and where the next batch may be as large as any. */
      readonly next?: SendHint;
    }
  | {
      readonly ok: false;
      readonly refusal: { readonly code: 'gap'; readonly expected: { readonly epoch: number; readonly seq: number } };
    }
  | {
      readonly ok: false;
      readonly refusal: {
        readonly code: 'fork' | 'chain-broken' | 'unknown-epoch' | 'edge-cloned';
        readonly at: { readonly epoch: number; readonly seq: number };
      };
    };

/**
 * `GET /sync/v1/rows?epoch=E&from=N`: rows of the epoch that the centre holds from N on, as they went up, with the keys that
 * it has of their subjects. Without rows: it holds no more of that epoch. Those behind the beginning of the next epoch are of
 * a box that was replaced.
 */
export interface HeldRows extends UpBatch {
  /** The first row of the epoch behind this one; absent: the centre holds none. */
  readonly next?: { readonly epoch: number; readonly seq: number };
}
/** A page of them has at most so many. */
export const heldRowsAtOnce = 1_000;

/** The clinic key, 32 bytes, sent once before the first rows; the same again is fine, another one is refused as a fork. */
export const ClinicKeyEscrow = Type.Object({ clinicKey: Base64 });
export type ClinicKeyEscrow = Static<typeof ClinicKeyEscrow>;
export type EscrowAnswer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: 'fork' } };

/** `GET /sync/v1/position`: what the centre holds of this clinic; epoch 0, seq 0 before the first row. */
export interface Position {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string | null;
  /** The versions that the centre speaks; absent: 1 alone. */
  readonly speaks?: readonly number[];
}

/** What the centre owns and an edge needs, by kind; `null` as body removes. */
export const feedBodies = {
  configuration: ClinicConfiguration,
  /** Ed25519 public key (raw, base64) that check-in codes are verified with. */
  'check-in-key': Type.Object({ publicKey: Base64 }),
  patient: Type.Object({ id: Uuid, details: PatientDetails }),
  /** What two people wrote without seeing each other's. */
  'detail-conflict': DetailConflict,
  appointment: Type.Object({
    id: Uuid,
    patientId: Uuid,
    serviceId: Uuid,
    at: EpochMsNumber,
    minutes: Type.Integer({ minimum: 1 }),
    /** Whom it is with, where that is somebody in particular. */
    practitionerId: Type.Optional(Uuid),
    status: oneOf(['booked', 'cancelled']),
    /** Absent: in person. */
    mode: Type.Optional(oneOf(appointmentModes)),
    interpreterBooked: Type.Optional(Type.Literal(true)),
  }),
  /** What a patient has yet to pay here, as the centre knows it: charge by charge, so that none is counted twice. */
  balance: Type.Object({
    patientId: Uuid,
    currency: ShortText,
    charges: Type.Array(Type.Object({ chargeId: Uuid, amountMinor: AmountMinor }), { minItems: 1 }),
  }),
  /** Another clinic of the network: where it is, and the key of its check-in codes. */
  'network-clinic': Type.Object({ id: Uuid, name: ShortText, ...clinicPlace, publicKey: Base64 }),
  price: Type.Object({
    serviceId: Uuid,
    amountMinor: AmountMinor,
    currency: ShortText,
    version: Type.Integer({ minimum: 1 }),
  }),
  staff: Type.Object({
    id: Uuid,
    name: ShortText,
    roles: Type.Array(oneOf(staffRoles)),
    /** argon2id, PHC string. Empty: the centre has none, and the one that was set at the clinic counts. */
    pinHash: Type.String(),
    /** Absent: four. A tablet opens at the last one. */
    pinDigits: Type.Optional(Type.Integer({ minimum: 4, maximum: 8 })),
    active: Type.Boolean(),
    /** Of a temporary person: the last business day. */
    until: Type.Optional(LocalDateText),
  }),
  'patient-linked': Type.Object({ patientId: Uuid, centralPatientId: Uuid }),
  'subject-erased': Type.Object({ subjectId: Uuid }),
  /** What the clinic may use of what it shares with others. Null of a pool's id: it shares in that one no more. */
  lease: GrantedLease,
  /** The centre asks the edge (a ticket page's command, for one). */
  request: Type.Object({ requestId: Uuid, kind: ShortText, body: Type.Unknown() }),
  /** The centre's answer to a `v1.RequestRaised`. */
  'request-answer': Type.Object({
    requestId: Uuid,
    accepted: Type.Boolean(),
    code: Type.Optional(ShortText),
    /** Of a refused booking: the nearest times that are free. */
    freeTimes: Type.Optional(Type.Array(EpochMsNumber, { maxItems: mostFreeTimes })),
  }),
} as const;
export type FeedKind = keyof typeof feedBodies;
export type FeedItem = {
  [K in FeedKind]: {
    /** Rising per clinic, without meaning beyond order. */
    readonly number: number;
    readonly kind: K;
    /** The id of the thing: a later item of the same kind and id replaces an earlier one. */
    readonly id: string;
    readonly body: Static<(typeof feedBodies)[K]> | null;
  };
}[FeedKind];
export interface FeedPage {
  readonly version: ProtocolVersion;
  readonly serverTime: number;
  readonly items: readonly FeedItem[];
  /** To ask after next. */
  readonly next: number;
  /** Which life of the feed its numbers are of: another one after the centre was restored. Absent in version 1. */
  readonly incarnation?: string;
  /** Set where these are items of a snapshot: all that the centre owns within reach, as of the number `at`. */
  readonly snapshot?: SnapshotPlace & { readonly isLast: boolean };
}

/** How far a snapshot as of the number `at` is: what it has up to the number `from` has been taken in. */
export interface SnapshotPlace {
  readonly at: number;
  readonly from: number;
}

/** What an edge says of how far its copy is when it asks for more. */
export interface FeedPlace {
  readonly number: number;
  /** Null: it has never been told one. */
  readonly incarnation: string | null;
  /** Null while it takes none in. */
  readonly snapshot: SnapshotPlace | null;
}

/** What a request for a ticket page's command carries, kind `ticket-command`. */
export const TicketCommandRequest = Type.Object({ ticketId: Uuid, command: Type.Unknown() });
