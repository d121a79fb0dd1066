import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { CentreBalance } from '@foyer/domain/billing/balance.ts';
import type { ChargeRecord } from '@foyer/domain/billing/billing-state.ts';
import {
  checkInCodeBytes,
  decodeCheckInCode,
  encodeCheckInCode,
} from '@foyer/domain/identity-documents/check-in-code.ts';
import { newLiveMark } from '@foyer/domain/identity-documents/live-code.ts';
import { healthCard } from '@foyer/domain/identity-documents/specimens.ts';
import { emptyQueue, type TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import { createEd25519Verifier } from '../adapters/crypto/ed25519-verifier.ts';
import type { UsedCodeRow } from '../ports/projections.ts';
import type { StoredAppointment, StoredPatient } from '../ports/read-model.ts';
import { aClinic, clinicId, consultation, kioskOne, tabletOne as otherKiosk } from '../testing/a-clinic.ts';
import { aTicket } from '../testing/a-state.ts';
import { aCommandId } from '../testing/a-command-id.ts';

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
let tickets: TicketRecord[];
let charges: Map<string, ChargeRecord>;
let balances: Map<string, CentreBalance>;
let usedCodes: Map<string, UsedCodeRow>;
const raw = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(-32);
const here = { latitude: 43.36, longitude: -5.84 };
const northKeys = generateKeyPairSync('ed25519');
const northside = {
  id: '01990000-0000-7000-8000-00000000000e',
  clinic: {
    name: 'Northside',
    address: '41 Mill Lane',
    position: { latitude: 43.4, longitude: -5.82 },
    publicKey: raw(northKeys.publicKey),
  },
};

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
  tickets = [];
  charges = new Map();
  balances = new Map();
  usedCodes = new Map();
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
      configuration: () => ({ ...aClinic(), position: here, cardFormats: [healthCard] }),
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
      checkInPublicKey: () => raw(publicKey),
      usedCode: (id) => usedCodes.get(id),
      networkClinic: (id) => (id === northside.id ? northside.clinic : undefined),
      balanceOf: (id) => balances.get(id),
      linkedTo: () => [],
      billing: () => ({ tills: new Map(), charges, payments: new Map(), series: new Map() }),
      queue: () => ({ ...emptyQueue, tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])) }),
      ticket: (id) => tickets.find((ticket) => ticket.id === id),
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
  const unheard = '01990000-0000-7000-a000-000000000099';

  it('finds its patient at once', () => {
    expect(identify({ qr: codeOf() })).toMatchObject({
      matched: true,
      appointments: [{ initials: 'M. O.' }],
    });
  });

  it.each([
    ['of another clinic', () => codeOf({ clinicId: consultation }, others), 'code-of-another-clinic'],
    ['that another clinic signed as ours', () => codeOf({}, others), 'code-invalid'],
    ['of another day', () => codeOf({ businessDay: '2026-11-23', appointmentId: unheard }), 'code-of-another-day'],
    ['of no appointment of ours', () => codeOf({ appointmentId: clinicId }), 'unknown-appointment'],
    ['whose signature is another’s', () => `${codeOf().slice(0, -6)}AAAAAA`, 'code-invalid'],
    ['that is none', () => 'https://example.com', 'code-invalid'],
  ])('%s sends to the desk and says why', (_what, text, reason) => {
    expect(identify({ qr: text() })).toMatchObject({ matched: false, askDesk: true, reason });
  });

  it('of a clinic of the network says which, where, and when, by the key of that clinic', () => {
    const north = { clinicId: northside.id, time: '10:40' };
    expect(identify({ qr: codeOf(north, northKeys.privateKey) })).toEqual({
      identificationId: expect.any(String),
      matched: false,
      askDesk: true,
      reason: 'code-of-another-clinic',
      date: '2026-11-24',
      time: '10:40',
      clinic: { name: 'Northside', address: '41 Mill Lane', position: northside.clinic.position, from: here },
    });
    expect(identify({ qr: codeOf(north, privateKey) })).toMatchObject({ reason: 'code-invalid' });
  });

  it('of another day is no failure, and a number for the desk is its patient’s', () => {
    appointments = [anAppointment(1, maria, start - 24 * hourMs)];
    const qr = codeOf({ businessDay: '2026-11-23' });
    for (let times = 0; times < 9; times += 1) identify({ qr });
    const answer = identify({ qr });
    expect(answer).toMatchObject({ matched: false, identified: true, date: '2026-11-23', time: '10:00' });
    expect(answer).not.toHaveProperty('owner');
    expect(identifications.find(kioskOne, answer['identificationId'] as string)).toMatchObject({ patientId: maria.id });
  });

  it('of another day that was cancelled since says that', () => {
    appointments = [{ ...anAppointment(1, maria, start - 24 * hourMs), status: 'cancelled' }];
    expect(identify({ qr: codeOf({ businessDay: '2026-11-23' }) })).toMatchObject({ reason: 'appointment-cancelled' });
  });

  it('of an appointment that was moved since is good on the new day, and says it on any other', () => {
    const qr = codeOf({ businessDay: '2026-11-23', time: '09:20' });
    expect(identify({ qr })).toMatchObject({ matched: true, appointments: [{ time: '10:40' }] });
    appointments = [anAppointment(1, maria, start + 48 * hourMs)];
    expect(identify({ qr })).toMatchObject({ matched: false, date: '2026-11-26', time: '10:00' });
  });

  it('of another day says which', () => {
    const code = { businessDay: '2026-11-26', appointmentId: unheard };
    expect(identify({ qr: codeOf(code) })).toMatchObject({ date: '2026-11-26' });
    expect(identify({ qr: 'https://example.com' })).not.toHaveProperty('date');
  });
});

describe('a live code', () => {
  const liveCode = (changes: object = {}, madeAt = now): string => {
    const live = newLiveMark(madeAt, randomBytes(10));
    const said = { clinicId, appointmentId: appointments[0]?.id ?? '', businessDay: '2026-11-24', time: '10:40', live };
    const code = { ...said, ...changes };
    return encodeCheckInCode(code, sign(null, checkInCodeBytes(code), privateKey));
  };
  const idIn = (qr: string) => decodeCheckInCode(qr)?.live?.id ?? '';
  const usedBy = (qr: string, identificationId?: string) =>
    usedCodes.set(idIn(qr), { codeId: idIn(qr), appointmentId: '', ticketId: '', identificationId });

  it('finds its patient with that one appointment, and the check-in is told of the code', () => {
    appointments = [...appointments, anAppointment(3, maria, start + 3 * hourMs)];
    const qr = liveCode();
    const answer = identify({ qr });
    expect(answer).toMatchObject({ matched: true, appointments: [{ id: appointments[0]?.id }] });
    expect(identifications.find(kioskOne, answer['identificationId'] as string)).toMatchObject({
      appointmentIds: [appointments[0]?.id],
      liveCodeId: idIn(qr),
    });
  });

  it.each([
    ['that is ten minutes old', () => liveCode({}, now - 10 * minuteMs), 'live-code-expired'],
    ['from later than this clock allows', () => liveCode({}, now + 3 * minuteMs), 'live-code-ahead'],
    ['of another clinic', () => liveCode({ clinicId: consultation }), 'code-of-another-clinic'],
    ['of tomorrow', () => liveCode({ businessDay: '2026-11-25', appointmentId: consultation }), 'code-of-another-day'],
  ])('%s says so', (_what, text, reason) => {
    expect(identify({ qr: text() })).toMatchObject({ matched: false, askDesk: true, reason });
  });

  it('that is no longer good tells nobody whose it was', () => {
    expect(identify({ qr: liveCode({}, now - hourMs) })).not.toHaveProperty('identified');
  });

  it('that was used finds nobody, but for the session that used it, where it is the same identification', () => {
    const qr = liveCode();
    const { identificationId } = identify({ qr }) as { identificationId: string };
    usedBy(qr, identificationId);
    expect(identify({ qr })).toMatchObject({ matched: true, identificationId });
    expect(identifications.identify(otherKiosk, { qr })).toMatchObject({ answer: { reason: 'live-code-used' } });
    identifications.endSession(kioskOne);
    expect(identify({ qr })).toMatchObject({ matched: false, reason: 'live-code-used' });
  });

  it('is good on its day while nobody can measure minutes', () => {
    frozenAt = '2026-11-24';
    expect(identify({ qr: liveCode({}, now - 5 * hourMs) })).toMatchObject({ matched: true });
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

  it('that has expired finds its holder all the same, and the ticket will say so', () => {
    const answer = identify({ document: { format: 'mrz', text: specimen } });
    expect(answer).toMatchObject({ matched: true, documentExpired: true });
    expect(identifications.find(kioskOne, answer['identificationId'] as string)).toMatchObject({
      patientId: wang.id,
      notes: ['document-expired'],
    });
  });

  it('sends to the desk when it has expired and is nobody’s here, or cannot be read', () => {
    patients = [maria];
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

describe('a card of the clinic’s', () => {
  const rosa = aPatient(4, { identifiers: [{ kind: 'health-card', value: '9434765919' }] });

  it('finds its bearer however it is written, and shows of it what its mask shows', () => {
    patients = [maria, rosa];
    const answer = identify({ document: { format: 'code128', text: '943 476 5919' } });
    expect(answer).toMatchObject({ known: { card: { name: { en: 'Health card' }, masked: '••• ••• 5919' } } });
    expect(JSON.stringify(answer)).not.toContain('476');
  });

  it('is refused as one that was read wrong, and looked for no further', () => {
    patients = [maria, aPatient(4, { identifiers: [{ kind: 'health-card', value: '9434765918' }] })];
    expect(identify({ qr: '9434765918' })).toMatchObject({ matched: false, reason: 'document-check-digit' });
  });
});

describe('who is found', () => {
  const found = () => identify({ identificationId: ask('1956-03-07').id, phoneLast4: '3441' });

  it('and is not booked today hears of the next day, and of the last one where none is ahead', () => {
    const day = 24 * hourMs;
    appointments = [anAppointment(1, maria, start - day), anAppointment(3, maria, start + 2 * day)];
    expect(found()).toMatchObject({ appointments: [], otherDay: { date: '2026-11-26', time: '10:00' } });
    appointments = [anAppointment(1, maria, start - day)];
    expect(found()).toMatchObject({ appointments: [], otherDay: { date: '2026-11-23', time: '10:00' } });
    appointments = [anAppointment(1, maria, start), anAppointment(3, maria, start + 2 * day)];
    expect(found()).not.toHaveProperty('otherDay');
  });

  it('and has checked in before hears the number and how many are ahead, while it is good', () => {
    tickets = [aTicket('7'), aTicket('8')];
    appointments = [{ ...anAppointment(1, maria, start), ticketId: '8' }];
    expect(found()).toMatchObject({
      appointments: [{ checkedIn: true, ticket: { id: '8', state: 'waiting', ahead: 1 } }],
    });
    tickets = tickets.map((ticket) => ({ ...ticket, standing: { ...ticket.standing, state: 'not-answered' } }));
    expect(JSON.stringify(found())).not.toContain('ahead');
  });

  it('hears how the visit takes place where that is not in person', () => {
    appointments = [{ ...anAppointment(1, maria, start), mode: 'video' }];
    expect(found()).toMatchObject({ appointments: [{ mode: 'video' }] });
  });

  it('hears what is open here and what the centre still knows of, each charge once', () => {
    const charge = (id: string, paymentId: string | null): [string, ChargeRecord] => [
      id,
      {
        ...{ id, ticketId: 't', serviceId: consultation, patientId: maria.id },
        ...{ amountMinor: 3_000, currency: 'EUR', at: start, paymentId },
      },
    ];
    expect(found()).not.toHaveProperty('balance');
    charges = new Map([charge('a', null), charge('b', 'paid')]);
    const open = ['a', 'b', 'c'].map((chargeId) => ({ chargeId, amountMinor: 3_000 }));
    balances = new Map([[maria.id, { currency: 'EUR', charges: open }]]);
    expect(found()).toMatchObject({ balance: { amountMinor: 6_000, currency: 'EUR' } });
  });

  it('is spoken to in the own language', () => {
    patients = [{ ...maria, details: { ...maria.details, language: 'ar' } }];
    expect(found()).toMatchObject({ language: 'ar' });
  });
});
