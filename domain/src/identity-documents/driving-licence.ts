// Whom a North American licence or identity card is of: number, names, birth date and expiry, whatever version of the
// standard wrote them. Source: AAMVA DL/ID Card Design Standard, annex D, table D.3, and its predecessors.

import type { LocalDate } from '@foyer/contracts/time.ts';
import { longDate } from './document-dates.ts';
import { readLicenceFile } from './licence-file.ts';
import { unread, type Reading } from './reading.ts';

export interface DrivingLicence {
  readonly licenceNumber: string;
  /** Issuer identification number of the jurisdiction. */
  readonly issuer: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: LocalDate;
  readonly gender: 'male' | 'female' | 'unknown';
  readonly expires: LocalDate;
  readonly expired: boolean;
}
type Elements = ReadonlyMap<string, string>;
interface Names {
  readonly family: string;
  readonly given: string;
}

/** More than a PDF417 symbol holds. */
const longestFile = 2_710;
const longestNumber = 25;
const longestName = 80;
/** Of the standard's character set, ISO 8859-1. */
const nameLetters = /^[A-Za-z\u00c0-\u00ff][A-Za-z\u00c0-\u00ff '.,-]*$/;
const genders: Readonly<Record<string, DrivingLicence['gender']>> = {
  '1': 'male',
  M: 'male',
  '2': 'female',
  F: 'female',
};

export function readDrivingLicence(text: string, today: LocalDate): Reading<DrivingLicence> {
  if (text.length > longestFile) return unread('document-too-long');
  const file = readLicenceFile(text);
  if (!file.ok) return file;
  const { elements, issuer } = file.document;
  const licenceNumber = elements.get('DAQ') ?? '';
  if (!/^[A-Za-z0-9*][A-Za-z0-9* -]*$/.test(licenceNumber) || licenceNumber.length > longestNumber) {
    return unread('document-field', 'DAQ');
  }
  const names = namesOf(elements);
  if (!isName(names.family)) return unread('document-field', elements.has('DAA') ? 'DAA' : 'DCS');
  if (names.given !== '' && !isName(names.given)) return unread('document-field', 'DAC');
  const birthDate = longDate(elements.get('DBB') ?? '');
  if (birthDate === undefined || birthDate > today) return unread('document-field', 'DBB');
  const expires = longDate(elements.get('DBA') ?? '');
  if (expires === undefined) return unread('document-field', 'DBA');
  const gender = genders[elements.get('DBC') ?? ''] ?? 'unknown';
  return {
    ok: true,
    document: { licenceNumber, issuer, ...names, birthDate, gender, expires, expired: expires < today },
  };
}

/** One by one; in versions 2 and 3 the given names together, in version 1 all: family, given, middle, suffix. */
function namesOf(elements: Elements): Names {
  const of = (...ids: readonly string[]) => ids.map((id) => elements.get(id)).find((value) => value !== undefined);
  const family = of('DCS', 'DAB');
  if (family !== undefined) {
    const given = [of('DCT') ?? of('DAC'), of('DCT') === undefined ? of('DAD') : undefined];
    return { family, given: tidy(given.join(' ')) };
  }
  const [last = '', ...others] = (of('DAA') ?? '').split(',');
  return { family: tidy(last), given: tidy(others.slice(0, 2).join(' ')) };
}

function isName(name: string): boolean {
  return name.length <= longestName && nameLetters.test(name);
}

function tidy(names: string): string {
  return names
    .replaceAll(',', ' ')
    .split(' ')
    .filter((word) => word !== '' && word !== 'NONE')
    .join(' ');
}
