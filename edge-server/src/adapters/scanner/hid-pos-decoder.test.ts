import { describe, expect, it } from 'vitest';
import { scannerProfiles } from '@foyer/firmware-config/scanner-profiles.ts';
import { longestScan } from '@foyer/contracts/scan-format.ts';
import { hidPosReports } from './fake-reports.ts';
import { HidPosDecoder } from './hid-pos-decoder.ts';

/** As a Honeywell Voyager 1602g sent them. Source: github.com/HenkVanAsselt/python_hon_usbhid, README. */
const recorded = [
  [
    ...[
      2, 56, 93, 88, 48, 32, 84, 121, 112, 101, 58, 32, 78, 47, 65, 32, 32, 32, 82, 101, 118, 105, 115, 105, 111, 110,
    ],
    ...[58, 32, 78, 47, 65, 32, 32, 32, 83, 101, 114, 105, 97, 108, 32, 78, 117, 109, 98, 101, 114, 58, 32, 78, 47, 65],
    ...[32, 32, 32, 67, 104, 101, 99, 107, 115, 63, 0, 1],
  ],
  [2, 9, 93, 88, 48, 117, 109, 58, 32, 78, 47, 65, 13, 10, ...Array<number>(47).fill(0), 63, 0, 0],
].map((report) => Uint8Array.from(report));

const decoder = () => new HidPosDecoder(scannerProfiles['hid-pos']);
const readAll = (reports: readonly Uint8Array[], by = decoder(), at = 0) =>
  reports.flatMap((report) => by.take(report, at));

describe('HID-POS', () => {
  it('puts a symbol together from the reports that a scanner was seen to send', () => {
    expect(readAll(recorded)).toEqual([
      { text: ' Type: N/A   Revision: N/A   Serial Number: N/A   Checksum: N/A\r\n' },
    ]);
  });

  it('reads the example of a maker’s manual: 60 bytes in two reports', () => {
    // Access-IS, ATR110 product manual, appendix A.
    const text = 'M1GATHERGOOD/MICHAEL  YABCDEF LHRDURAK 3542 052Y003D2366 100';
    const reports = hidPosReports(text, ']Q0');
    expect(reports.map((report) => [report[1], report[63]])).toEqual([
      [56, 1],
      [4, 0],
    ]);
    expect(readAll(reports)).toEqual([{ format: 'qr', text }]);
  });

  it.each([
    [']Q1', 'qr'],
    [']L0', 'pdf417'],
    [']C0', 'code128'],
    [']C1', 'gs1-128'],
    [']d1', 'data-matrix'],
    [']d2', 'gs1-data-matrix'],
    [']z0', 'aztec'],
  ])('says what %s was: %s', (aim, format) => {
    expect(readAll(hidPosReports('04127A90', aim))).toEqual([{ format, text: '04127A90' }]);
  });

  it('keeps every byte: separators, line ends and letters of any script', () => {
    const licence = '@\n\x1e\rANSI 636000100002DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\r';
    expect(readAll(hidPosReports(licence, ']L2'))).toEqual([{ format: 'pdf417', text: licence }]);
    expect(readAll(hidPosReports('011\x1d21José', ']C1'))).toEqual([{ format: 'gs1-128', text: '011\x1d21José' }]);
    const [report] = hidPosReports('x', ']Q1');
    report?.set([0xff], 5);
    expect(readAll([report!])).toEqual([{ format: 'qr', text: '\u00ff' }]);
  });

  it('gives the rows of a document as rows, whatever stands between them', () => {
    const rows = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
    expect(readAll(hidPosReports(rows.join('\r'), ']o2'))).toEqual([{ format: 'mrz', text: rows.join('\n') }]);
    expect(readAll(hidPosReports(`${rows.join('\r\n')}\r\n`, ']X0'))).toEqual([
      { format: 'mrz', text: rows.join('\n') },
    ]);
  });

  it('takes off what the scanner is set to put around a symbol, and nothing without it', () => {
    const framed = () => new HidPosDecoder({ ...scannerProfiles['hid-pos'], prefix: '~', suffix: '\r' });
    expect(readAll(hidPosReports('~FOYER1\r', ']Q1'), framed())).toEqual([{ format: 'qr', text: 'FOYER1' }]);
    expect(readAll(hidPosReports('FOYER1\r', ']Q1'), framed())).toEqual([]);
  });

  it('passes over what is no report of it, and a symbol that is too long, to its end', () => {
    const by = decoder();
    expect(readAll([Uint8Array.of(3, 1, 65), Uint8Array.of(2, 200), Uint8Array.of()], by)).toEqual([]);
    expect(readAll(hidPosReports('x'.repeat(longestScan), ']Q1'), by)).toHaveLength(1);
    expect(readAll(hidPosReports('x'.repeat(longestScan + 1), ']Q1'), by)).toEqual([]);
    expect(readAll(hidPosReports('next', ']Q1'), by)).toEqual([{ format: 'qr', text: 'next' }]);
  });

  it('never gives the first half of one symbol with the second of another', () => {
    const by = decoder();
    const [half] = hidPosReports('a'.repeat(60), ']Q1');
    by.take(half!, 0);
    expect(readAll(hidPosReports('whole', ']C0'), by, 501)).toEqual([{ format: 'code128', text: 'whole' }]);
    by.take(half!, 502);
    by.forget();
    expect(readAll(hidPosReports('whole', ']C0'), by, 503)).toEqual([{ format: 'code128', text: 'whole' }]);
  });

  it('reads scanners that name no symbology', () => {
    const { report } = scannerProfiles['hid-pos-plain'];
    const plain = new HidPosDecoder(scannerProfiles['hid-pos-plain']);
    expect(readAll(hidPosReports('y'.repeat(70), '', report), plain)).toEqual([{ text: 'y'.repeat(70) }]);
  });
});
