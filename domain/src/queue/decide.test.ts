import { describe, expect, it } from 'vitest';
import type { Sender } from '../decision.ts';
import { aNurse, idOf, rooms, services, TestQueue } from './testing.ts';
import { fromStates } from './ticket-steps.ts';

function refusal(decision: ReturnType<TestQueue['send']>): string | undefined {
  return decision.ok ? undefined : decision.refusal.code;
}

describe('call next', () => {
  it('refuses in the order that the API promises', () => {
    const queue = new TestQueue();
    const call = (finishCurrent?: true | 'completed' | 'not-answered') =>
      refusal(queue.send({ type: 'call-next', servicePointId: rooms.one, ...(finishCurrent && { finishCurrent }) }));
    expect(call()).toBe('service-point-closed');
    queue.open(rooms.one);
    queue.send({ type: 'pause-service-point', servicePointId: rooms.one });
    expect(call()).toBe('service-point-paused');
    queue.open(rooms.one);
    expect(call()).toBe('queue-empty');
    queue.issue();
    expect(call()).toBeUndefined();
    expect(call()).toBe('service-point-busy');
    expect(call(true)).toBe('current-outcome-needed');
  });

  it('takes the higher class, then the longest wait', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const walkIn = queue.issue();
    const later = queue.issue();
    const urgent = queue.issue(services.general, { priorityClass: 'priority' });
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    expect(queue.ticket(urgent).standing).toMatchObject({ state: 'called', servicePointId: rooms.two });
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    expect(queue.ticket(walkIn).standing.state).toBe('called');
    expect(queue.ticket(later).standing.state).toBe('waiting');
  });

  it('skips a ticket on hold until it is resumed, and then keeps its place', () => {
    const queue = new TestQueue().open(rooms.two);
    const first = queue.issue();
    const second = queue.issue();
    queue.send({ type: 'hold', ticketId: first });
    queue.send({ type: 'call-next', servicePointId: rooms.two });
    expect(queue.ticket(second).standing.state).toBe('called');
    queue.send({ type: 'resume', ticketId: first });
    queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.two, finishCurrent: 'completed' });
    expect(queue.ticket(first).standing.state).toBe('called');
  });

  it('finishes the one being served and says so when nobody waits', () => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    queue.send({ type: 'confirm-arrival', servicePointId: rooms.one, ticketId });
    const decision = queue.send({ type: 'call-next', servicePointId: rooms.one, finishCurrent: true });
    expect(decision).toMatchObject({
      ok: true,
      facts: [{ type: 'v1.ServiceFinished' }, { type: 'v1.CommandHadNoEffect' }],
    });
    expect(queue.ticket(ticketId).standing.state).toBe('completed');
    expect(queue.state.servicePoints.get(rooms.one)?.ticketId).toBeNull();
  });

  it('calls for the services of its point alone', () => {
    const queue = new TestQueue().open(rooms.two);
    queue.issue(services.blood);
    expect(refusal(queue.send({ type: 'call-next', servicePointId: rooms.two }))).toBe('queue-empty');
  });

  it('keeps a ticket that was transferred to a room for that room', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const ticketId = queue.issue();
    queue.send({ type: 'transfer', ticketId, toServicePointId: rooms.two, placement: 'front' });
    expect(refusal(queue.send({ type: 'call-next', servicePointId: rooms.one }))).toBe('queue-empty');
    expect(queue.send({ type: 'call-next', servicePointId: rooms.two }).ok).toBe(true);
  });
});

describe('undo', () => {
  const undo = (queue: TestQueue, ticketId: string) => {
    const { epoch, seq } = queue.ticket(ticketId).last;
    return queue.send({ type: 'undo', ticketId, epoch, seq });
  };

  it('withdraws a call and leaves what it finished', () => {
    const queue = new TestQueue().open(rooms.one);
    const first = queue.issue();
    const second = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    queue.send({ type: 'call-next', servicePointId: rooms.one, finishCurrent: 'completed' });
    expect(undo(queue, second).ok).toBe(true);
    expect(queue.ticket(second).standing).toMatchObject({ state: 'waiting', servicePointId: null, callCount: 0 });
    expect(queue.ticket(first).standing.state).toBe('completed');
    expect([...queue.state.calls.values()].at(-1)).toMatchObject({ ticketId: second, withdrawn: true });
  });

  it('refuses the first event, an undo, an older event, and a busy room', () => {
    const queue = new TestQueue().open(rooms.one);
    const first = queue.issue();
    expect(refusal(undo(queue, first))).toBe('nothing-to-undo');
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    const { seq } = queue.ticket(first).last;
    queue.send({ type: 'finish-service', servicePointId: rooms.one, ticketId: first });
    expect(refusal(queue.send({ type: 'undo', ticketId: first, epoch: 1, seq }))).toBe('nothing-to-undo');
    queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    expect(refusal(undo(queue, first))).toBe('service-point-busy');
  });

  it('refuses once the ticket has a payment', () => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    queue.paid.add(ticketId);
    expect(refusal(undo(queue, ticketId))).toBe('has-payment');
  });

  it('takes back whose a ticket is, so that it can be identified rightly, a payment or not', () => {
    const queue = new TestQueue();
    const ticketId = queue.issue();
    const identify = (patient: number) =>
      queue.send({ type: 'identify-ticket', ticketId, patientId: idOf(patient), reason: 'said at the desk' });
    identify(400);
    expect(refusal(identify(401))).toBe('already-identified');
    queue.paid.add(ticketId);
    const undone = { undoneType: 'v1.TicketIdentified', standing: queue.ticket(ticketId).standing, patientId: null };
    expect(undo(queue, ticketId)).toMatchObject({ ok: true, facts: [{ type: 'v1.StepUndone', body: undone }] });
    expect(queue.ticket(ticketId).patientId).toBeNull();
    expect(identify(401).ok).toBe(true);
    expect(queue.ticket(ticketId).patientId).toBe(idOf(401));
  });

  it('leaves whose a ticket is when it takes back another step', () => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue(services.general, { patientId: idOf(400) });
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    expect(undo(queue, ticketId).ok).toBe(true);
    expect(queue.ticket(ticketId).patientId).toBe(idOf(400));
  });

  it('is of the business day of the step, whatever day the ticket is of', () => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue();
    queue.businessDay = '2026-11-24';
    queue.send({ type: 'hold', ticketId });
    expect(undo(queue, ticketId).ok).toBe(true);
    queue.send({ type: 'hold', ticketId });
    queue.businessDay = '2026-11-25';
    expect(refusal(undo(queue, ticketId))).toBe('nothing-to-undo');
  });
});

describe('a kiosk', () => {
  const kiosk: Sender = { actor: `device:${idOf(301)}`, roles: ['kiosk'], deviceId: idOf(301) };

  it('may not choose a class', () => {
    const queue = new TestQueue();
    const command = { type: 'issue-ticket', serviceId: services.general, priorityClass: 'priority' } as const;
    expect(refusal(queue.send(command, kiosk))).toBe('not-allowed');
  });

  it('takes a number for a service of walk-ins or for the desk alone, where staff take any', () => {
    const queue = new TestQueue();
    const take = (serviceId: string, sender?: Sender) =>
      refusal(queue.send({ type: 'issue-ticket', serviceId }, sender));
    expect(take(services.desk, kiosk)).toBe('no-walk-ins');
    expect(take(services.desk)).toBeUndefined();
    expect(take(services.general, kiosk)).toBeUndefined();
    queue.configuration = { ...queue.configuration, deskServiceId: services.desk };
    expect(take(services.desk, kiosk)).toBeUndefined();
  });

  it('takes back its own check-in within a minute, and no other', () => {
    const queue = new TestQueue();
    queue.send({ type: 'issue-ticket', serviceId: services.general }, kiosk);
    const own = [...queue.state.tickets.keys()].at(-1) ?? '';
    const other = queue.issue();
    expect(refusal(queue.send({ type: 'undo-check-in', ticketId: other }, kiosk))).toBe('not-your-ticket');
    expect(queue.send({ type: 'undo-check-in', ticketId: own }, kiosk).ok).toBe(true);
    expect(queue.ticket(own).standing.state).toBe('cancelled');
  });
});

describe('a ticket page', () => {
  it('holds and resumes its own ticket, and no hold of the staff', () => {
    const queue = new TestQueue();
    const ticketId = queue.issue();
    const page: Sender = { actor: `ticket:${ticketId}`, roles: ['ticket-page'] };
    const stranger: Sender = { actor: `ticket:${idOf(999)}`, roles: ['ticket-page'] };
    expect(refusal(queue.send({ type: 'hold', ticketId }, stranger))).toBe('not-your-ticket');
    expect(queue.send({ type: 'hold', ticketId }, page).ok).toBe(true);
    expect(queue.send({ type: 'resume', ticketId }, page).ok).toBe(true);
    queue.send({ type: 'hold', ticketId });
    expect(refusal(queue.send({ type: 'resume', ticketId }, page))).toBe('not-your-ticket');
  });
});

describe('help', () => {
  it('is asked for by a ticket page for its own ticket, named or not, and for no other', () => {
    const queue = new TestQueue();
    const [ticketId, other] = [queue.issue(), queue.issue()];
    const page: Sender = { actor: `ticket:${ticketId}`, roles: ['ticket-page'] };
    const ask = (named?: string) =>
      queue.send({ type: 'request-help', kind: 'assistance', ...(named && { ticketId: named }) }, page);
    expect(refusal(ask(other))).toBe('not-your-ticket');
    expect(ask()).toMatchObject({ ok: true, facts: [{ body: { ticketId } }] });
  });

  it('that a page asks for again before anybody came is the call that sounds already', () => {
    const queue = new TestQueue();
    const ticketId = queue.issue();
    const page: Sender = { actor: `ticket:${ticketId}`, roles: ['ticket-page'] };
    const ask = () => queue.send({ type: 'request-help', kind: 'assistance', ticketId }, page);
    expect(ask()).toMatchObject({ ok: true, facts: [{ type: 'v1.HelpRequested', body: { ticketId } }] });
    const [asked] = queue.state.help.keys();
    expect(ask()).toMatchObject({
      ok: true,
      facts: [{ type: 'v1.CommandHadNoEffect', body: { ids: { helpId: asked } } }],
    });
  });
});

describe('numbers', () => {
  it('count per letter from 001 and skip what the clinic skips', () => {
    const queue = new TestQueue();
    for (let count = 0; count < 13; count += 1) queue.issue();
    queue.issue(services.blood);
    const numbers = [...queue.state.tickets.values()].map((ticket) => ticket.number);
    expect(numbers.slice(0, 2)).toEqual(['A001', 'A002']);
    expect(numbers.slice(-2)).toEqual(['A014', 'R001']);
  });

  const lettered = (queue: TestQueue, letters: { readonly general: string; readonly blood: string }) => {
    const services = queue.configuration.services.map((service, index) => ({
      ...service,
      prefix: [letters.general, letters.blood][index] ?? service.prefix,
    }));
    queue.configuration = { ...queue.configuration, services };
  };

  it('of a letter go on when the letter moves to another service', () => {
    const queue = new TestQueue();
    queue.issue(services.general);
    lettered(queue, { general: 'C', blood: 'A' });
    expect(queue.ticket(queue.issue(services.blood)).number).toBe('A002');
    lettered(queue, { general: 'A', blood: 'C' });
    expect(queue.ticket(queue.issue(services.general)).number).toBe('A003');
  });

  it('of a new day pass over those of the day before that somebody still holds', () => {
    const queue = new TestQueue();
    const [first, second] = [queue.issue(), queue.issue()];
    queue.send({ type: 'cancel-ticket', ticketId: first, reason: 'went home' });
    queue.businessDay = '2026-11-24';
    expect([queue.issue(), queue.issue()].map((id) => queue.ticket(id).number)).toEqual(['A001', 'A003']);
    expect(queue.ticket(second).number).toBe('A002');
  });
});

describe('a patient', () => {
  it('is never twice in one queue', () => {
    const queue = new TestQueue();
    const patientId = idOf(400);
    const first = queue.issue(services.general, { patientId });
    expect(refusal(queue.send({ type: 'issue-ticket', serviceId: services.general, patientId }))).toBe(
      'patient-has-open-ticket',
    );
    const elsewhere = queue.issue(services.blood, { patientId });
    const move = { type: 'transfer', ticketId: elsewhere, toServiceId: services.general, placement: 'back' } as const;
    expect(refusal(queue.send(move))).toBe('patient-has-open-ticket');
    queue.send({ type: 'mark-left', ticketId: first, reason: 'went home' });
    queue.issue(services.general, { patientId });
    expect(refusal(queue.send({ type: 'resume', ticketId: first }))).toBe('patient-has-open-ticket');
  });
});

describe('a reason', () => {
  it('is sealed under the ticket, never in the body', () => {
    const queue = new TestQueue();
    const ticketId = queue.issue();
    queue.send({ type: 'cancel-ticket', ticketId, reason: 'Anna fainted' });
    const row = queue.rows.at(-1);
    expect(row).toMatchObject({ subjectId: ticketId, sealed: { reason: 'Anna fainted' } });
    expect(JSON.stringify(row?.body)).not.toContain('Anna');
  });

  it('is sealed under the ticket of an identified patient, too: whose it is may be taken back', () => {
    const queue = new TestQueue();
    const ticketId = queue.issue(services.general, { patientId: idOf(400), reason: 'Anna cannot stand' });
    expect(queue.rows.at(-1)).toMatchObject({ subjectId: ticketId });
    queue.send({ type: 'cancel-ticket', ticketId, reason: 'Anna fainted' });
    expect(queue.rows.at(-1)).toMatchObject({ subjectId: ticketId });
  });

  it('for calling the next is kept with who is called, or with who was finished when nobody waits', () => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one, reason: 'written down' });
    expect(queue.rows.at(-1)).toMatchObject({ type: 'v1.TicketCalled', subjectId: ticketId });
    const finish = { type: 'call-next', servicePointId: rooms.one, finishCurrent: 'completed', reason: 'r' } as const;
    queue.send(finish);
    expect(queue.rows.at(-2)).toMatchObject({
      type: 'v1.ServiceFinished',
      subjectId: ticketId,
      sealed: { reason: 'r' },
    });
  });

  it('for help is kept under its ticket, or else under who gave it', () => {
    const queue = new TestQueue();
    const ticketId = queue.issue();
    queue.send({ type: 'request-help', kind: 'assistance', ticketId, reason: 'dizzy' });
    expect(queue.rows.at(-1)).toMatchObject({ subjectId: ticketId, sealed: { reason: 'dizzy' } });
    queue.send({ type: 'request-help', kind: 'assistance', reason: 'smoke' });
    expect(queue.rows.at(-1)).toMatchObject({ subjectId: aNurse.staffId, sealed: { reason: 'smoke' } });
  });
});

describe('closing the day', () => {
  it('gives every open ticket an outcome and closes every room', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const served = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    queue.send({ type: 'confirm-arrival', servicePointId: rooms.one, ticketId: served });
    const waiting = queue.issue();
    expect(queue.send({ type: 'close-day' }).ok).toBe(true);
    expect(queue.ticket(served).standing.state).toBe('completed');
    expect(queue.ticket(waiting).standing.state).toBe('left');
    expect(
      [...queue.state.servicePoints.values()].every((point) => point.state === 'closed' && point.ticketId === null),
    ).toBe(true);
  });

  it('makes work of everybody whom nobody saw and of whom nobody says why: they are phoned', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const [called = '', missed = '', seen = '', held = '', waiting, explained = ''] = Array.from({ length: 6 }, () =>
      queue.issue(),
    );
    const call = (ticketId: string, servicePointId: string) =>
      queue.send({ type: 'call-ticket', servicePointId, ticketId, reason: 'r' });
    call(missed, rooms.two);
    queue.send({ type: 'mark-not-answered', ticketId: missed });
    call(seen, rooms.one);
    queue.send({ type: 'confirm-arrival', servicePointId: rooms.one, ticketId: seen });
    call(called, rooms.two);
    queue.send({ type: 'identify-ticket', ticketId: held, patientId: idOf(400) });
    queue.send({ type: 'hold', ticketId: held });
    const outcomes = [{ ticketId: explained, outcome: 'left' as const }];
    queue.send({ type: 'close-day', outcomes });
    const items = queue.rows.flatMap((row) => (row.type === 'v1.WorkItemRaised' ? [row.body] : []));
    expect(items.every(({ kind }) => kind === 'left-unseen')).toBe(true);
    expect(items.map(({ about }) => about)).toEqual([
      { ticketId: called, ticketNumber: 'A001' },
      { ticketId: held, ticketNumber: 'A004', patientId: idOf(400) },
      { ticketId: waiting, ticketNumber: 'A005' },
    ]);
    expect(new Set(items.map(({ workItemId }) => workItemId)).size).toBe(3);
  });
});

describe('every step of a ticket', () => {
  it.each(Object.entries(fromStates))('%s is refused from every other state', (type, allowed) => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue();
    const step = {
      type,
      ticketId,
      servicePointId: rooms.one,
      reason: 'r',
      patientId: idOf(7),
      priorityClass: 'priority',
    };
    queue.send({ type: 'cancel-ticket', ticketId, reason: 'r' });
    expect(allowed).not.toContain('cancelled');
    expect(queue.send(step as never)).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-state', state: 'cancelled' },
    });
  });
});
