// What the routes take, by the ids of the route table. Loaded with the first request that has to be checked: the
// schemas are the heaviest thing to load, and starting does not wait for them.

import { ImportRequest } from '@foyer/contracts/appointment-import.ts';
import { ClinicCheckRequest } from '@foyer/contracts/clinic-document.ts';
import { CallingPreviewRequest } from '@foyer/contracts/calling-rules.ts';
import { FirstRunRequest } from '@foyer/contracts/clinic-set-up.ts';
import {
  EnrolmentApproval,
  EnrolmentLook,
  EnrolmentRedemption,
  EnrolmentRequest,
  IdentificationRequest,
  RenewalQuestion,
  RenewalRequest,
  SessionRequest,
} from '@foyer/contracts/http-api.ts';
import { phrasePattern } from '@foyer/contracts/call-phrases.ts';
import { mediaFilePattern } from '@foyer/contracts/media.ts';
import { PaperProofRequest } from '@foyer/contracts/paper-proof.ts';
import { FormsQuery } from '@foyer/contracts/forms.ts';
import { ListPrintRequest, PatientSearchRequest } from '@foyer/contracts/people-at-the-desk.ts';
import { whoseWork } from '@foyer/contracts/reassignment.ts';
import { LanguageTag, LocalDateText, PublicIdText, Uuid, oneOf, strictObject } from '@foyer/contracts/schema.ts';
import { refusedField } from '@foyer/contracts/schema-error.ts';
import { WhatIfRequest } from '@foyer/contracts/what-if.ts';
import Type, { type TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { RouteId } from './route-table.ts';

export const requestParts = ['params', 'query', 'body'] as const;
export type RequestPart = (typeof requestParts)[number];
export type RouteSchema = { readonly [P in RequestPart]?: TSchema };

const byId = { params: strictObject({ id: Uuid }) };
const oneFile = { params: strictObject({ file: Type.String({ pattern: mediaFilePattern }) }) };
const onePhrase = {
  params: strictObject({ language: LanguageTag, phrase: Type.String({ pattern: phrasePattern }) }),
};
/** Milliseconds since 1970. */
const momentText = Type.Optional(Type.String({ pattern: '^\\d{1,15}$' }));
const limit = Type.Optional(Type.String({ pattern: '^\\d{1,4}$' }));

export const routeSchemas: { readonly [Id in RouteId]?: RouteSchema } = {
  openSession: { body: SessionRequest },
  beginEnrolment: { body: EnrolmentRequest },
  lookAtEnrolment: { body: EnrolmentLook },
  askRenewal: { body: RenewalQuestion },
  renewCredential: { body: RenewalRequest },
  pollEnrolment: byId,
  approveEnrolment: { body: EnrolmentApproval },
  redeemEnrolment: { body: EnrolmentRedemption },
  revokeDevice: byId,
  setUpClinic: { body: FirstRunRequest },
  checkClinic: { body: ClinicCheckRequest },
  paperPicture: { body: PaperProofRequest },
  printPaperProof: { body: PaperProofRequest },
  importAppointments: { body: ImportRequest },
  unlockStaff: byId,
  identify: { body: IdentificationRequest },
  patientSearches: { body: PatientSearchRequest },
  patientRecord: byId,
  listPrints: { body: ListPrintRequest },
  nextDayList: { body: ListPrintRequest },
  bookedTimes: { query: strictObject({ day: LocalDateText }) },
  formsToFill: { query: FormsQuery },
  formResponses: byId,
  ticket: byId,
  why: byId,
  previewRules: { body: CallingPreviewRequest },
  whatIf: { body: WhatIfRequest },
  log: { query: strictObject({ after: Type.Optional(Type.String({ pattern: '^\\d{1,9}\\.\\d{1,15}$' })), limit }) },
  reassignmentProposal: {
    query: strictObject({ ...whoseWork, from: momentText, until: momentText }),
  },
  refusals: { query: strictObject({ limit }) },
  recordViews: {
    query: strictObject({
      after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
      limit,
      patientId: Type.Optional(Uuid),
    }),
  },
  speak: {
    query: strictObject({
      text: Type.String({ minLength: 1, maxLength: 400 }),
      lang: oneOf(['en', 'es', 'zh', 'ar']),
      keep: Type.Optional(oneOf(['no'])),
    }),
  },
  speakCall: { params: strictObject({ callId: Uuid, file: Type.String({ pattern: '^(en|es|zh|ar)\\.wav$' }) }) },
  addMedia: { query: strictObject({}) },
  mediaFile: oneFile,
  removeMedia: oneFile,
  recordedClips: { params: strictObject({ language: LanguageTag }) },
  clip: onePhrase,
  recordClip: onePhrase,
  removeClip: onePhrase,
  ticketPage: { params: strictObject({ publicId: PublicIdText }) },
};

export interface RefusedPart {
  /** JSON pointer within its part. */
  readonly path: string;
  readonly why: string;
}

const validators = new Map<TSchema, Validator>();

/** What of a request does not fit; undefined when all of it does. */
export function refusedPart(id: RouteId, request: { readonly [P in RequestPart]: unknown }): RefusedPart | undefined {
  for (const part of requestParts) {
    const schema = routeSchemas[id]?.[part];
    if (schema === undefined) continue;
    const validator = validators.get(schema) ?? Compile(schema);
    validators.set(schema, validator);
    if (validator.Check(request[part])) continue;
    const [first] = validator.Errors(request[part]);
    return { path: refusedField(first), why: first?.message ?? 'has a wrong shape' };
  }
  return undefined;
}
