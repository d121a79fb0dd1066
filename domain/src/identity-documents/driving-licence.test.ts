import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDrivingLicence } from './driving-licence.ts';
import { licence, licenceOf2000, licenceOf2020 } from './specimens.ts';

const today = '2020-01-01';
const read = (text: string) => readDrivingLicence(text, today);
const sample = {
  licenceNumber: 'T64235789',
  issuer: '636000',
  family: 'SAMPLE',
  given: 'MICHAEL JOHN',
  birthDate: '1986-06-06',
  gender: 'male',
  expires: '2024-12-10',
  expired: false,
};
const aLicence = (version: string, ...elements: string[]) =>
  licence('ANSI ', version, ['DAQA1', ...elements, 'DBB19860606', 'DBA20241210']);

describe('a North American licence', () => {
  it('is read as the standard of 2020 prints it', () => {
    expect(read(licenceOf2020)).toEqual({ ok: true, document: sample });
  });

  it('is read as the standard of 2000 did: one name, the year first, and expired', () => {
    expect(read(licenceOf2000)).toMatchObject({
      document: {
        licenceNumber: '0123456789ABC',
        family: 'PUBLIC',
        given: 'JOHN Q',
        birthDate: '1976-11-23',
        expired: true,
      },
    });
  });

  it.each(['02', '03', '04', '05', '06', '07', '08', '09', '10'])('is read in version %s', (version) => {
    expect(read(aLicence(version, 'DCSSAMPLE', 'DCTMICHAEL,JOHN')).ok).toBe(true);
    expect(read(aLicence(version, 'DCSSAMPLE', 'DACMICHAEL', 'DADJOHN'))).toMatchObject({
      document: { family: 'SAMPLE', given: 'MICHAEL JOHN', birthDate: '1986-06-06' },
    });
  });

  it('is read in version 1 where its part begins with an element at once', () => {
    const card =
      '@\n\x1e\rAAMVA6360060101DL00290064DAACTLIC,ADULT,A\nDAQ990000001\nDBA20250101\nDBB19610101\nDBC2\nDBHY\r';
    expect(read(card)).toMatchObject({ document: { family: 'CTLIC', given: 'ADULT A', gender: 'female' } });
  });

  it.each([
    ['a carriage return before each line feed', (text: string) => text.replaceAll('\n', '\r\n')],
    ['both after every line', (text: string) => text.replace(/[\r\n]/g, '\r\n')],
    ['line feeds alone', (text: string) => text.replaceAll('\r', '\n')],
    ['carriage returns alone', (text: string) => text.replaceAll('\n', '\r')],
    ['no record separator', (text: string) => text.replace('\x1e', '')],
    ['the last line end lost', (text: string) => text.slice(0, 41 + 277)],
  ])('is read through a reader that sends %s', (_what, sent) => {
    expect(read(sent(licenceOf2020))).toEqual({ ok: true, document: sample });
  });

  it('takes nothing for an element but where its directory says that elements are', () => {
    const tricky = licence('ANSI ', '10', [
      ...['DAQT1', 'DAGDCSNOBODY STREET', 'DCSSAMPLE', 'DACMICHAEL', 'DBB06061986', 'DBA12102024'],
    ]);
    expect(read(tricky)).toMatchObject({ document: { family: 'SAMPLE' } });
  });
});

describe('a licence that is none', () => {
  it.each([
    ['whose part is elsewhere', licenceOf2020.replace('DL0041', 'DL0047'), 'document-offsets', 'DL'],
    ['whose part goes on after the end', licenceOf2020.replace('0278', '9278'), 'document-offsets', 'DL'],
    ['that is cut off', licenceOf2020.slice(0, 250), 'document-offsets', 'DL'],
    ['whose directory is cut off', licenceOf2020.slice(0, 25), 'document-offsets', 'entries'],
    ['of a version to come', licenceOf2020.replace('63600010', '63600011'), 'document-field', 'version'],
    ['without a birth date', aLicence('10', 'DCSA').replace('DBB', 'DBX'), 'document-field', 'DBB'],
    ['born in the thirteenth month', licenceOf2020.replace('DBB06', 'DBB13'), 'document-field', 'DBB'],
    ['of somebody who is not born yet', licenceOf2020.replace('DBB06061986', 'DBB06062086'), 'document-field', 'DBB'],
    ['without a name', aLicence('10', 'DACMICHAEL'), 'document-field', 'DCS'],
    ['in other letters', licenceOf2020.replace('DCSSAMPLE', 'DCSСАМПЛЕ'), 'document-field', 'DCS'],
    ['with a control in a name', licenceOf2020.replace('DCSSAMPLE', 'DCSSAM\x1bLE'), 'document-offsets', 'DL'],
    ['that says two numbers', aLicence('10', 'DCSA', 'DAQB2'), 'document-offsets', 'DL'],
    ['of 4 KB', licenceOf2020.padEnd(4_000, 'X'), 'document-too-long', undefined],
  ])('is refused: %s', (_what, text, code, path) => {
    expect(read(text)).toEqual({ ok: false, code, ...(path === undefined ? {} : { path }) });
  });

  it('is never half read, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 41 + 276 }), (length) => {
        expect(read(licenceOf2020.slice(0, length)).ok).toBe(false);
      }),
    );
  });
});
