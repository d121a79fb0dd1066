import { describe, expect, it } from 'vitest';
import { compareSides } from './compare.ts';
import { hashOf } from './row-hash.ts';
import type { HeldRow, Side } from './sides.ts';
import { aLog, aSide, day, whatWasTold } from './testing.ts';

const differences = (clinic: Side, centre: Side): readonly string[] =>
  compareSides(clinic, centre, whatWasTold()).flatMap((check) => check.differences);

describe('a clinic and its centre', () => {
  it('are equal where every row, everything that follows from it and everything that came down is on both sides', () => {
    const checks = compareSides(aSide(), aSide(), whatWasTold());
    expect(checks.flatMap((check) => check.differences)).toEqual([]);
    expect(checks.every(({ compared }) => compared > 0)).toBe(true);
  });

  it('differ where one has what the other does not have', () => {
    expect(differences(aSide(), aSide({ visit: { t1: undefined } }))).toContain('visit t1 is at the clinic alone');
    const twice = aSide({ payment: { p2: { amountMinor: 4_500, means: 'cash', receiptOrdinal: 2 } } });
    expect(differences(aSide(), twice)).toContain('payment p2 is at the centre alone');
  });

  it('differ where a field does, and the sentence names the field and nobody', () => {
    const older = aSide({
      patient: { a: { given: 'Ada', family: null, phone: '+34610000009', identifiers: '', linkedTo: null } },
    });
    const found = differences(aSide(), older);
    expect(found).toContain('patient a: phone is another');
    expect(found.join()).not.toMatch(/Ada|346/);
  });

  it.each([
    [
      'a price that did not come down',
      aSide({ price: { s1: { amountMinor: 4_500 } } }),
      'price s1: amountMinor is another',
    ],
    [
      'an appointment that was called off and stands',
      aSide({ appointment: { b2: { cancelled: false } } }),
      'appointment b2: cancelled is another',
    ],
    [
      'an answer that did not come down',
      aSide({ request: { r1: { state: 'pending', code: null } } }),
      'request r1: state is another',
    ],
    ['an arrival that was forgotten', aSide({ arrival: { b1: undefined } }), 'arrival b1 is at the centre alone'],
  ])('differ by %s', (_, clinic, sentence) => {
    expect(differences(clinic, aSide())).toContain(sentence);
  });

  it('differ where something could not be taken in, or the feed has more', () => {
    const found = differences({ ...aSide(), feedNumber: 6 }, { ...aSide(), setAside: 1 });
    expect(found).toEqual(['1 could not be taken in at the centre', 'the feed has not come down to its end']);
  });
});

describe('the two copies of the log', () => {
  const withRows = (rows: readonly HeldRow[]): Side => ({ ...aSide(), rows });
  const altered = (seq: number, change: Partial<HeldRow>): Side =>
    withRows(aLog().map((row) => (row.seq === seq ? { ...row, ...change } : row)));

  it('differ by a row that was dropped', () => {
    const found = differences(aSide(), withRows(aLog().filter(({ seq }) => seq !== 2)));
    expect(found).toContain('row 1.2 is not at the centre');
    expect(found).toContain('row 1.3 at the centre follows no row before it');
  });

  it('differ by a byte of what a row says, also where its hash was left as it was', () => {
    const found = differences(aSide(), altered(4, { body: '{"means":"cash","amountMinor":1}' }));
    expect(found).toEqual(
      expect.arrayContaining(['row 1.4: body is another', 'row 1.4 at the centre has not the hash of its content']),
    );
  });

  it('are no chain where a row was changed and hashed again', () => {
    const [, , , paid] = aLog();
    const changed = { ...paid!, body: '{}' };
    const found = differences(aSide(), altered(4, { ...changed, hash: hashOf(changed) }));
    expect(found).toContain('row 1.5 at the centre is not chained to the one before');
  });

  it('have the hash that the protocol’s worked example has', () => {
    const first: HeldRow = {
      ...{ clinicId: '01990000-0000-7000-8000-0000000000c1', epoch: 1, seq: 1, type: 'v1.ClinicInitialised' },
      ...{ id: '01990000-0000-7000-8000-000000000001', at: 1_795_336_320_000, businessDay: '2026-11-22' },
      ...{ actor: 'system', commandId: null, body: '{"clinicCode":"HARB"}', subjectId: null, sealed: null },
      prevHash: new Uint8Array(32),
      hash: new Uint8Array(),
    };
    expect(hashOf(first).toString('hex')).toBe('d41c406dbc2c8c1ff1763c940e45486d1468b98816d20478325c6106afb080c0');
  });
});

describe('what both sides have alike', () => {
  it('is wrong where people were told otherwise', () => {
    const both = aSide({ visit: { t1: { state: 'waiting', businessDay: day, number: 'A001' } } });
    expect(differences(both, both)).toEqual([
      'visit t1: state at the clinic is not what people were told',
      'visit t1: state at the centre is not what people were told',
    ]);
  });

  it('is wrong where the log says that more was taken', () => {
    const both = aSide({ 'takings of a day': { [`${day} cash`]: { payments: 1, amountMinor: 4_000 } } });
    expect(differences(both, both)).toContain(
      `by the log, takings of a day ${day} cash: amountMinor is another (centre)`,
    );
  });

  it('is wrong where a receipt’s number is left out', () => {
    const receipt = { amountMinor: 4_500, means: 'cash', receiptNumber: 'HARB-1-1', receiptOrdinal: 2 };
    const both = aSide({ payment: { p1: receipt } });
    expect(differences(both, both)).toContain('receipts at the clinic: number 1 is missing, or there twice');
  });
});
