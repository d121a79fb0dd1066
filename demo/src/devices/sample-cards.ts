// What people hold before a scanner, and what they should not: the specimens that the standards print, whose holders are
// nobody, and what a bad day brings. Sources: ICAO Doc 9303, parts 4 to 6 (Utopia); AAMVA DL/ID Card Design Standard
// 2020, annex D.13 (Virginia), shortened; GS1 General Specifications, 8018.

import type { ScanFormat } from '@foyer/contracts/scan-format.ts';

export interface SampleCard {
  readonly id: string;
  readonly label: string;
  readonly format: ScanFormat;
  readonly text: string;
  /** Drawn as this symbol; absent where it is letters, or more than a symbol holds. */
  readonly symbol?: 'pdf417' | 'code128' | 'gs1-128' | 'qrcode';
  /** So often at once, each a little different. */
  readonly times?: number;
}

const LONGEST = 4_096;

const licence = aLicence([
  ...['DAQT64235789', 'DCSSAMPLE', 'DDEN', 'DACMICHAEL', 'DDFN', 'DADJOHN', 'DDGN', 'DBD06062019', 'DBB06061986'],
  ...['DBA12102034', 'DBC1', 'DAYBRO', 'DAG2300 WEST BROAD STREET', 'DAIRICHMOND', 'DAJVA', 'DAK232690000  ', 'DCGUSA'],
]);

export const sampleCards: readonly SampleCard[] = [
  {
    id: 'passport',
    label: 'Passport (TD3)',
    format: 'mrz',
    text: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
  },
  {
    id: 'identity-card',
    label: 'Identity card (TD1)',
    format: 'mrz',
    text: 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  },
  {
    id: 'identity-card-2',
    label: 'Identity card (TD2)',
    format: 'mrz',
    text: 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
  },
  { id: 'licence', label: 'Driver’s card (AAMVA)', format: 'pdf417', text: licence, symbol: 'pdf417' },
  { id: 'health-card', label: 'Health card', format: 'code128', text: '9434765919', symbol: 'code128' },
  { id: 'wristband', label: 'Wristband (GS1)', format: 'gs1-128', text: '8018061414112345678902', symbol: 'gs1-128' },
  { id: 'band', label: 'Wristband (plain)', format: 'code128', text: '04127A90', symbol: 'code128' },
  {
    id: 'worn',
    label: 'Worn passport: a digit is wrong',
    format: 'mrz',
    text: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408192F1204159ZE184226B<<<<<10',
  },
  { id: 'cut', label: 'Driver’s card, half of it', format: 'pdf417', text: licence.slice(0, 90), symbol: 'pdf417' },
  { id: 'forged', label: 'Code that nobody signed', format: 'qr', text: 'F1.AAAA.AAAA', symbol: 'qrcode' },
  { id: 'long', label: 'Four kilobytes', format: 'qr', text: 'x'.repeat(LONGEST) },
  {
    id: 'flood',
    label: 'A flood: 300 codes at once',
    format: 'code128',
    text: '04127A90',
    symbol: 'code128',
    times: 300,
  },
];

/** Its file as the standard has it, with one part and where that begins. */
function aLicence(elements: readonly string[]): string {
  const part = `DL${elements.join('\n')}\r`;
  const head = '@\n\x1e\rANSI 636000100001';
  const entryLength = 'DL00000000'.length;
  const digits = (count: number): string => String(count).padStart(4, '0');
  return `${head}DL${digits(head.length + entryLength)}${digits(part.length)}${part}`;
}
