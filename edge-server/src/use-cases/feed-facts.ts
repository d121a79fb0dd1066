// What of the centre's feed becomes facts of this clinic's log: a decision or a fold uses it, so the log must hold it.
// Repeated items say nothing new and become none.

import type { ClinicPart } from '@foyer/contracts/clinic-document.ts';
import { changedClinic, clinicDocument } from '@foyer/contracts/clinic-parts.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import type { RequestRow } from '../ports/projections.ts';
import { refused, samePerson, type Refused, type UseCaseContext } from './context.ts';
import { layoutsLeft } from './layouts-left.ts';
import { leaseGranted, sharingEnded } from './leases.ts';
import { erasedBody } from './registration.ts';

export type LoggedItem = Extract<
  FeedItem,
  { readonly kind: 'configuration' | 'patient-linked' | 'subject-erased' | 'request-answer' | 'lease' }
>;
export type FeedFacts = { readonly ok: true; readonly facts: readonly Fact[] } | Refused;

export interface FeedContext {
  readonly clinicId: string;
  readonly configuration: UseCaseContext['configuration'] | null;
  readonly version: number;
  /** Of the log, as it goes on. */
  readonly epoch: number;
  readonly businessDay: string;
  /** What the clinic has changed itself. */
  readonly ownParts: readonly ClinicPart[];
  readonly records: UseCaseContext['records'];
  readonly displayLayouts: () => ReadonlyMap<string, DisplayLayout>;
  readonly request: (id: string) => RequestRow | undefined;
}

export function feedFacts(item: LoggedItem, context: FeedContext): FeedFacts {
  switch (item.kind) {
    case 'configuration':
      return item.body === null ? none : configuration(item.body, context);
    case 'patient-linked':
      return item.body === null ? none : patientLinked(item.body, context);
    case 'subject-erased':
      return item.body === null ? none : subjectErased(item.body.subjectId, context);
    case 'lease':
      return {
        ok: true,
        facts: item.body === null ? sharingEnded(item.id, context.records) : leaseGranted(item.body, context),
      };
    case 'request-answer':
      return item.body === null ? none : requestAnswered(item.body, context);
  }
}

const none: FeedFacts = { ok: true, facts: [] };

function configuration(
  body: NonNullable<Extract<FeedItem, { kind: 'configuration' }>['body']>,
  context: FeedContext,
): FeedFacts {
  if (body.clinicId !== context.clinicId) return refused('batch-of-another-clinic');
  const configuration = keepingOwn(body, context);
  if (saysTheSame(configuration, context.configuration)) return none;
  const { configuration: before, displayLayouts, version } = context;
  const layouts = before === null ? [] : layoutsLeft(displayLayouts(), before, configuration);
  return {
    ok: true,
    facts: [{ type: 'v1.ConfigurationApplied', body: { version: version + 1, configuration } }, ...layouts],
  };
}

/** Whatever the clinic has changed itself stays as it is: of that, the centre proposed how it began. Source: ADR 0015. */
function keepingOwn(body: ClinicConfiguration, { configuration, ownParts }: FeedContext): ClinicConfiguration {
  if (configuration === null || ownParts.length === 0) return body;
  const own = Object.entries(clinicDocument(configuration, [])).filter(([part]) =>
    ownParts.includes(part as ClinicPart),
  );
  return changedClinic(body, Object.fromEntries(own));
}

function patientLinked(body: { patientId: string; centralPatientId: string }, { records }: FeedContext): FeedFacts {
  const patient = records.patient(body.patientId);
  if (patient?.centralPatientId === body.centralPatientId) return none;
  const { patientId, centralPatientId } = body;
  return { ok: true, facts: [{ type: 'v1.PatientLinked', body: { patientId, centralPatientId } }] };
}

/** The centre has decided: an open ticket stays, without the person. */
function subjectErased(subjectId: string, { records }: FeedContext): FeedFacts {
  const standing = samePerson(subjectId, records).filter((id) => records.patient(id)?.erased !== true);
  return {
    ok: true,
    facts: standing.map((id) => ({ type: 'v1.SubjectErased', body: erasedBody(id, records) })),
  };
}

function requestAnswered(
  { requestId, accepted, code, freeTimes }: NonNullable<Extract<FeedItem, { kind: 'request-answer' }>['body']>,
  { request }: FeedContext,
): FeedFacts {
  const asked = request(requestId);
  if (asked === undefined || !asked.ours) return refused('not-found');
  if (asked.accepted !== null) return none;
  const body = {
    requestId,
    accepted,
    ...(code === undefined ? {} : { code }),
    ...(freeTimes === undefined ? {} : { freeTimes }),
  };
  return { ok: true, facts: [{ type: 'v1.RequestAnswered', body }] };
}
