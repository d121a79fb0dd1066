// What a clinic is made of. The edge owns it until a PMS adopts the clinic; then it comes by the feed and is copied
// into the log as `v1.ConfigurationApplied`.

import Type, { type Static } from 'typebox';
import { CardFormats } from './card-formats.ts';
import { clinicPlace } from './clinic-place.ts';
import { ClosedDates } from './closed-dates.ts';
import { DetailRules } from './detail-conflict.ts';
import { formsOfClinic } from './forms.ts';
import { journeysOfClinic } from './journey.ts';
import { currencyPattern } from './money.ts';
import { PaperTemplates } from './paper-template.ts';
import { PrintersSetUp } from './printers-set-up.ts';
import { queueRules } from './queue-rules.ts';
import { ScannersSetUp } from './scanners-set-up.ts';
import { LanguageTag, LocalisedTextSchema, ShortText, TimeOfDayText, Uuid, strictObject } from './schema.ts';

export const ServiceConfiguration = strictObject({
  id: Uuid,
  name: LocalisedTextSchema,
  /** The letter before a ticket's number; never one that sounds like another or betrays a specialty. */
  prefix: Type.String({ pattern: '^[ACEFGHJKLMNQRSUVWXYZ]$' }),
  /** Where its patients wait, as said to them. */
  waitingArea: LocalisedTextSchema,
  /** How to get there from the kiosk. */
  directions: Type.Optional(LocalisedTextSchema),
  /** Whether a walk-in may choose it at the kiosk. */
  walkIn: Type.Boolean(),
  /** How many walk-ins a kiosk gives numbers to on one business day; absent: as many as come. Staff may give more. */
  dayLimit: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
  /** How many may be booked for it at one time; absent: as many as come. */
  bookedAtOnce: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
  /** The wait that the clinic aims for, in minutes. */
  targetMinutes: Type.Integer({ minimum: 1, maximum: 480 }),
});
export type ServiceConfiguration = Static<typeof ServiceConfiguration>;

export const directionArrows = ['left', 'right', 'ahead', 'back', 'left-up', 'right-up'] as const;
export const ServicePointConfiguration = strictObject({
  id: Uuid,
  /** As shown and spoken: "Room 3". */
  name: LocalisedTextSchema,
  serviceIds: Type.Array(Uuid, { minItems: 1, maxItems: 40, uniqueItems: true }),
  direction: Type.Optional(
    Type.Unsafe<(typeof directionArrows)[number]>({ type: 'string', enum: [...directionArrows] }),
  ),
  /** Of the building, as said: "First floor". */
  floor: Type.Optional(LocalisedTextSchema),
  /** Whether it is cleaned between two patients. */
  cleaning: Type.Optional(Type.Boolean()),
  /** How long a patient is to be in one state of the room at most, in minutes. */
  targetMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
});
export type ServicePointConfiguration = Static<typeof ServicePointConfiguration>;

export const OpeningHours = strictObject({
  /** 1 is Monday, 7 Sunday. Source: ISO 8601. */
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  from: TimeOfDayText,
  /** 23:59 means midnight. A clinic that is open through the change of day keeps its queue. */
  until: TimeOfDayText,
});

export const ClinicConfiguration = strictObject({
  clinicId: Uuid,
  /** Short, printed on receipts: capital letters and digits. */
  code: Type.String({ pattern: '^[A-Z0-9]{2,8}$' }),
  name: ShortText,
  zone: Type.String({ minLength: 1, maxLength: 60 }),
  currency: Type.String({ pattern: currencyPattern }),
  ...clinicPlace,
  /** When the business day changes, local time. */
  businessDayStartsAt: TimeOfDayText,
  languages: Type.Array(LanguageTag, { minItems: 1, maxItems: 4, uniqueItems: true }),
  /** A fill behind text, `#RRGGBB`; its contrast is repaired automatically. */
  accent: Type.Optional(Type.String({ pattern: '^#[0-9A-Fa-f]{6}$' })),
  services: Type.Array(ServiceConfiguration, { maxItems: 60 }),
  servicePoints: Type.Array(ServicePointConfiguration, { maxItems: 200 }),
  openingHours: Type.Array(OpeningHours, { maxItems: 60 }),
  /** Shut on these days, whatever the hours say. */
  closedDates: Type.Optional(ClosedDates),
  /** The service that a patient who was not found is sent to with a number. */
  deskServiceId: Type.Optional(Uuid),
  evacuation: Type.Optional(
    strictObject({
      /** Where everybody meets outside, as said to patients: "the car park, Quay Road". */
      meetingPoint: Type.Optional(LocalisedTextSchema),
    }),
  ),
  /** Which details of a patient the newer version wins, where two meet; absent: as usual. */
  detailRules: Type.Optional(DetailRules),
  /** Whether patients are told the names of staff, as in "Dr Lim is running late"; absent: the room's name alone. */
  staffNamesInPublic: Type.Optional(Type.Boolean()),
  /** The letter of numbers that were printed ahead, for when there is no edge; absent: W, or one that no service has. */
  paperPrefix: Type.Optional(Type.String({ pattern: '^[ACEFGHJKLMNQRSUVWXYZ]$' })),
  /** What is asked before a service, at the kiosk or by staff. */
  ...formsOfClinic,
  ...journeysOfClinic,
  ...queueRules,
  /** How papers look; absent: as usual. */
  paper: Type.Optional(PaperTemplates),
  /** On the cables of the edge; absent: those that the machine was started with. */
  printers: Type.Optional(PrintersSetUp),
  scanners: Type.Optional(ScannersSetUp),
  /** Cards and wristbands that a kiosk reads; absent: those whose number is written of a patient just as it is scanned. */
  cardFormats: Type.Optional(CardFormats),
  /** Numbers no ticket may have, such as 13 or 666. */
  skippedOrdinals: Type.Array(Type.Integer({ minimum: 1, maximum: 9999 }), { maxItems: 100 }),
});
export type ClinicConfiguration = Static<typeof ClinicConfiguration>;
