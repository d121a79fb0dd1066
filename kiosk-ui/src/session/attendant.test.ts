import type { IdentificationAnswer, IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { CommandBody, Sent } from '@foyer/ui-kit/connection/commands.ts';
import { describe, expect, it } from 'vitest';
import type { Clinic } from './clinic.ts';
import { Attendant } from './attendant.ts';

const NOW = Date.UTC(2026, 10, 22, 10);
const ticket = { id: 't1', number: 'A047', serviceId: 's1' };
const appointment = { id: 'a1', serviceId: 's1', time: '10:40', at: NOW, initials: 'M. O.', checkedIn: false };
const accepted = (result: object): Sent => ({ ok: true, epoch: 1, seq: 1, result: { ...result }, status: 200 });
const refused = (code: string, facts: object = {}): Sent =>
  ({ ok: false, refusal: { code, ...facts }, status: 409 }) as Sent;
const matched = (...appointments: object[]) =>
  ({ identificationId: 'i1', matched: true, appointments }) as unknown as IdentificationAnswer;

interface Answers {
  identify?: IdentificationAnswer | { refusal: string } | { error: string };
  send?: Partial<Record<CommandBody['type'], Sent>>;
}

function aKiosk({ identify = matched(appointment), send = {} }: Answers = {}) {
  const sent: CommandBody[] = [];
  const asked: IdentificationRequest[] = [];
  const gate = { open: Promise.resolve() };
  const ended = { count: 0 };
  const known: string[] = [];
  const line = { silent: false };
  const clinic: Clinic = {
    view: { clinic: {}, deskServiceId: 'desk', services: {} } as Clinic['view'],
    serverNow: () => NOW,
    get silent() {
      return line.silent;
    },
    async identify(by) {
      asked.push(by);
      await gate.open;
      if ('refusal' in identify) return { ok: false, refusal: { code: identify.refusal as never } };
      if ('error' in identify) return { ok: false, error: { code: identify.error as 'unreachable', message: '' } };
      return { ok: true, value: identify };
    },
    forms: async () => ({ ok: true, value: { consents: [], questionnaires: [] } }),
    async send(command) {
      sent.push(command);
      await gate.open;
      return send[command.type] ?? accepted({ ticket, helpId: 'h1', identificationId: 'i2' });
    },
    knows: (code) => void known.push(code),
    async endSession() {
      ended.count += 1;
    },
  };
  const attendant = new Attendant(
    clinic,
    () => 'es',
    () => undefined,
  );
  return { attendant, sent, asked, gate, ended, known, line };
}

describe('a booked patient', () => {
  it('goes from the idle screen to the ticket with one scan', async () => {
    const { attendant, sent, asked } = aKiosk();
    await attendant.scanned({ format: 'qr', text: 'code' });
    expect(asked).toEqual([{ qr: 'code' }]);
    expect(sent).toEqual([{ type: 'check-in', identificationId: 'i1', appointmentId: 'a1', language: 'es' }]);
    expect(attendant.screen).toMatchObject({
      page: 'ticket',
      ticket: { number: 'A047' },
      booked: { initials: 'M. O.', time: '10:40' },
      already: false,
    });
  });
  it('is found by a passport, or by birth date and then the time', async () => {
    const next = { ask: ['initials-and-time', 'phone-last4'], times: ['09:00'] } as const;
    const { attendant, asked } = aKiosk({ identify: { identificationId: 'i1', next } });
    await attendant.scanned({ format: 'mrz', text: 'P<' });
    expect(asked).toEqual([{ document: { format: 'mrz', text: 'P<' } }]);
    expect(attendant.screen).toEqual({ page: 'confirm', identificationId: 'i1', asks: next.ask, times: next.times });
  });
  it('is found by a document of any symbol, which is sent as it was read', async () => {
    const { attendant, asked } = aKiosk({ identify: { identificationId: 'i1', matched: false, askDesk: true } });
    await attendant.scanned({ format: 'pdf417', text: '@\n\u001e\rANSI ' });
    await attendant.scanned({ text: '943 476 5919' });
    expect(asked).toEqual([{ document: { format: 'pdf417', text: '@\n\u001e\rANSI ' } }, { qr: '943 476 5919' }]);
  });
  it('is told that a document could not be read, and it is sent to no check-in', async () => {
    const reason = 'document-check-digit' as const;
    const { attendant, sent } = aKiosk({ identify: { identificationId: 'i1', matched: false, askDesk: true, reason } });
    await attendant.scanned({ text: '943 476 5918' });
    expect(attendant.screen).toMatchObject({ page: 'refusal', kind: 'document-unreadable' });
    expect(sent).toEqual([]);
  });
  it('who shows their own ticket is here again, and is asked nothing; one of another clinic says so', async () => {
    const publicId = 'Qk3v-9_xAbCdEfGhIjKlMn';
    const own = { format: 'qr', text: `http://192.0.2.7:8090/t/${publicId}` } as const;
    const { attendant, sent, asked } = aKiosk();
    await attendant.scanned(own);
    expect({ sent, asked }).toEqual({ sent: [{ type: 'come-back', publicId }], asked: [] });
    expect(attendant.screen).toMatchObject({ page: 'ticket', ticket: { number: 'A047' }, already: true, back: true });
    const late = aKiosk({ send: { 'come-back': accepted({ ticket, behind: true }) } });
    await late.attendant.scanned(own);
    expect(late.attendant.screen).toMatchObject({ page: 'ticket', back: true, behind: true });
    const elsewhere = aKiosk({ send: { 'come-back': refused('unknown-ticket') } });
    await elsewhere.attendant.scanned(own);
    expect(elsewhere.attendant.screen).toMatchObject({ page: 'refusal', kind: 'code-invalid' });
  });
  it('is spoken to in the language that the clinic knows of', async () => {
    const { attendant, known } = aKiosk({
      identify: { ...matched(appointment), language: 'ar' } as IdentificationAnswer,
    });
    await attendant.scanned({ format: 'qr', text: 'code' });
    expect(known).toEqual(['ar']);
  });
  it('with several appointments is checked in for the earliest that is still open', async () => {
    const { attendant, sent } = aKiosk({
      identify: matched(
        { ...appointment, id: 'late', at: NOW + 9 },
        { ...appointment, id: 'done', at: NOW - 9, checkedIn: true },
        appointment,
      ),
    });
    await attendant.scanned({ format: 'qr', text: 'code' });
    expect(sent[0]).toMatchObject({ appointmentId: 'a1' });
  });
  it('sees the same ticket when scanning again, and is told so', async () => {
    const { attendant } = aKiosk({ send: { 'check-in': accepted({ ticket, alreadyCheckedIn: true }) } });
    await attendant.scanned({ format: 'qr', text: 'code' });
    expect(attendant.screen).toMatchObject({ page: 'ticket', already: true });
  });
  it('may say "Not me": the check-in is undone and the search begins anew', async () => {
    const { attendant, sent } = aKiosk();
    await attendant.scanned({ format: 'qr', text: 'code' });
    await attendant.handle({ act: 'not-me' });
    expect(sent.at(-1)).toEqual({ type: 'undo-check-in', ticketId: 't1' });
    expect(attendant.screen).toEqual({ page: 'identify', undone: true });
  });
});

describe('the reader', () => {
  it('ignores the code that lies on it still, and takes the next patient’s over a ticket that is shown', async () => {
    const { attendant, asked } = aKiosk();
    await attendant.scanned({ format: 'qr', text: 'one' });
    await attendant.scanned({ format: 'qr', text: 'one' });
    await attendant.scanned({ format: 'qr', text: 'two' });
    expect(asked).toEqual([{ qr: 'one' }, { qr: 'two' }]);
  });
  it('reads nothing over a call for help', async () => {
    const { attendant, asked } = aKiosk();
    await attendant.handle({ act: 'help', kind: 'emergency' });
    await attendant.scanned({ format: 'qr', text: 'one' });
    expect(asked).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([
    ['nobody is found', { identify: { identificationId: 'i', matched: false, askDesk: true } }, 'not-found'],
    ['there is no appointment today', { identify: matched() }, 'none-today'],
    [
      'the document cannot be read',
      { identify: { identificationId: 'i', matched: false, askDesk: true, reason: 'document-unreadable' } },
      'document-unreadable',
    ],
    ['too many ask at once', { identify: { error: 'rate-limited' } }, 'busy'],
    ['the clinic is out of reach', { identify: { error: 'unreachable' } }, 'broken'],
    ['the session is over', { identify: { refusal: 'identification-expired' } }, 'session-over'],
    ['the patient has an open ticket', { send: { 'check-in': refused('patient-has-open-ticket') } }, 'open-ticket'],
    ['no answer comes', { send: { 'check-in': { ok: false, unanswered: true } } }, 'broken'],
  ] as [string, Answers, string][])('when %s has a screen of its own', async (_, answers, kind) => {
    const { attendant } = aKiosk(answers);
    await attendant.handle({ act: 'identify', by: { birthDate: '1958-03-14' } });
    expect(attendant.screen).toMatchObject({ page: 'refusal', kind });
  });
  it.each([
    ['code-of-another-day', { date: '2026-11-24' }, { kind: 'other-day', facts: { date: '2026-11-24' } }],
    ['code-of-another-clinic', { clinicName: 'Northside' }, { kind: 'other-clinic', facts: { clinic: 'Northside' } }],
    ['code-invalid', {}, { kind: 'code-invalid', facts: {} }],
    ['live-code-expired', {}, { kind: 'live-expired', facts: {} }],
    ['live-code-ahead', {}, { kind: 'live-expired', facts: {} }],
    ['live-code-used', {}, { kind: 'live-used', facts: {} }],
  ])('of a code with %s says what the code is for', async (code, facts, expected) => {
    const { attendant } = aKiosk({
      identify: { identificationId: 'i', matched: false, askDesk: true, reason: code as never },
      send: { 'check-in': refused(code, facts) },
    });
    await attendant.scanned({ format: 'qr', text: 'x' });
    expect(attendant.screen).toMatchObject({ page: 'refusal', ...expected });
  });
  it('leads to a number for the desk, which keeps who the patient is', async () => {
    const { attendant, sent } = aKiosk({ identify: matched() });
    await attendant.handle({ act: 'identify', by: { qr: 'x' } });
    await attendant.handle({ act: 'desk-number' });
    expect(sent).toEqual([{ type: 'issue-ticket', serviceId: 'desk', identificationId: 'i1', language: 'es' }]);
    expect(attendant.screen).toMatchObject({ page: 'ticket' });
  });
});

describe('a new patient', () => {
  it('registers, forgets what was typed, and chooses a service as a known one', async () => {
    const { attendant, sent } = aKiosk();
    await attendant.handle({ act: 'go', screen: { page: 'register' } });
    await attendant.handle({ act: 'register', patient: { name: { family: 'Okafor' } } });
    expect(attendant.screen).toEqual({ page: 'services', identificationId: 'i2' });
    expect(JSON.stringify(attendant.journey)).not.toContain('Okafor');
    await attendant.handle({ act: 'take-number', serviceId: 's1', identificationId: 'i2' });
    expect(sent.map(({ type }) => type)).toEqual(['register-patient', 'issue-ticket']);
  });
});

describe('help', () => {
  it('shows at once, then the call it became, and leads back to where one was', async () => {
    const { attendant, gate } = aKiosk();
    const open = Promise.withResolvers<void>();
    gate.open = open.promise;
    await attendant.handle({ act: 'go', screen: { page: 'identify' } });
    const asking = attendant.handle({ act: 'help', kind: 'assistance' });
    expect(attendant.screen).toEqual({ page: 'help', kind: 'assistance', pressedAt: NOW });
    open.resolve();
    await asking;
    expect(attendant.screen).toMatchObject({ page: 'help', helpId: 'h1' });
    await attendant.handle({ act: 'back' });
    expect(attendant.screen).toEqual({ page: 'identify' });
  });
  it('says at once that it could not be sent while the clinic is silent, sends it, and is heard all the same', async () => {
    const { attendant, sent, gate, line } = aKiosk();
    line.silent = true;
    const open = Promise.withResolvers<void>();
    gate.open = open.promise;
    const asking = attendant.handle({ act: 'help', kind: 'emergency' });
    expect(attendant.screen).toEqual({ page: 'help', kind: 'emergency', pressedAt: NOW, unsent: true });
    expect(sent).toMatchObject([{ type: 'request-help', kind: 'emergency' }]);
    open.resolve();
    await asking;
    expect(attendant.screen).toEqual({ page: 'help', kind: 'emergency', pressedAt: NOW, helpId: 'h1' });
  });
  it('says that it could not be sent', async () => {
    const { attendant } = aKiosk({ send: { 'request-help': { ok: false, unanswered: true } } });
    await attendant.handle({ act: 'help', kind: 'emergency' });
    expect(attendant.screen).toMatchObject({ page: 'help', unsent: true });
  });
});

describe('a wipe', () => {
  it('ends the session at the clinic, where there was one', async () => {
    const { attendant, ended } = aKiosk();
    attendant.wipe();
    expect(ended.count).toBe(0);
    await attendant.scanned({ format: 'qr', text: 'code' });
    attendant.wipe();
    attendant.wipe();
    expect(ended.count).toBe(1);
  });
  it('never shows the next person what was on its way for the last', async () => {
    const { attendant, gate } = aKiosk();
    const open = Promise.withResolvers<void>();
    gate.open = open.promise;
    const looking = attendant.scanned({ format: 'qr', text: 'code' });
    expect(attendant.busy).toBe('looking');
    attendant.wipe();
    open.resolve();
    await looking;
    expect(attendant.journey).toEqual({ screens: [{ page: 'idle' }] });
    expect(attendant.busy).toBeUndefined();
  });
});

describe('somebody who arrives otherwise than planned', () => {
  const again = { ...ticket, ahead: 4 };
  const already = matched({ ...appointment, checkedIn: true, ticket: again });
  const otherDay: IdentificationAnswer = {
    ...{ identificationId: 'i1', matched: false, askDesk: true, reason: 'code-of-another-day' },
    ...{ date: '2026-11-24', time: '10:40', identified: true, language: 'ar' },
  };

  it('sees the number that they have, also where it cannot be printed again', async () => {
    for (const [answer, reprinted] of [
      [accepted({}), { reprinted: true }],
      [refused('not-your-ticket'), {}],
    ] as const) {
      const { attendant, sent } = aKiosk({ identify: already, send: { 'reprint-ticket': answer } });
      await attendant.scanned({ format: 'qr', text: 'code' });
      expect(attendant.screen).toMatchObject({ page: 'already', ticket: again });
      await attendant.handle({ act: 'reprint' });
      expect(sent).toEqual([{ type: 'reprint-ticket', ticketId: 't1', identificationId: 'i1' }]);
      expect(attendant.screen).toEqual({ page: 'ticket', ticket, already: true, ahead: 4, shownAt: NOW, ...reprinted });
    }
  });

  it('leaves nothing to the next one, whose code is read meanwhile', async () => {
    const { attendant, ended } = aKiosk({ identify: already });
    await attendant.scanned({ format: 'qr', text: 'code' });
    await attendant.scanned({ format: 'qr', text: 'code' });
    expect(ended.count).toBe(0);
    await attendant.scanned({ format: 'qr', text: 'another' });
    expect(ended.count).toBe(1);
    expect(attendant.journey.screens).toHaveLength(2);
  });

  it('has a number for the desk at once on the wrong day, in their language and with the right day', async () => {
    const { attendant, sent, known } = aKiosk({ identify: otherDay });
    await attendant.scanned({ format: 'qr', text: 'code' });
    expect(known).toEqual(['ar']);
    expect(sent).toEqual([{ type: 'issue-ticket', serviceId: 'desk', language: 'es', identificationId: 'i1' }]);
    const notes = { otherDay: { date: '2026-11-24', time: '10:40' } };
    expect(attendant.screen).toMatchObject({ page: 'ticket', notes });
  });

  it('hears the right day where no number can be given', async () => {
    const { attendant } = aKiosk({ identify: otherDay, send: { 'issue-ticket': refused('day-closed') } });
    await attendant.scanned({ format: 'qr', text: 'code' });
    expect(attendant.screen).toMatchObject({ page: 'refusal', kind: 'other-day', facts: { date: '2026-11-24' } });
  });

  it('has what is open and what has expired on the screen of their ticket alone', async () => {
    const found = { ...already, appointments: [appointment], documentExpired: true } as IdentificationAnswer;
    const { attendant } = aKiosk({ identify: found });
    await attendant.scanned({ format: 'mrz', text: 'P<' });
    expect(attendant.screen).toMatchObject({ page: 'ticket', notes: { documentExpired: true } });
    await attendant.handle({ act: 'finish' });
    expect(attendant.journey).not.toHaveProperty('notes');
  });
});
