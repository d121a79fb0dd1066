// What an edge tells its centre of its devices: `PUT /sync/v1/device-health`. It is how they are now and no fact: the newest
// report takes the place of the one before, and a lost one is nothing lost.

import Type, { type Static } from 'typebox';
import type { EpochMs } from './time.ts';
import { EpochMsNumber, ShortText } from './schema.ts';

const Percent = Type.Optional(Type.Integer({ minimum: 0, maximum: 100 }));

/** Of `BoxHealth`; ends and places of a later edge are taken as they are. */
const ReportedBox = Type.Object({
  update: Type.Optional(
    Type.Object({
      end: ShortText,
      at: Type.Optional(EpochMsNumber),
      version: Type.Optional(ShortText),
      code: Type.Optional(ShortText),
    }),
  ),
  backups: Type.Record(ShortText, EpochMsNumber),
  copies: Type.Optional(
    Type.Array(
      Type.Object({
        place: ShortText,
        seq: Type.Integer({ minimum: 0 }),
        waitingRows: Type.Integer({ minimum: 0 }),
        behindSince: Type.Optional(EpochMsNumber),
      }),
      { maxItems: 10 },
    ),
  ),
});

/** Of `DeviceHealth` what matters away from the clinic. Kinds and problems of a later edge are taken as they are. */
export const ReportedDevice = Type.Object({
  id: ShortText,
  kind: ShortText,
  name: Type.String({ maxLength: 120 }),
  connected: Type.Boolean(),
  lastSeenAt: Type.Optional(EpochMsNumber),
  model: Type.Optional(ShortText),
  firmware: Type.Optional(ShortText),
  batteryPercent: Percent,
  linkPercent: Percent,
  paper: Type.Optional(ShortText),
  recentTickets: Type.Optional(Type.Array(ShortText, { maxItems: 20 })),
  box: Type.Optional(ReportedBox),
  passwordUntil: Type.Optional(Type.Union([EpochMsNumber, Type.Null()])),
  problems: Type.Array(ShortText, { maxItems: 20 }),
});
export type ReportedDevice = Static<typeof ReportedDevice>;

export const mostReportedDevices = 1_000;

export const DeviceReport = Type.Object({
  /** By the edge's clock. */
  at: EpochMsNumber,
  devices: Type.Array(ReportedDevice, { maxItems: mostReportedDevices }),
});
export type DeviceReport = Static<typeof DeviceReport>;

/** `GET /api/v1/clinics/{clinicId}/devices`: as the clinic's edge said last. */
export interface ClinicDevices {
  /** By the centre's clock; null: it has never said. */
  readonly heardAt: number | null;
  /** When the edge itself was last heard of; null: never. */
  readonly edgeHeardAt: number | null;
  readonly zone: string;
  readonly devices: readonly ReportedDevice[];
  /** The newest of its backups that is whole at the centre; null: it has sent none. */
  readonly backup: CentreBackup | null;
}
export interface CentreBackup {
  /** By the edge's clock. */
  readonly takenAt: EpochMs;
  readonly bytes: number;
}
