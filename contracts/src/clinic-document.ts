// What of a clinic is changed after its first run, as one document: what a screen edits, a file holds, and a fact tells
// part by part. Every part is always there; what the clinic does not say is null, or a list of nothing.

import Type, { type Static, type TSchema } from 'typebox';
import { CardFormats } from './card-formats.ts';
import { ClosedDates } from './closed-dates.ts';
import { ClinicConfiguration } from './configuration.ts';
import { mostForms } from './form-limits.ts';
import { ConsentForm, Questionnaire } from './forms.ts';
import { JourneyTemplate } from './journey.ts';
import { PaperTemplates } from './paper-template.ts';
import { PrintersSetUp } from './printers-set-up.ts';
import { NotAnsweredRule, StrandedRule } from './queue-rules.ts';
import { ScannersSetUp, type ScannerSetUp } from './scanners-set-up.ts';
import { AmountMinor, LanguageTag, LocalisedTextSchema, ShortText, Uuid, strictObject } from './schema.ts';

const { accent, services, servicePoints, openingHours, deskServiceId, paperPrefix, skippedOrdinals } =
  ClinicConfiguration.properties;

export const ClinicPrice = strictObject({ serviceId: Uuid, amountMinor: AmountMinor });
export type ClinicPrice = Static<typeof ClinicPrice>;

const parts = {
  name: ShortText,
  /** Of the walls and voices, the first being the one that is said first. */
  languages: Type.Array(LanguageTag, { minItems: 1, maxItems: 4, uniqueItems: true }),
  accent: orNull(accent),
  services,
  /** The service that a patient who was not found is sent to with a number. */
  deskServiceId: orNull(deskServiceId),
  servicePoints,
  openingHours,
  closedDates: ClosedDates,
  /** Of what is charged. */
  prices: Type.Array(ClinicPrice, { maxItems: 60 }),
  /** Where everybody meets outside. */
  meetingPoint: orNull(LocalisedTextSchema),
  staffNamesInPublic: Type.Boolean(),
  paperPrefix: orNull(paperPrefix),
  skippedOrdinals,
  cardFormats: CardFormats,
  consents: Type.Array(ConsentForm, { maxItems: mostForms }),
  questionnaires: Type.Array(Questionnaire, { maxItems: mostForms }),
  journeys: Type.Array(JourneyTemplate, { maxItems: mostForms }),
  notAnswered: orNull(NotAnsweredRule),
  stranded: orNull(StrandedRule),
  /** How papers look. */
  paper: orNull(PaperTemplates),
  /** Null: those that the machine was started with. */
  printers: orNull(PrintersSetUp),
  scanners: orNull(ScannersSetUp),
};

export const ClinicDocument = strictObject(parts);
export type ClinicDocument = Static<typeof ClinicDocument>;
export type ClinicPart = keyof ClinicDocument;

/** As a fact has them: it may be of a later release, which knows more parts. */
export const ChangedParts = Type.Partial(ClinicDocument);
/** Each part that is named takes the place of the one before, whole. */
export const ClinicChanges = strictObject(ChangedParts.properties);
export type ClinicChanges = Static<typeof ClinicChanges>;

/** `GET /api/v1/clinic`: the clinic as it is set up now. */
export interface ClinicAsSetUp {
  readonly clinicId: string;
  /** Of the set-up: a change names the one that it was made on. */
  readonly version: number;
  readonly code: string;
  readonly zone: string;
  readonly currency: string;
  /** Whether a centre has adopted it. */
  readonly isAdopted: boolean;
  readonly document: ClinicDocument;
  /** What counts while the document says nothing of it: what the machine was started with. */
  readonly startedWith: StartedWith;
}

export interface StartedWith {
  readonly printers: PrintersSetUp;
  readonly scanners: readonly ScannerSetUp[];
}

/** `POST /api/v1/clinic/check`: whether these changes could be applied now. */
export const ClinicCheckRequest = strictObject({ changes: Type.Record(Type.String(), Type.Unknown()) });
export type ClinicCheckRequest = Static<typeof ClinicCheckRequest>;

function orNull<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}
