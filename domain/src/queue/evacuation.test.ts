import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { queueCommandTypes, type QueueCommand } from './decide.ts';
import { evacuationNow } from './evacuation-now.ts';
import { aNurse, idOf, rooms, services, TestQueue } from './testing.ts';

const codeOf = (decision: ReturnType<TestQueue['send']>) => (decision.ok ? undefined : decision.refusal.code);

/** One waits, one is called, one is served, one is on hold. */
function aBusyClinic() {
  const queue = new TestQueue().open(rooms.one, rooms.two);
  const serving = queue.issue();
  queue.send({ type: 'call-next', servicePointId: rooms.one });
  queue.send({ type: 'confirm-arrival', servicePointId: rooms.one, ticketId: serving });
  const called = queue.issue();
  queue.send({ type: 'call-next', servicePointId: rooms.two });
  const held = queue.issue();
  queue.send({ type: 'hold', ticketId: held });
  const waiting = queue.issue();
  return { queue, serving, called, held, waiting };
}

describe('an evacuation', () => {
  it('is started once, whoever presses again', () => {
    const { queue } = aBusyClinic();
    expect(queue.send({ type: 'evacuate' })).toMatchObject({ ok: true, facts: [{ type: 'v1.EvacuationStarted' }] });
    const { startedAt, startedBy } = evacuationNow(queue.state)!;
    expect(startedBy).toBe(aNurse.actor);
    expect(queue.send({ type: 'evacuate' })).toMatchObject({ ok: true, facts: [{ type: 'v1.CommandHadNoEffect' }] });
    expect(evacuationNow(queue.state)?.startedAt).toBe(startedAt);
  });

  it('ends with the all clear, which says when it began, and the queue goes on where it stood', () => {
    const { queue, waiting } = aBusyClinic();
    const before = queue.state;
    queue.send({ type: 'evacuate' });
    const { startedAt } = evacuationNow(queue.state)!;
    expect(codeOf(queue.send({ type: 'call-next', servicePointId: rooms.two, finishCurrent: 'not-answered' }))).toBe(
      'evacuating',
    );
    expect(queue.send({ type: 'all-clear' })).toMatchObject({
      facts: [{ type: 'v1.EvacuationEnded', body: { startedAt } }],
    });
    expect(evacuationNow(queue.state)).toBeUndefined();
    expect(queue.state.tickets).toEqual(before.tickets);
    expect(queue.send({ type: 'all-clear' })).toMatchObject({ facts: [{ type: 'v1.CommandHadNoEffect' }] });
    queue.send({ type: 'call-next', servicePointId: rooms.two, finishCurrent: 'not-answered' });
    expect(queue.ticket(waiting).standing.state).toBe(TicketState.called);
  });

  it('never lets anything in the queue change, whatever is sent, until the all clear; but who left is marked so', () => {
    const types = queueCommandTypes.filter((type) => type !== 'all-clear' && type !== 'mark-left');
    const point = fc.constantFrom(...Object.values(rooms));
    const aCommand = fc.record({ type: fc.constantFrom(...types), nth: fc.nat({ max: 3 }), point });
    fc.assert(
      fc.property(fc.array(aCommand, { minLength: 1, maxLength: 40, size: 'max' }), (list) => {
        const { queue } = aBusyClinic();
        queue.send({ type: 'evacuate' });
        const { help: _help, evacuations: _evacuations, ...before } = queue.state;
        const ids = [...queue.state.tickets.keys()];
        for (const { type, nth, point: servicePointId } of list) {
          const { epoch, seq } = queue.ticket(ids[nth]!).last;
          const everyField = {
            ticketId: ids[nth],
            servicePointId,
            serviceId: services.general,
            toServiceId: services.blood,
            placement: 'front',
            patientId: idOf(400),
            priorityClass: 'emergency',
            kind: 'assistance',
            finishCurrent: 'completed',
            present: true,
            reason: 'because',
            toStaffId: idOf(202),
            helpId: idOf(900),
            epoch,
            seq,
          };
          queue.send({ ...everyField, type } as unknown as QueueCommand);
        }
        const { help: _helpAfter, evacuations: _evacuationsAfter, ...after } = queue.state;
        expect(after).toEqual(before);
      }),
    );
  });

  it('goes on with help and with who has left', () => {
    const { queue, waiting } = aBusyClinic();
    queue.send({ type: 'evacuate' });
    expect(codeOf(queue.send({ type: 'request-help', kind: 'emergency' }))).toBeUndefined();
    const [helpId] = [...queue.state.help.keys()];
    expect(codeOf(queue.send({ type: 'acknowledge-help', helpId: helpId! }))).toBeUndefined();
    expect(codeOf(queue.send({ type: 'mark-left', ticketId: waiting, reason: 'went home' }))).toBeUndefined();
    expect(queue.ticket(waiting).standing.state).toBe(TicketState.left);
  });
});

describe('the muster list', () => {
  it('keeps who was found and who is missed, and what was said last counts', () => {
    const { queue, waiting, called } = aBusyClinic();
    queue.send({ type: 'evacuate' });
    queue.send({ type: 'account-for', ticketId: waiting, present: false });
    queue.send({ type: 'account-for', ticketId: called, present: true });
    queue.send({ type: 'account-for', ticketId: waiting, present: true });
    expect(evacuationNow(queue.state)?.accountedFor).toEqual({ [waiting]: true, [called]: true });
    expect(queue.send({ type: 'account-for', ticketId: waiting, present: true })).toMatchObject({
      facts: [{ type: 'v1.CommandHadNoEffect', body: { ids: { ticketId: waiting } } }],
    });
  });

  it('begins anew with the next evacuation', () => {
    const { queue, waiting } = aBusyClinic();
    queue.send({ type: 'evacuate' });
    queue.send({ type: 'account-for', ticketId: waiting, present: true });
    queue.send({ type: 'all-clear' });
    queue.send({ type: 'evacuate' });
    expect(evacuationNow(queue.state)?.accountedFor).toEqual({});
  });

  it('takes nobody who has gone, and nobody while the building is in use', () => {
    const { queue, waiting } = aBusyClinic();
    const accountFor = (ticketId: string) => codeOf(queue.send({ type: 'account-for', ticketId, present: true }));
    expect(accountFor(waiting)).toBe('no-evacuation');
    expect(codeOf(queue.send({ type: 'print-muster-list' }))).toBe('no-evacuation');
    queue.send({ type: 'evacuate' });
    expect(accountFor(idOf(999))).toBe('unknown-ticket');
    queue.send({ type: 'mark-left', ticketId: waiting, reason: 'went home' });
    expect(accountFor(waiting)).toBe('wrong-state');
    expect(codeOf(queue.send({ type: 'print-muster-list' }))).toBeUndefined();
  });
});
