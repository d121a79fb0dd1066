import { describe, expect, it } from 'vitest';
import type { PatientDetails, PatientIdentifier } from '@foyer/contracts/patient.ts';
import { readCardNumber } from '@foyer/domain/identity-documents/card-number.ts';
import { readDrivingLicence } from '@foyer/domain/identity-documents/driving-licence.ts';
import { bands, healthCard, licenceOf2020, zones } from '@foyer/domain/identity-documents/specimens.ts';
import { readTravelDocument } from '@foyer/domain/identity-documents/travel-document.ts';
import { readWristband } from '@foyer/domain/identity-documents/wristband.ts';
import type { Reading } from '@foyer/domain/identity-documents/reading.ts';
import type { StoredPatient } from '../ports/read-model.ts';
import {
  holdersOfBand,
  holdersOfCard,
  holdersOfLicence,
  holdersOfNumber,
  holdersOfPassport,
} from './document-holders.ts';

const today = '2020-01-01';

function documentOf<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(reading.code);
  return reading.document;
}
const passport = documentOf(readTravelDocument(zones.passport, today));
const identityCard = documentOf(readTravelDocument(zones.card, today));
const licence = documentOf(readDrivingLicence(licenceOf2020, today));
const band = documentOf(readWristband(bands.patient));
const card = documentOf(readCardNumber('943-476-5919', [healthCard]));

function among(...people: readonly PatientDetails[]) {
  const patients = people.map((details, index): StoredPatient => ({ id: String(index), details, erased: false }));
  return {
    patientsBornOn: (date: string) => patients.filter(({ details }) => details.birthDate === date),
    patientsWithIdentifier: (kind: string, value: string) =>
      patients.filter(({ details }) => details.identifiers?.some((one) => one.kind === kind && one.value === value)),
  };
}
const withNumber = (kind: PatientIdentifier['kind'], value: string, issuer?: string): PatientDetails => ({
  identifiers: [{ kind, value, ...(issuer === undefined ? {} : { issuer }) }],
});
const ids = (patients: readonly StoredPatient[]) => patients.map(({ id }) => id);

describe('the holder of a document', () => {
  it('has its number, of its own kind', () => {
    const people = among(
      withNumber('passport', 'L898902C3'),
      withNumber('national-id', 'D23145890'),
      withNumber('driving-licence', 'T64235789'),
      withNumber('national-id', 'L898902C3'),
    );
    expect(ids(holdersOfPassport(passport, people))).toEqual(['0']);
    expect(ids(holdersOfPassport(identityCard, people))).toEqual(['1']);
    expect(ids(holdersOfLicence(licence, people))).toEqual(['2']);
  });

  it('is who was born that day and has that name, where nobody has the number', () => {
    const people = among({ name: { family: 'Sample', given: 'Michael John' }, birthDate: '1986-06-06' });
    expect(ids(holdersOfLicence(licence, people))).toEqual(['0']);
  });

  it('is not who has the number and was born on another day', () => {
    const people = among({ ...withNumber('driving-licence', 'T64235789'), birthDate: '1986-06-07' });
    expect(holdersOfLicence(licence, people)).toEqual([]);
  });
});

describe('the wearer of a band', () => {
  it('has its number as that of a record or a card', () => {
    const people = among(
      withNumber('medical-record', band.number),
      withNumber('health-card', band.number),
      withNumber('passport', band.number),
    );
    expect(ids(holdersOfBand(band, people))).toEqual(['0', '1']);
  });
});

describe('the bearer of a card', () => {
  it('has its number however it is written, and once', () => {
    const people = among(
      withNumber('health-card', '9434765919'),
      withNumber('health-card', '943 476 5919'),
      withNumber('medical-record', '9434765919'),
    );
    expect(ids(holdersOfCard(card, people))).toEqual(['0', '1']);
  });

  it('is not who has that number of another system', () => {
    const people = among(
      withNumber('health-card', '9434765919', 'NHS'),
      withNumber('health-card', '9434765919', 'elsewhere'),
      withNumber('health-card', '9434765919'),
    );
    expect(ids(holdersOfCard({ ...card, format: { ...healthCard, issuer: 'NHS' } }, people))).toEqual(['0', '2']);
  });

  it('has just what was scanned, where the clinic says nothing of its cards', () => {
    const people = among(withNumber('medical-record', 'MRN-0004711'), withNumber('health-card', '0004711'));
    expect(ids(holdersOfNumber('MRN-0004711', people))).toEqual(['0']);
  });
});
