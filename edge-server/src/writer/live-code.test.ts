import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import {
  checkInCodeBytes,
  decodeCheckInCode,
  encodeCheckInCode,
} from '@foyer/domain/identity-documents/check-in-code.ts';
import { newLiveMark } from '@foyer/domain/identity-documents/live-code.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identified } from '../ports/writer.ts';
import { composeAudit } from './compose-audit.ts';
import { anId, clinicId, consultation, EngineUnderTest, kiosk, startOfTests } from './testing/a-writer.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const rawKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');

/** A clinic with one appointment within the hour. */
function booked() {
  const clinic = new EngineUnderTest().initialise();
  const [appointmentId, patientId] = [anId(), anId()];
  const items = [
    { kind: 'check-in-key', id: clinicId, body: { publicKey: rawKey } },
    { kind: 'patient', id: patientId, body: { id: patientId, details: { birthDate: '1967-11-07' } } },
    {
      kind: 'appointment',
      id: appointmentId,
      body: {
        ...{ id: appointmentId, patientId, serviceId: consultation, at: startOfTests + hourMs },
        ...{ minutes: 20, status: 'booked' },
      },
    },
  ].map((item, index) => ({ ...item, number: index + 1 }) as FeedItem);
  clinic.perform({
    kind: 'feed',
    page: { version: 1, serverTime: clinic.clock.wall(), items, next: items.length },
  });
  const code = (madeAt = clinic.clock.wall(), changes: { clinicId?: string; businessDay?: string } = {}) => {
    const live = newLiveMark(madeAt, randomBytes(10));
    const said = { clinicId, appointmentId, businessDay: '2026-11-23', time: '10:00', live, ...changes };
    return encodeCheckInCode(said, sign(null, checkInCodeBytes(said), privateKey));
  };
  const scannedIn = (qr: string): Identified => ({
    ...{ identificationId: anId(), patientId, appointmentIds: [appointmentId] },
    liveCodeId: decodeCheckInCode(qr)?.live?.id ?? '',
  });
  const byIdentification = (who: Identified) =>
    clinic.send('check-in', { identificationId: who.identificationId }, kiosk, who);
  const byCode = (qr: string) => clinic.refusal('check-in', { qr }, kiosk);
  return { clinic, appointmentId, code, scannedIn, byIdentification, byCode };
}
const ticketIn = (answer: object) => (answer as { result: { ticket: { id: string } } }).result.ticket.id;

describe('check-in by a live code', () => {
  it('takes a number, and the code is used from then on', () => {
    const { code, byCode } = booked();
    const qr = code();
    expect(byCode(qr)).toBeUndefined();
    expect(byCode(qr)).toBe('live-code-used');
    expect(byCode(code())).toBeUndefined();
  });

  it('shows the same ticket again to the session that used it, and to no other', () => {
    const { code, scannedIn, byIdentification, byCode } = booked();
    const qr = code();
    const [mine, another] = [scannedIn(qr), scannedIn(qr)];
    const first = byIdentification(mine);
    expect(byIdentification(mine)).toMatchObject({
      ok: true,
      result: { ticket: { id: ticketIn(first) }, alreadyCheckedIn: true },
    });
    expect(byIdentification(another)).toMatchObject({ refusal: { code: 'live-code-used' } });
    expect(byCode(qr)).toBe('live-code-used');
  });

  it('is used up by who was quicker, where two sessions have scanned it', () => {
    const { code, scannedIn, byIdentification } = booked();
    const qr = code();
    const [one, two] = [scannedIn(qr), scannedIn(qr)];
    expect(byIdentification(two)).toMatchObject({ ok: true });
    expect(byIdentification(one)).toMatchObject({ refusal: { code: 'live-code-used' } });
  });

  it('checks in no second time after the first was undone, nor shows the number that another code led to', () => {
    const { clinic, code, scannedIn, byIdentification, byCode } = booked();
    const who = scannedIn(code());
    clinic.result('undo-check-in', { ticketId: ticketIn(byIdentification(who)) });
    expect(byIdentification(who)).toMatchObject({ refusal: { code: 'live-code-used' } });
    expect(byCode(code())).toBeUndefined();
    expect(byIdentification(who)).toMatchObject({ refusal: { code: 'live-code-used' } });
  });

  it('is used up where it only showed the ticket that there was', () => {
    const { code, byCode } = booked();
    const [first, second] = [code(), code()];
    expect(byCode(first)).toBeUndefined();
    expect(byCode(second)).toBeUndefined();
    expect(byCode(second)).toBe('live-code-used');
  });

  it('stays used over a start, and in what is rebuilt from the log', () => {
    const { clinic, code, byCode } = booked();
    const qr = code();
    byCode(qr);
    clinic.reopen();
    expect(byCode(qr)).toBe('live-code-used');
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
    clinic.close();
  });

  it('says what is wrong with it', () => {
    const { clinic, code, byCode } = booked();
    const now = clinic.clock.wall();
    expect(byCode(code(now - 10 * minuteMs))).toBe('live-code-expired');
    expect(byCode(code(now + 3 * minuteMs))).toBe('live-code-ahead');
    expect(byCode(code(now, { clinicId: anId() }))).toBe('code-of-another-clinic');
    expect(byCode(code(now, { businessDay: '2026-11-24' }))).toBe('code-of-another-day');
  });

  it('is good on its day while the clock is in doubt and minutes cannot be measured, and once', () => {
    const { clinic, code, byCode } = booked();
    const qr = code();
    clinic.clock.jump(dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    expect(byCode(qr)).toBeUndefined();
    expect(byCode(qr)).toBe('live-code-used');
  });

  it('is never accepted with another bit', () => {
    const { code, byCode } = booked();
    const qr = code();
    const bytes = Buffer.from(qr.slice('F1.'.length), 'base64url');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), (bit) => {
        const flipped = Uint8Array.from(bytes, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(byCode(`F1.${Buffer.from(flipped).toString('base64url')}`)).toMatch(/^code-/);
      }),
      { numRuns: 40 },
    );
    expect(byCode(qr)).toBeUndefined();
  });

  it('never checks in twice, and never ten minutes after its making, whatever is scanned when and by whom', () => {
    const anAct = fc.record({
      code: fc.nat(2),
      session: fc.nat(2),
      raw: fc.boolean(),
      undo: fc.boolean(),
      passMs: fc.integer({ min: 0, max: 4 * minuteMs }),
    });
    fc.assert(
      fc.property(fc.array(anAct, { minLength: 4, maxLength: 14 }), (acts) => {
        const { clinic, code, scannedIn, byIdentification } = booked();
        const codes = [0, 4, 8].map((minutes) => code(startOfTests + minutes * minuteMs));
        const sessions = codes.map((qr) => [scannedIn(qr), scannedIn(qr), scannedIn(qr)]);
        const ticketsOf = new Map<number, Set<string>>();
        for (const act of acts) {
          clinic.clock.pass(act.passMs);
          const late = clinic.clock.wall() - startOfTests - act.code * 4 * minuteMs >= 10 * minuteMs;
          const answer = act.raw
            ? clinic.send('check-in', { qr: codes[act.code] ?? '' }, kiosk)
            : byIdentification(sessions[act.code]![act.session]!);
          if (!('result' in answer)) continue;
          expect(act.raw && late).toBe(false);
          const ticketId = ticketIn(answer);
          ticketsOf.set(act.code, (ticketsOf.get(act.code) ?? new Set()).add(ticketId));
          if (act.undo) clinic.send('undo-check-in', { ticketId });
        }
        expect([...ticketsOf.values()].every((tickets) => tickets.size === 1)).toBe(true);
        clinic.close();
      }),
      { numRuns: 12 },
    );
  });
});
