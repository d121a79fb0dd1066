// The desk's people over the search and the read model. Two who look alike are told apart by a second identifier and
// never by a guess: only then does the end of a document's number leave the edge.

import type { FoundPatient, PatientRecord, PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';
import { foldName } from '@foyer/domain/identity-documents/names.ts';
import type { DeskPeople } from '../ports/desk-people.ts';
import type { PatientSearch, PersonFound } from '../ports/patient-search.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { AccessLog, ViewPurpose, type AccessLogParts } from './access-log.ts';
import type { ClinicMirror } from './clinic-mirror.ts';
import { patientView } from './patient-view.ts';

export interface PeopleAtTheDeskParts extends AccessLogParts {
  readonly mirror: Pick<ClinicMirror, 'state'>;
  readonly search: PatientSearch;
  readonly readModel: Pick<ReadModel, 'patient'>;
}

const shownAtMost = 20;
/** So much of a number tells two people apart and is of no use to anybody else. */
const shownOfIdentifier = 3;

export class PeopleAtTheDesk implements DeskPeople {
  readonly #parts: PeopleAtTheDeskParts;
  readonly #accessLog: AccessLog;

  constructor(parts: PeopleAtTheDeskParts) {
    this.#parts = parts;
    this.#accessLog = new AccessLog(parts);
  }

  find(staffId: string, typed: string): PatientSearchAnswer | undefined {
    const { mirror, search } = this.#parts;
    const { state } = mirror;
    if (state === undefined) return undefined;
    const { people, more } = search.find(typed, shownAtMost);
    const patients = toldApart(people);
    this.#accessLog.shown(
      staffId,
      patients.map(({ id }) => id),
      ViewPurpose.find,
      state,
    );
    return { patients, more };
  }

  record(staffId: string, patientId: string): PatientRecord | undefined {
    const { mirror, readModel } = this.#parts;
    const { state } = mirror;
    const patient = readModel.patient(patientId);
    if (state === undefined || patient === undefined || patient.erased) return undefined;
    this.#accessLog.shown(staffId, [patientId], ViewPurpose.correct, state);
    const { name, birthDate, phone, language, needs, identifiers } = patient.details;
    return {
      id: patientId,
      ...(name && { name }),
      ...(birthDate && { birthDate }),
      ...(phone && { phone }),
      ...(language && { language }),
      ...(needs && { needs }),
      ...(identifiers && { identifiers }),
    };
  }

  listPrinted(staffId: string): void {
    const { state } = this.#parts.mirror;
    if (state === undefined) return;
    const booked = state.appointments.filter(({ status }) => status === 'booked');
    const patientIds = [...new Set(booked.map(({ patientId }) => patientId))];
    this.#accessLog.handedOut(staffId, patientIds, ViewPurpose.listPrinted, state);
  }
}

/** In the order of their names, so that namesakes stand together. */
export function toldApart(people: readonly PersonFound[]): readonly FoundPatient[] {
  const sorted = people
    .map((person) => ({ person, key: `${foldName(nameOf(person))} ${person.details.birthDate ?? ''}` }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return sorted.map(({ person, key }) => {
    const isAlike = sorted.some((other) => other.key === key && other.person !== person);
    const identifier = isAlike ? endOfIdentifier(person) : undefined;
    return { ...patientView(person), earlierIds: person.earlierIds, ...(identifier && { identifier }) };
  });
}

function nameOf({ details: { name } }: PersonFound): string {
  return `${name?.family ?? ''} ${name?.given ?? ''}`;
}

function endOfIdentifier({ details }: PersonFound): FoundPatient['identifier'] {
  const known = details.identifiers?.find(({ value }) => value.length > shownOfIdentifier);
  return known && { kind: known.kind, end: known.value.slice(-shownOfIdentifier) };
}
