// Specimens that the standards print, for tests. Sources: ICAO Doc 9303, parts 4 to 6, appendices (Utopia); AAMVA
// DL/ID-2000, annex, and AAMVA DL/ID Card Design Standard 2020, annex D.13 (Virginia).

import type { CardFormat } from '@foyer/contracts/card-formats.ts';

export const zones = {
  passport: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
  card: 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  longNumber: 'I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<',
  visaSize: 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
} as const;

/** Version 1: no version of the jurisdiction, the names in one element, the year first. */
export const licenceOf2000 = licence('AAMVA', '01', [
  ...['DAQ0123456789ABC', 'DAAPUBLIC,JOHN,Q', 'DAG123 MAIN STREET', 'DAIANYTOWN', 'DAJVA', 'DAK123459999  ', 'DARDM  '],
  ...['DAS          ', 'DAT     ', 'DAU509', 'DAW175', 'DAYBL ', 'DAZBR ', 'DBA20011201', 'DBB19761123', 'DBCM'],
  'DBD19961201',
]);

/** As version 10 has it; version 8 and 9 differ in nothing that is read. */
export const licenceOf2020 = licence('ANSI ', '10', [
  ...['DAQT64235789', 'DCSSAMPLE', 'DDEN', 'DACMICHAEL', 'DDFN', 'DADJOHN', 'DDGN', 'DCUJR', 'DCAD', 'DCBK', 'DCDPH'],
  ...['DBD06062019', 'DBB06061986', 'DBA12102024', 'DBC1', 'DAU068 in', 'DAYBRO', 'DAG2300 WEST BROAD STREET'],
  ...['DAIRICHMOND', 'DAJVA', 'DAK232690000  ', 'DCF2424244747474786102204', 'DCGUSA', 'DCK123456789', 'DDAF'],
  ...['DDB06062018', 'DDC06062020', 'DDD1'],
]);

export const bands = {
  patient: '8018061414112345678902',
  unit: '00106141412345678908',
  numbered: '010614141123452421A-17',
} as const;

export const healthCard: CardFormat = {
  name: { en: 'Health card' },
  pattern: '999 999 9999',
  checksum: 'mod-11',
  mask: '*** *** ####',
  identifier: 'health-card',
};

/** A licence's file, its directory counted: one part of the holder's and one of the jurisdiction's. */
export function licence(fileType: 'ANSI ' | 'AAMVA', version: string, elements: readonly string[]): string {
  const holder = `DL${elements.join('\n')}\r`;
  const jurisdiction = 'ZVZVA01\r';
  const begins = `@\n\x1e\r${fileType}636000${version}${version === '01' ? '' : '00'}02`;
  const from = begins.length + 20;
  const entry = (type: string, offset: number, part: string) => type + digits(offset) + digits(part.length);
  return begins + entry('DL', from, holder) + entry('ZV', from + holder.length, jurisdiction) + holder + jurisdiction;
}

function digits(count: number): string {
  return String(count).padStart(4, '0');
}
