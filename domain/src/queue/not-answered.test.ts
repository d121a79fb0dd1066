import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { NotAnsweredRule } from '@foyer/contracts/queue-rules.ts';
import type { Sender } from '../decision.ts';
import { givenUpAt } from './not-answered.ts';
import { aConfiguration, aNurse, rooms, TestQueue } from './testing.ts';

const system: Sender = { actor: 'system', roles: ['system'] };
const servicePointId = rooms.one;

function aCall(notAnswered: NotAnsweredRule, more: object = {}) {
  const queue = new TestQueue().open(rooms.one);
  queue.configuration = { ...aConfiguration, notAnswered };
  const ticketId = queue.issue(undefined, more);
  queue.send({ type: 'call-next', servicePointId });
  return { queue, ticketId, calledAt: () => queue.ticket(ticketId).standing.calledAt ?? 0 };
}
function giveUp(queue: TestQueue, ticketId: string, at: number) {
  const moment = { ...queue.moment(), at };
  const decision = queue.decide({ type: 'mark-not-answered', ticketId }, system, moment);
  if (decision.ok) for (const fact of decision.facts) queue.append(fact, moment, system);
  return decision.ok ? decision.facts.map(({ type }) => type) : decision.refusal.code;
}
function comesBack(queue: TestQueue, ticketId: string, at: number, sender: Sender = aNurse) {
  const moment = { ...queue.moment(), at };
  const decision = queue.decide({ type: 'resume', ticketId }, sender, moment);
  if (decision.ok) for (const fact of decision.facts) queue.append(fact, moment, sender);
  return decision;
}

describe('a call that nobody answers', () => {
  it('is given up so many minutes after it was made, and a recall begins them anew', () => {
    const { queue, ticketId, calledAt } = aCall({ afterMinutes: 3 });
    expect(giveUp(queue, ticketId, calledAt() + 3 * minuteMs - 1)).toEqual(['v1.CommandHadNoEffect']);
    const first = calledAt();
    queue.send({ type: 'recall', servicePointId });
    expect(calledAt()).toBeGreaterThan(first);
    expect(giveUp(queue, ticketId, first + 3 * minuteMs)).toEqual(['v1.CommandHadNoEffect']);
    expect(giveUp(queue, ticketId, calledAt() + 3 * minuteMs)).toEqual(['v1.TicketNotAnswered']);
    expect(queue.state.servicePoints.get(servicePointId)?.ticketId).toBeNull();
  });

  it('is given up a minute after so many recalls of this call', () => {
    const { queue, ticketId, calledAt } = aCall({ afterRecalls: 2 });
    const recall = () => queue.send({ type: 'recall', servicePointId });
    recall();
    expect(givenUpAt(queue.ticket(ticketId), { afterRecalls: 2 })).toBeUndefined();
    recall();
    expect(givenUpAt(queue.ticket(ticketId), { afterRecalls: 2 })).toBe(calledAt() + minuteMs);
    queue.send({ type: 'mark-not-answered', ticketId });
    queue.send({ type: 'call-ticket', servicePointId, ticketId, reason: 'is back' });
    expect(givenUpAt(queue.ticket(ticketId), { afterRecalls: 2 })).toBeUndefined();
  });

  it('is given up by staff alone where the clinic has no rule', () => {
    const { queue, ticketId, calledAt } = aCall({});
    expect(giveUp(queue, ticketId, calledAt() + 600 * minuteMs)).toEqual(['v1.CommandHadNoEffect']);
    expect(queue.send({ type: 'mark-not-answered', ticketId }).ok).toBe(true);
  });

  it('is never given up by a clock while people leave the building, or while nobody knows who is there', () => {
    const { queue, ticketId, calledAt } = aCall({ afterMinutes: 3 });
    queue.append({ type: 'v1.GapNoticed', body: { from: 1, until: 2 } });
    expect(giveUp(queue, ticketId, calledAt() + 4 * minuteMs)).toEqual(['v1.CommandHadNoEffect']);
    queue.send({ type: 'confirm-still-here', ticketId, servicePointId });
    queue.send({ type: 'evacuate' });
    expect(giveUp(queue, ticketId, calledAt() + 4 * minuteMs)).toBe('evacuating');
  });

  it('is never given up by a clock of who may not have heard it, or is being fetched', () => {
    const { queue, ticketId, calledAt } = aCall({ afterMinutes: 3 }, { needs: ['hearing'] });
    expect(giveUp(queue, ticketId, calledAt() + 4 * minuteMs)).toEqual(['v1.CommandHadNoEffect']);
    queue.send({ type: 'acknowledge-walk', ticketId });
    expect(giveUp(queue, ticketId, calledAt() + 4 * minuteMs)).toEqual(['v1.CommandHadNoEffect']);
  });
});

describe('whoever comes back after a call', () => {
  const at = Date.UTC(2026, 10, 23, 12);
  function givenUp(rule: NotAnsweredRule) {
    const called = aCall({ afterMinutes: 3, ...rule });
    const { placeAt } = called.queue.ticket(called.ticketId).standing;
    expect(giveUp(called.queue, called.ticketId, at)).toEqual(['v1.TicketNotAnswered']);
    return { ...called, placeAt };
  }

  it('has the old place while it is kept', () => {
    const { queue, ticketId, placeAt } = givenUp({ graceMinutes: 10 });
    expect(queue.ticket(ticketId).standing.graceUntil).toBe(at + 10 * minuteMs);
    comesBack(queue, ticketId, at + 10 * minuteMs);
    expect(queue.ticket(ticketId).standing).toMatchObject({ state: 'waiting', placeAt });
    expect(queue.ticket(ticketId).standing).not.toHaveProperty('graceUntil');
  });

  it('goes behind everybody afterwards, and the fact says so', () => {
    const { queue, ticketId } = givenUp({ graceMinutes: 10 });
    const back = at + 10 * minuteMs + 1;
    expect(comesBack(queue, ticketId, back)).toMatchObject({ facts: [{ body: { placeAt: back } }] });
    expect(queue.ticket(ticketId).standing.placeAt).toBe(back);
  });

  it('has the old place all day where the clinic says no time', () => {
    const { queue, ticketId, placeAt } = givenUp({});
    comesBack(queue, ticketId, at + 300 * minuteMs);
    expect(queue.ticket(ticketId).standing.placeAt).toBe(placeAt);
  });

  it('may say so on their own page, and on no other', () => {
    const { queue, ticketId } = givenUp({ graceMinutes: 10 });
    const page = (id: string): Sender => ({ actor: `ticket:${id}`, roles: ['ticket-page'] });
    expect(comesBack(queue, ticketId, at + 1, page('another'))).toMatchObject({ refusal: { code: 'not-your-ticket' } });
    expect(comesBack(queue, ticketId, at + 1, page(ticketId)).ok).toBe(true);
  });

  it('is not here any more after the undo of coming back, until when it was before', () => {
    const { queue, ticketId } = givenUp({ graceMinutes: 10 });
    const before = queue.ticket(ticketId).standing;
    comesBack(queue, ticketId, at + 11 * minuteMs);
    const { epoch, seq } = queue.ticket(ticketId).last;
    queue.send({ type: 'undo', ticketId, epoch, seq });
    expect(queue.ticket(ticketId).standing).toEqual(before);
  });
});
