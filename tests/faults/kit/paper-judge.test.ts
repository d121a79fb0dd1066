import { describe, expect, it } from 'vitest';
import { judgePaper, type PaperRow, type Sheet, verdictOfAll } from './paper-judge.ts';

const kiosk = 'device:1';
const row = (type: string, ticketId: string, more: object = {}): PaperRow =>
  ({ type: `v1.${type}`, actor: kiosk, body: JSON.stringify({ ticketId, ...more }) }) as PaperRow;
const issued = (ticketId: string, number = ticketId): PaperRow => row('TicketIssued', ticketId, { number });
const sheet = (number: string, whole = true): Sheet => ({ number, whole, printer: 'door' });
const judged = (rows: readonly PaperRow[], ...sheets: readonly Sheet[]) => judgePaper(rows, sheets, () => 'door');

describe('the judge of paper', () => {
  it('finds nothing where every end is true', () => {
    const verdict = judged(
      [
        ...[issued('A1'), row('DocumentPrinted', 'A1')],
        ...[issued('A2'), row('PrintFailed', 'A2'), row('ReprintRequested', 'A2'), row('DocumentPrinted', 'A2')],
        ...[issued('A3'), row('PrintEndUnknown', 'A3')],
      ],
      sheet('A1'),
      sheet('A2', false),
      sheet('A3'),
      sheet('A2'),
    );
    expect(verdict).toEqual({
      ...{ issued: 3, printed: 2, reprinted: 1, givenUp: 1, unknown: 1 },
      ...{ lost: 0, duplicated: 0, violations: [] },
    });
  });

  it.each<[string, readonly PaperRow[], readonly Sheet[]]>([
    ['a sheet that is said and is not there', [issued('A1'), row('DocumentPrinted', 'A1')], [sheet('A1', false)]],
    ['one that was given up and is there', [issued('A1'), row('PrintFailed', 'A1')], [sheet('A1')]],
    ['two for one that is unknown', [issued('A1'), row('PrintEndUnknown', 'A1')], [sheet('A1'), sheet('A1')]],
    ['one without an end', [issued('A1')], []],
    ['one with two ends', [issued('A1'), row('PrintFailed', 'A1'), row('PrintFailed', 'A1')], []],
    [
      'the later before the earlier',
      [issued('A1'), issued('A2'), row('DocumentPrinted', 'A1'), row('DocumentPrinted', 'A2')],
      [sheet('A2'), sheet('A1')],
    ],
  ])('sees %s', (_what, rows, sheets) => {
    expect(judged(rows, ...sheets).violations).toHaveLength(1);
  });

  it('sees a number that is two people’s, and a place that is lost', () => {
    const twice = [issued('t1', 'A1'), row('PrintFailed', 't1'), issued('t2', 'A1'), row('PrintFailed', 't2')];
    expect(judged(twice).duplicated).toBe(1);
    expect(judged([issued('A1'), row('PrintFailed', 'A1'), row('TicketClosed', 'A1')]).lost).toBe(1);
  });

  it('counts clinics together, and keeps what any of them did wrong', () => {
    const good = judged([issued('A1'), row('DocumentPrinted', 'A1')], sheet('A1'));
    const bad = judged([issued('A1'), row('PrintFailed', 'A1')], sheet('A1'));
    const all = verdictOfAll([good, bad]);
    expect(all).toMatchObject({ issued: 2, printed: 1, givenUp: 1, duplicated: 0 });
    expect(all.violations).toEqual(bad.violations);
    expect(all.violations).not.toEqual([]);
  });
});
