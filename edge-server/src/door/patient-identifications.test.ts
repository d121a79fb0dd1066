import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { checkInCodeBytes, encodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { createEd25519Verifier } from '../adapters/crypto/ed25519-verifier.ts';
import type { StoredAppointment, StoredPatient } from '../ports/read-model.ts';
import { aClinic, clinicId, consultation, kioskOne, tabletOne as otherKiosk } from '../testing/a-clinic.ts';
import { aCommandId } from '../testing/an-edge.ts';
import { PatientIdentifications } from './patient-identifications.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
/** 10:00 in Madrid. */
const start = Date.UTC(2026, 10, 24, 9);
let now = start;
/** The business day that goes on while the clock is not trusted. */
let frozenAt: string | undefined;
let patients: StoredPatient[];
let appointments: StoredAppointment[];
let identifications: PatientIdentifications;

function aPatient(id: number, details: PatientDetails): StoredPatient {
  return { id: `01990000-0000-7000-9000-00000000000${id}`, details, erased: false };
}
function anAppointment(id: number, patient: StoredPatient, at: number): StoredAppointment {
  return {
    id: `01990000-0000-7000-a000-00000000000${id}`,
    patientId: patient.id,
    serviceId: consultation,
    at,
    status: 'booked',
    ticketId: null,
  };
}
const maria = aPatient(1, {
  name: { given: 'María', family: 'Ortega' },
  birthDate: '1956-03-07',
  phone: '+34 600 123 441',
});
const mario = aPatient(2, {
  name: { given: 'Mario', family: 'Olmo' },
  birthDate: '1956-03-07',
  phone: '+34 600 999 441',
});
const wang = aPatient(3, {
  name: { given: 'Anna Maria', family: 'Eriksson' },
  birthDate: '1974-08-12',
  identifiers: [{ kind: 'passport', value: 'L898902C3' }],
});

beforeEach(() => {
  now = start;
  frozenAt = undefined;
  patients = [maria, mario, wang];
  appointments = [anAppointment(1, maria, start + 40 * minuteMs), anAppointment(2, wang, start + 2 * hourMs)];
  identifications = make(7);
});

function make(keyByte: number): PatientIdentifications {
  const inTime = (from: number, until: number) => (appointment: StoredAppointment) =>
    appointment.at >= from && appointment.at < until;
  return new PatientIdentifications({
    now: () => now,
    key: new Uint8Array(32).fill(keyByte),
    codes: createEd25519Verifier(),
    readModel: {
      configuration: () => aClinic(),
      clockFrozen: () => frozenAt !== undefined,
      lastBusinessDay: () => frozenAt,
      patient: (id) => patients.find((patient) => patient.id === id),
      patientsBornOn: (date) => patients.filter(({ details }) => details.birthDate === date),
      patientsWithIdentifier: (kind, value) =>
        patients.filter(({ details }) =>
          details.identifiers?.some((identifier) => identifier.kind === kind && identifier.value === value),
        ),
      appointment: (id) => appointments.find((appointment) => appointment.id === id),
      appointmentsOfPatient: (id, from, until) =>
        appointments.filter(inTime(from, until)).filter(({ patientId }) => patientId === id),
      appointmentsBetween: (from, until) => appointments.filter(inTime(from, until)),
      checkInPublicKey: () => publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    },
  });
}

function identify(request: IdentificationRequest, kiosk: string = kioskOne): Record<string, unknown> {
  const identified = identifications.identify(kiosk, request);
  return identified.ok ? (identified.answer as unknown as Record<string, unknown>) : { refused: identified.code };
}
function ask(birthDate: string, kiosk?: string) {
  const answer = identify({ birthDate }, kiosk) as {
    identificationId: string;
    next: { ask: string[]; times: string[] };
  };
  return { id: answer.identificationId, times: answer.next?.times };
}

describe('a birth date', () => {
  it('is always answered by six different times in order, whoever was born then, and by the same when asked again', () => {
    const aDate = fc.date({ min: new Date(0), max: new Date('2026-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.oneof(
          aDate.map((date) => date.toISOString().slice(0, 10)),
          fc.constant('1956-03-07'),
        ),
        (birthDate) => {
          const times = make(7).identify(kioskOne, { birthDate });
          const again = make(7).identify(otherKiosk, { birthDate });
          const timesOf = (answered: typeof times) =>
            (answered as unknown as { answer: { next: { times: string[] } } }).answer.next.times;
          expect(new Set(timesOf(times)).size).toBe(6);
          expect(timesOf(times)).toEqual([...timesOf(times)].sort());
          expect(timesOf(again)).toEqual(timesOf(times));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('has the real time among them, and other decoys on another box', () => {
    expect(ask('1956-03-07').times).toContain('10:40');
    const here = ask('1990-01-01').times;
    identifications = make(8);
    expect(ask('1990-01-01').times).not.toEqual(here);
  });
});

describe('the second answer', () => {
  it.each(['mo', 'M.O.', 'm. ó', ' MO '])('finds the one person by initials written %j and the time', (initials) => {
    const { id } = ask('1956-03-07');
    expect(identify({ identificationId: id, initials, time: '10:40' })).toEqual({
      identificationId: id,
      matched: true,
      appointments: [
        {
          id: appointments[0]?.id,
          serviceId: consultation,
          time: '10:40',
          at: start + 40 * minuteMs,
          initials: 'M. O.',
          checkedIn: false,
        },
      ],
    });
    expect(identifications.find(kioskOne, id)).toMatchObject({ patientId: maria.id });
  });

  it('finds nobody where two people fit', () => {
    const { id } = ask('1956-03-07');
    expect(identify({ identificationId: id, phoneLast4: '3441' })).toMatchObject({ matched: true });
    const other = ask('1956-03-07');
    patients = [maria, { ...mario, details: { ...mario.details, phone: '+34 600 000 441' } }, wang].map((patient) => ({
      ...patient,
      details: { ...patient.details, phone: '+34 600 000 0441' },
    }));
    expect(identify({ identificationId: other.id, phoneLast4: '0441' })).toEqual({
      identificationId: other.id,
      matched: false,
      askDesk: true,
    });
  });

  it('looks the same for a wrong answer about somebody and for an answer about nobody', () => {
    const somebody = ask('1956-03-07');
    const nobody = ask('1990-01-01');
    const wrong = identify({ identificationId: somebody.id, initials: 'XX', time: '10:40' });
    const none = identify({ identificationId: nobody.id, initials: 'XX', time: '10:40' });
    expect({ ...wrong, identificationId: '' }).toEqual({ ...none, identificationId: '' });
  });
});

describe('a kiosk’s session', () => {
  it('belongs to its kiosk', () => {
    const { id } = ask('1956-03-07');
    expect(identify({ identificationId: id, phoneLast4: '3441' }, otherKiosk)).toEqual({
      refused: 'identification-expired',
    });
    identify({ identificationId: id, phoneLast4: '3441' });
    expect(identifications.find(otherKiosk, id)).toBeUndefined();
  });

  it('is over after ten minutes, and when the kiosk wipes its screen', () => {
    const { id } = ask('1956-03-07');
    identify({ identificationId: id, phoneLast4: '3441' });
    now += 10 * minuteMs - 1;
    expect(identifications.find(kioskOne, id)).toBeDefined();
    now += 1;
    expect(identifications.find(kioskOne, id)).toBeUndefined();
    const again = ask('1956-03-07');
    identifications.endSession(kioskOne);
    expect(identify({ identificationId: again.id, phoneLast4: '3441' })).toEqual({
      refused: 'identification-expired',
    });
  });

  it('ends with the fifth failure, and what it had found with it', () => {
    const found = ask('1956-03-07').id;
    identify({ identificationId: found, phoneLast4: '3441' });
    const { id } = ask('1956-03-07');
    for (let failure = 1; failure <= 4; failure += 1) identify({ identificationId: id, phoneLast4: '0000' });
    expect(identifications.find(kioskOne, found)).toBeDefined();
    identify({ identificationId: id, phoneLast4: '0000' });
    expect(identify({ identificationId: id, phoneLast4: '3441' })).toEqual({
      refused: 'identification-expired',
    });
    expect(identifications.find(kioskOne, found)).toBeUndefined();
  });

  it('slows down a kiosk with thirty failures within an hour, and no other', () => {
    for (let failure = 0; failure < 30; failure += 1) identify({ qr: 'nothing' });
    expect(identify({ qr: 'nothing' })).toEqual({ refused: 'rate-limited' });
    expect(identify({ birthDate: '1956-03-07' }, otherKiosk)).toHaveProperty('next');
    now += 20_000;
    expect(identify({ birthDate: '1956-03-07' })).toHaveProperty('next');
    expect(identify({ birthDate: '1956-03-07' })).toEqual({ refused: 'rate-limited' });
    now += hourMs;
    identify({ birthDate: '1956-03-07' });
    expect(identify({ birthDate: '1956-03-07' })).toHaveProperty('next');
  });

  it('takes who registered for identified, under the same id for the same command', () => {
    const commandId = aCommandId(start);
    const id = identifications.adopt(kioskOne, commandId, maria.id);
    expect(identifications.adopt(kioskOne, commandId, maria.id)).toBe(id);
    expect(identifications.find(kioskOne, id)).toEqual({
      identificationId: id,
      patientId: maria.id,
      appointmentIds: [],
    });
  });
});

describe('a code', () => {
  const codeOf = (changes: object = {}, key = privateKey): string => {
    const code = {
      clinicId,
      appointmentId: appointments[0]?.id ?? '',
      businessDay: '2026-11-24',
      ...changes,
    };
    return encodeCheckInCode(code, sign(null, checkInCodeBytes(code), key));
  };
  const others = generateKeyPairSync('ed25519').privateKey;

  it('finds its patient at once', () => {
    expect(identify({ qr: codeOf() })).toMatchObject({
      matched: true,
      appointments: [{ initials: 'M. O.' }],
    });
  });

  it.each([
    ['of another clinic', () => codeOf({ clinicId: consultation }, others), 'code-of-another-clinic'],
    ['that another clinic signed as ours', () => codeOf({}, others), 'code-invalid'],
    ['of another day', () => codeOf({ businessDay: '2026-11-23' }), 'code-of-another-day'],
    ['of no appointment of ours', () => codeOf({ appointmentId: clinicId }), 'unknown-appointment'],
    ['whose signature is another’s', () => `${codeOf().slice(0, -6)}AAAAAA`, 'code-invalid'],
    ['that is none', () => 'https://example.com', 'code-invalid'],
  ])('%s sends to the desk and says why', (_what, text, reason) => {
    expect(identify({ qr: text() })).toMatchObject({ matched: false, askDesk: true, reason });
  });

  it('of another day says which', () => {
    expect(identify({ qr: codeOf({ businessDay: '2026-11-26' }) })).toMatchObject({ date: '2026-11-26' });
    expect(identify({ qr: 'https://example.com' })).not.toHaveProperty('date');
  });
});

describe('while the clock is not trusted', () => {
  const day = 24 * hourMs;

  it.each([
    ['a day ahead', day],
    ['a day behind', -day],
  ])('and is %s, codes and appointments of either day find their patient', (_what, jump) => {
    const code = { clinicId, appointmentId: appointments[0]?.id ?? '', businessDay: '2026-11-24' };
    const qr = encodeCheckInCode(code, sign(null, checkInCodeBytes(code), privateKey));
    now += jump;
    expect(identify({ qr })).toMatchObject({ reason: 'code-of-another-day' });
    frozenAt = '2026-11-24';
    expect(identify({ qr })).toMatchObject({ matched: true, appointments: [{ time: '10:40' }] });
    const { id, times } = ask('1956-03-07');
    expect(times).toContain('10:40');
    expect(identify({ identificationId: id, initials: 'MO', time: '10:40' })).toMatchObject({
      matched: true,
    });
  });
});

describe('a passport', () => {
  // ICAO Doc 9303, part 4, appendix A; it expired in 2012.
  const specimen = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';

  it('finds its holder while it is valid, by number and by name and birth date', () => {
    now = Date.UTC(2011, 5, 1, 9);
    expect(identify({ document: { format: 'mrz', text: specimen } })).toMatchObject({
      matched: true,
    });
    patients = [{ ...wang, details: { ...wang.details, identifiers: [] } }];
    expect(identify({ document: { format: 'mrz', text: specimen } })).toMatchObject({
      matched: true,
    });
  });

  it('sends to the desk when it has expired or cannot be read', () => {
    expect(identify({ document: { format: 'mrz', text: specimen } })).toMatchObject({
      matched: false,
      reason: 'document-expired',
    });
    expect(identify({ document: { format: 'mrz', text: 'P<X' } })).toMatchObject({
      matched: false,
      reason: 'document-unreadable',
    });
  });
});
