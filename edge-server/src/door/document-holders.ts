// Who may be meant by a document: whoever has its number written of them, else whoever was born that day and bears that
// name. Several are possible; who asks decides that two are nobody.

import { identifierKinds } from '@foyer/contracts/identifier-kinds.ts';
import type { PatientIdentifier } from '@foyer/contracts/patient.ts';
import type { CardNumber } from '@foyer/domain/identity-documents/card-number.ts';
import type { DrivingLicence } from '@foyer/domain/identity-documents/driving-licence.ts';
import { foldName } from '@foyer/domain/identity-documents/names.ts';
import type { TravelDocument } from '@foyer/domain/identity-documents/travel-document.ts';
import type { Wristband } from '@foyer/domain/identity-documents/wristband.ts';
import type { ReadModel, StoredPatient } from '../ports/read-model.ts';

type People = Pick<ReadModel, 'patientsBornOn' | 'patientsWithIdentifier'>;
type Kind = PatientIdentifier['kind'];
type Person = Pick<TravelDocument, 'family' | 'given' | 'birthDate'>;

/** What a hospital writes the number of a band under. */
const bandKinds: readonly Kind[] = ['medical-record', 'health-card'];

export function holdersOfPassport(document: TravelDocument, people: People): readonly StoredPatient[] {
  const kind = document.format === 'TD3' ? 'passport' : 'national-id';
  return numberedOrNamed(kind, document.documentNumber, document, people);
}

export function holdersOfLicence(licence: DrivingLicence, people: People): readonly StoredPatient[] {
  return numberedOrNamed('driving-licence', licence.licenceNumber, licence, people);
}

export function holdersOfBand({ number }: Wristband, people: People): readonly StoredPatient[] {
  return withNumber(bandKinds, [number], people);
}

/** Of the system that the clinic named: an identifier that names another one is another number. */
export function holdersOfCard({ format, printed, bare }: CardNumber, people: People): readonly StoredPatient[] {
  const { identifier, issuer } = format;
  const isTheirs = (one: PatientIdentifier) =>
    one.kind === identifier &&
    (one.value === bare || one.value === printed) &&
    (issuer === undefined || one.issuer === undefined || one.issuer === issuer);
  return withNumber([identifier], [bare, printed], people).filter(({ details }) => details.identifiers?.some(isTheirs));
}

/** A card that was bound to somebody carries an identifier of theirs, exactly as it was scanned then. */
export function holdersOfNumber(number: string, people: People): readonly StoredPatient[] {
  return withNumber(identifierKinds, [number], people);
}

function numberedOrNamed(kind: Kind, number: string, person: Person, people: People): readonly StoredPatient[] {
  const numbered = withNumber([kind], [number], people).filter(
    ({ details }) => details.birthDate === undefined || details.birthDate === person.birthDate,
  );
  if (numbered.length > 0) return numbered;
  const named = foldName(person.family + person.given);
  return people.patientsBornOn(person.birthDate).filter(({ details }) => {
    const name = foldName((details.name?.family ?? '') + (details.name?.given ?? ''));
    return name !== '' && name === named;
  });
}

/** Each once. */
function withNumber(kinds: readonly Kind[], numbers: readonly string[], people: People): readonly StoredPatient[] {
  const found = kinds.flatMap((kind) => numbers.flatMap((number) => people.patientsWithIdentifier(kind, number)));
  return [...new Map(found.map((patient) => [patient.id, patient])).values()];
}
