import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { evolve } from './evolve.ts';
import { emptyQueue, withChanges } from './queue-state.ts';
import { rooms, services, TestQueue } from './testing.ts';

/** One with staff in room 1, one called to room 2, one who waits; then the power was away for an hour. */
function afterAGap() {
  const queue = new TestQueue().open(rooms.one, rooms.two);
  const [served, called, waiting] = [queue.issue(), queue.issue(), queue.issue()] as const;
  queue.send({ type: 'call-next', servicePointId: rooms.one });
  queue.send({ type: 'confirm-arrival', servicePointId: rooms.one, ticketId: served });
  queue.send({ type: 'call-next', servicePointId: rooms.two });
  const from = queue.moment().at;
  queue.append({ type: 'v1.GapNoticed', body: { from, until: from + 60 * minuteMs } });
  return { queue, served, called, waiting, from };
}

describe('after a gap', () => {
  it('puts in doubt who was called or with staff, and nobody else', () => {
    const { queue, served, called, waiting, from } = afterAGap();
    expect([served, called, waiting].map((id) => queue.ticket(id).inDoubtSince)).toEqual([from, from, undefined]);
  });

  it('keeps the gap, from when until when', () => {
    const { queue, from } = afterAGap();
    expect([...queue.state.gaps.values()]).toMatchObject([{ from, until: from + 60 * minuteMs }]);
  });

  it('calls nobody again before it is said that they are there', () => {
    const { queue, called } = afterAGap();
    const recall = { type: 'recall', servicePointId: rooms.two } as const;
    expect(queue.send(recall)).toEqual({
      ok: false,
      refusal: { code: 'call-in-doubt', ticketId: called, state: 'called' },
    });
    queue.send({ type: 'confirm-still-here', servicePointId: rooms.two, ticketId: called });
    expect(queue.send(recall).ok).toBe(true);
  });

  it.each([undefined, true, 'completed', 'not-answered'] as const)(
    'calls nobody else to that point either, whatever finishCurrent (%s) says of who is there',
    (finishCurrent) => {
      const { queue, served, waiting } = afterAGap();
      const finish = finishCurrent === undefined ? {} : { finishCurrent };
      const refusal = { code: 'call-in-doubt', ticketId: served };
      expect(queue.send({ type: 'call-next', servicePointId: rooms.one, ...finish })).toMatchObject({ refusal });
      expect(
        queue.send({ type: 'call-ticket', servicePointId: rooms.one, ticketId: waiting, reason: 'asked', ...finish }),
      ).toMatchObject({ refusal });
    },
  );

  it('calls as ever at a point where nobody was', () => {
    const { queue } = afterAGap();
    queue.open(rooms.lab);
    queue.issue(services.blood);
    expect(queue.send({ type: 'call-next', servicePointId: rooms.lab }).ok).toBe(true);
  });

  it('takes a yes for a word and not for a step: what was undone before is undone after', () => {
    const { queue, served } = afterAGap();
    const { last, standing } = queue.ticket(served);
    queue.send({ type: 'confirm-still-here', servicePointId: rooms.one, ticketId: served });
    expect(queue.ticket(served)).toMatchObject({ last, standing });
    expect(queue.ticket(served)).not.toHaveProperty('inDoubtSince');
  });

  it.each([
    ['finished', { type: 'finish-service', servicePointId: rooms.one }],
    ['left', { type: 'mark-left', reason: 'gone when the light came back' }],
    ['back in the queue', { type: 'transfer', toServiceId: services.general, placement: 'front' }],
    ['on hold', { type: 'hold' }],
    ['never here', { type: 'cancel-ticket', reason: 'wrong room' }],
    ['ready for the doctor', { type: 'set-room-state', servicePointId: rooms.one, roomState: 'ready-for-doctor' }],
  ] as const)('takes "%s" for an answer, too', (_, command) => {
    const { queue, served: ticketId } = afterAGap();
    queue.send({ ...command, ...(command.type === 'set-room-state' ? {} : { ticketId }) } as never);
    expect(queue.ticket(ticketId)).not.toHaveProperty('inDoubtSince');
  });

  it('asks no more once an answer is undone: it was given', () => {
    const { queue, served: ticketId } = afterAGap();
    queue.send({ type: 'finish-service', servicePointId: rooms.one, ticketId });
    const { epoch, seq } = queue.ticket(ticketId).last;
    queue.send({ type: 'undo', ticketId, epoch, seq });
    expect(queue.ticket(ticketId).standing.state).toBe('serving');
    expect(queue.ticket(ticketId)).not.toHaveProperty('inDoubtSince');
  });

  it('answers nothing anew to a second yes, and refuses one of another room or of who waits', () => {
    const { queue, served, waiting } = afterAGap();
    const yes = (ticketId: string, servicePointId: string) =>
      queue.send({ type: 'confirm-still-here', servicePointId, ticketId });
    expect(yes(served, rooms.two)).toMatchObject({ refusal: { code: 'not-at-service-point' } });
    expect(yes(waiting, rooms.one)).toMatchObject({ refusal: { code: 'wrong-state' } });
    expect(yes('nobody', rooms.one)).toMatchObject({ refusal: { code: 'unknown-ticket' } });
    expect(yes(served, rooms.one)).toMatchObject({ ok: true, facts: [{ type: 'v1.StillHereConfirmed' }] });
    expect(yes(served, rooms.one)).toMatchObject({ ok: true, facts: [{ type: 'v1.CommandHadNoEffect' }] });
  });

  it('keeps asking since the first of two gaps', () => {
    const { queue, served, from } = afterAGap();
    const later = queue.moment().at + 60 * minuteMs;
    queue.append({ type: 'v1.GapNoticed', body: { from: later, until: later + 60 * minuteMs } });
    expect(queue.ticket(served).inDoubtSince).toBe(from);
    expect(queue.state.gaps.size).toBe(2);
  });

  it('is the same from the log alone', () => {
    const { queue, served } = afterAGap();
    queue.send({ type: 'confirm-still-here', servicePointId: rooms.one, ticketId: served });
    const replayed = queue.rows.reduce((state, row) => withChanges(state, evolve(state, row)), emptyQueue);
    expect(replayed).toEqual(queue.state);
  });
});
