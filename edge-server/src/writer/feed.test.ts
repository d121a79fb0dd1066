import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import {
  aConfiguration,
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  kiosk,
  laboratory,
  room1,
} from './testing/a-writer.ts';

type Item = Omit<FeedItem, 'number'> & { readonly number?: number };
let number = 0;
function feed(clinic: EngineUnderTest, ...items: Item[]): void {
  const numbered = items.map((item) => ({ number: (number += 1), ...item }) as FeedItem);
  clinic.perform({
    kind: 'feed',
    page: {
      version: 1,
      serverTime: clinic.clock.wall(),
      items: numbered,
      next: numbered.at(-1)?.number ?? 0,
    },
  });
}
function facts(clinic: EngineUnderTest, type: string): unknown[] {
  const rows = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
  return rows.filter((row) => row.type === type).map((row) => JSON.parse(row.body) as unknown);
}
const ticketRequest = (requestId: string, ticketId: string, command: object): Item => ({
  kind: 'request',
  id: requestId,
  body: { requestId, kind: 'ticket-command', body: { ticketId, command } },
});

describe('the feed', () => {
  it('puts what the centre owns into reference tables, outside the log, the later item over the earlier', () => {
    const clinic = new EngineUnderTest().initialise();
    const before = clinic.reading((read) => read.position());
    const price = (amountMinor: number, version: number): Item => ({
      kind: 'price',
      id: laboratory,
      body: { serviceId: laboratory, amountMinor, currency: 'EUR', version },
    });
    const staffId = anId();
    feed(clinic, price(3_000, 1), price(3_500, 2), {
      kind: 'staff',
      id: staffId,
      body: { id: staffId, name: 'Ana', roles: ['nurse'], pinHash: '$argon2id$', active: true },
    });
    expect(clinic.reading((read) => read.prices())).toContainEqual({
      serviceId: laboratory,
      amountMinor: 3_500,
      currency: 'EUR',
      version: 2,
    });
    expect(clinic.reading((read) => read.staff().find(({ id }) => id === staffId))).toMatchObject({
      name: 'Ana',
      roles: ['nurse'],
    });
    expect(clinic.reading((read) => read.position())).toEqual(before);
    feed(clinic, { kind: 'price', id: laboratory, body: null });
    expect(clinic.reading((read) => read.prices())).toHaveLength(1);
  });

  it('is idempotent by number', () => {
    const clinic = new EngineUnderTest().initialise();
    const configuration = aConfiguration({ name: 'Renamed' });
    const item = {
      kind: 'configuration',
      id: clinicId,
      body: configuration,
      number: (number += 1),
    } as Item;
    feed(clinic, item);
    const after = clinic.reading((read) => ({ at: read.position(), feed: read.feedNumber() }));
    feed(clinic, item);
    expect(clinic.reading((read) => ({ at: read.position(), feed: read.feedNumber() }))).toEqual(after);
    expect(clinic.reading((read) => read.configuration()?.name)).toBe('Renamed');
    expect(after.feed).toBe(item.number);
  });

  it('copies a configuration into the log when it differs, and refuses that of another clinic', () => {
    const clinic = new EngineUnderTest().initialise();
    feed(clinic, { kind: 'configuration', id: clinicId, body: aConfiguration() });
    expect(facts(clinic, 'v1.ConfigurationApplied')).toHaveLength(1);
    feed(clinic, {
      kind: 'configuration',
      id: clinicId,
      body: aConfiguration({ skippedOrdinals: [1] }),
    });
    expect(facts(clinic, 'v1.ConfigurationApplied')).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(clinic.issue().number).toBe('A002');
    feed(clinic, {
      kind: 'configuration',
      id: clinicId,
      body: aConfiguration({ clinicId: anId() }),
    });
    expect(facts(clinic, 'v1.ConfigurationApplied')).toHaveLength(2);
  });

  it('takes nothing at all of another clinic’s feed', () => {
    const clinic = new EngineUnderTest().initialise();
    const other = anId();
    const before = clinic.reading((read) => ({ at: read.position(), feed: read.feedNumber(), staff: read.staff() }));
    const member = { id: anId(), name: 'Stranger', roles: ['admin'], pinHash: '$argon2id$', active: true };
    const items = [
      { number: 901, kind: 'check-in-key', id: other, body: { publicKey: '' } },
      { number: 902, kind: 'staff', id: member.id, body: member },
    ] as readonly FeedItem[];
    const page = { version: 1, serverTime: clinic.clock.wall(), items, next: 902 } as const;
    expect(clinic.perform({ kind: 'feed', page })).toEqual([{ ok: false, failed: 'batch-of-another-clinic' }]);
    expect(clinic.reading((read) => ({ at: read.position(), feed: read.feedNumber(), staff: read.staff() }))).toEqual(
      before,
    );
  });

  it('begins a clinic that was never set up here', () => {
    const clinic = new EngineUnderTest();
    expect(clinic.refusal('issue-ticket', { serviceId: consultation })).toBe('not-ready');
    feed(clinic, { kind: 'configuration', id: clinicId, body: aConfiguration() });
    expect(facts(clinic, 'v1.ClinicInitialised')).toEqual([{ clinicCode: 'MAD' }]);
    expect(clinic.issue().number).toBe('A001');
  });

  it('goes on behind an item that cannot be applied', () => {
    const clinic = new EngineUnderTest().initialise();
    feed(clinic, { kind: 'staff', id: anId(), body: { id: null, name: null } } as unknown as Item, {
      kind: 'price',
      id: laboratory,
      body: { serviceId: laboratory, amountMinor: 1, currency: 'EUR', version: 1 },
    });
    expect(clinic.reading((read) => read.prices())).toHaveLength(2);
    expect(clinic.faults).toHaveLength(1);
    expect(clinic.reading((read) => read.feedNumber())).toBe(number);
  });

  it('charges the price of the moment, copied into the fact', () => {
    const clinic = new EngineUnderTest().initialise();
    const ticket = clinic.issue();
    clinic.result('record-charge', { ticketId: ticket.id, serviceId: consultation });
    feed(clinic, {
      kind: 'price',
      id: consultation,
      body: { serviceId: consultation, amountMinor: 9_900, currency: 'EUR', version: 2 },
    });
    expect(facts(clinic, 'v1.ChargeRecorded')).toMatchObject([{ amountMinor: 5_000, priceVersion: 1 }]);
  });

  it('lays what was changed here over what the centre said before it knew, and under what it says after', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = anId();
    const sent = (phone: string): Item => ({
      kind: 'patient',
      id,
      body: { id, details: { birthDate: '1967-11-07', phone } },
    });
    const phone = () => clinic.reading((read) => read.patient(id)?.details);
    feed(clinic, sent('1111'));
    clinic.result('update-patient', { patientId: id, patient: { phone: '2222' } });
    expect(phone()).toEqual({ birthDate: '1967-11-07', phone: '2222' });
    feed(clinic, sent('1111'));
    expect(phone()).toMatchObject({ phone: '2222' });
    clinic.perform({ kind: 'acknowledged', position: clinic.reading((read) => read.position()) });
    feed(clinic, sent('3333'));
    expect(phone()).toMatchObject({ phone: '3333' });
  });
});

describe('what is asked of the centre', () => {
  it('is whether it takes over the new details of a patient that it owns; a refusal is work for a person', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = anId();
    feed(clinic, { kind: 'patient', id, body: { id, details: { birthDate: '1967-11-07' } } });
    clinic.result('update-patient', { patientId: id, patient: { phone: '2222' } });
    const [raised] = facts(clinic, 'v1.RequestRaised') as { requestId: string }[];
    expect(raised).toMatchObject({ kind: 'update-patient', about: { patientId: id } });
    const requestId = raised?.requestId ?? '';
    feed(clinic, {
      kind: 'request-answer',
      id: requestId,
      body: { requestId, accepted: false, code: 'unknown-patient' },
    });
    expect(clinic.reading((read) => read.workItems())).toMatchObject([
      { kind: 'update-patient', code: 'unknown-patient' },
    ]);
  });

  it('is nothing of a patient who registered here and whom the centre has yet to link', () => {
    const clinic = new EngineUnderTest().initialise();
    const { patientId } = clinic.result('register-patient', { patient: { phone: '1' } }) as { patientId: string };
    clinic.result('update-patient', { patientId, patient: { phone: '2' } });
    expect(facts(clinic, 'v1.RequestRaised')).toEqual([]);
  });
});

describe('a request of the centre', () => {
  it('runs a ticket page’s command as that ticket, and is answered in the log, once', () => {
    const clinic = new EngineUnderTest().initialise();
    const { id } = clinic.issue();
    const requestId = anId();
    feed(clinic, ticketRequest(requestId, id, { commandId: anId(), type: 'hold', ticketId: id }));
    expect(clinic.recordOf(id)?.standing).toMatchObject({ state: 'on-hold', heldByTicket: true });
    feed(clinic, ticketRequest(requestId, id, { commandId: anId(), type: 'resume', ticketId: id }));
    expect(clinic.recordOf(id)?.standing.state).toBe('on-hold');
    expect(facts(clinic, 'v1.RequestAnswered')).toEqual([{ requestId, accepted: true }]);
  });

  it('is refused with the code of the command', () => {
    const clinic = new EngineUnderTest().initialise();
    const { id } = clinic.issue();
    clinic.result('call-next', { servicePointId: room1 });
    const requestId = anId();
    feed(clinic, ticketRequest(requestId, id, { commandId: anId(), type: 'hold', ticketId: id }));
    expect(facts(clinic, 'v1.RequestAnswered')).toEqual([{ requestId, accepted: false, code: 'wrong-state' }]);
  });

  it('to hold or to resume is not done a minute late, when the page has said that it was not confirmed; help is', () => {
    const clinic = new EngineUnderTest().initialise();
    const { id } = clinic.issue();
    const asked = (command: object) => {
      feed(clinic, ticketRequest(anId(), id, { ...command, ticketId: id }));
      return (facts(clinic, 'v1.RequestAnswered').at(-1) as { code?: string }).code;
    };
    const idOf = (ageMs: number) => anId(clinic.clock.wall() - ageMs);
    expect(asked({ commandId: idOf(minuteMs + 1), type: 'hold' })).toBe('request-too-old');
    expect(clinic.recordOf(id)?.standing.state).toBe('waiting');
    expect(asked({ commandId: idOf(minuteMs), type: 'hold' })).toBeUndefined();
    expect(asked({ commandId: idOf(minuteMs + 1), type: 'resume' })).toBe('request-too-old');
    expect(asked({ commandId: idOf(10 * minuteMs), type: 'request-help', kind: 'assistance' })).toBeUndefined();
  });

  it('to step out is done in time and only for a number that is offered, and to be back inside however late', () => {
    const clinic = new EngineUnderTest().initialise();
    for (let before = 0; before < 3; before += 1) clinic.issue();
    const { id } = clinic.issue();
    const asked = (command: object) => {
      feed(clinic, ticketRequest(anId(), id, { ...command, ticketId: id }));
      return (facts(clinic, 'v1.RequestAnswered').at(-1) as { code?: string }).code;
    };
    const late = anId(clinic.clock.wall() - 10 * minuteMs);
    expect(asked({ commandId: anId(), type: 'step-out', whenAhead: 1 })).toBe('invalid-request');
    expect(asked({ commandId: late, type: 'step-out', whenAhead: 2 })).toBe('request-too-old');
    expect(asked({ commandId: anId(clinic.clock.wall()), type: 'step-out', whenAhead: 2 })).toBeUndefined();
    expect(clinic.recordOf(id)?.stepOut).toMatchObject({ whenAhead: 2, calledBackAt: null });
    expect(asked({ commandId: late, type: 'back-inside' })).toBeUndefined();
    expect(clinic.recordOf(id)).not.toHaveProperty('stepOut');
  });

  it('is as old as the centre’s clock says, whatever the clinic’s own does', () => {
    const clinic = new EngineUnderTest().initialise();
    const { id } = clinic.issue();
    const [requestId, sentAt] = [anId(), clinic.clock.wall() - 5 * minuteMs];
    const hold = { commandId: anId(sentAt), type: 'hold', ticketId: id };
    const items = [{ ...ticketRequest(requestId, id, hold), number: (number += 1) } as FeedItem];
    clinic.perform({ kind: 'feed', page: { version: 1, serverTime: sentAt + 1_000, items, next: number } });
    expect(facts(clinic, 'v1.RequestAnswered')).toEqual([{ requestId, accepted: true }]);
  });

  it('for another’s ticket, for another command or of no shape is invalid', () => {
    const clinic = new EngineUnderTest().initialise();
    const { id } = clinic.issue();
    for (const command of [
      { commandId: anId(), type: 'hold', ticketId: clinic.issue().id },
      { commandId: anId(), type: 'cancel-ticket', ticketId: id, reason: 'x' },
      { commandId: 'x', type: 'hold', ticketId: id },
      { commandId: anId(), type: 'request-help', ticketId: id, kind: 'fire' },
    ]) {
      const requestId = anId();
      feed(clinic, ticketRequest(requestId, id, command));
      expect(facts(clinic, 'v1.RequestAnswered').at(-1)).toEqual({
        requestId,
        accepted: false,
        code: 'invalid-request',
      });
    }
    expect(clinic.recordOf(id)?.standing.state).toBe('waiting');
  });
});

describe('what became of a print', () => {
  it('is a fact of its own: the ticket was valid before it', () => {
    const clinic = new EngineUnderTest().initialise();
    const { id } = clinic.issue();
    const print = (outcome: string) =>
      clinic.send('record-print', { jobId: anId(), ticketId: id, outcome }, { actor: 'system', roles: ['system'] });
    expect(print('paper-out').ok).toBe(true);
    expect(clinic.recordOf(id)?.printed).toBe(false);
    expect(print('printed').ok).toBe(true);
    expect(clinic.recordOf(id)?.printed).toBe(true);
    expect(clinic.refusal('record-print', { jobId: anId(), ticketId: id, outcome: 'printed' }, kiosk)).toBe(
      'not-allowed',
    );
  });
});
