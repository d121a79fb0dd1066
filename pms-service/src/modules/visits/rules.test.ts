import { describe, expect, it } from 'vitest';
import type { EventBody, EventType } from '@foyer/contracts/events.ts';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { InboxFact } from '../facts/types.ts';
import { foldVisits } from './rules.ts';

/** Tuesday, 2026-11-24, 10:00 in Madrid: paper of the day before is entered. */
const enteredAt = Date.UTC(2026, 10, 24, 9);
const arrivedAt = enteredAt - dayMs;

function aFact<T extends EventType>(seq: number, type: T, body: EventBody<T>): InboxFact {
  const row = { epoch: 1, seq, id: `row-${seq}`, at: enteredAt, businessDay: '2026-11-24', subjectId: null };
  return { ...row, actor: 'staff:reception', sealed: undefined, type, body } as unknown as InboxFact;
}

const ticketId = 'ticket';
const servicePointId = 'room';
const onPaper = [
  aFact(1, 'v1.TicketIssued', {
    ticketId,
    publicId: 'p'.repeat(22),
    number: 'W007',
    ordinal: 7,
    serviceId: 'consultation',
    priorityClass: 'walk-in',
    needs: [],
    source: 'paper',
    issuedAt: arrivedAt,
    placeAt: arrivedAt,
    businessDay: '2026-11-23',
    occurredAt: arrivedAt,
  }),
  aFact(2, 'v1.TicketCalled', {
    ticketId,
    servicePointId,
    callId: 'call',
    rule: 'on-paper',
    waiting: 1,
    occurredAt: arrivedAt + 20 * minuteMs,
  }),
  aFact(3, 'v1.ServiceFinished', { ticketId, servicePointId, occurredAt: arrivedAt + hourMs }),
];
const nothing = { visits: [], servicePoints: [], help: [] };

describe('a visit that was kept on paper', () => {
  it('counts on its own day and at its own times, whenever it was entered', () => {
    const [visit] = foldVisits(nothing, onPaper).visits;
    expect(visit).toMatchObject({
      firstCalledAt: arrivedAt + 20 * minuteMs,
      ticket: { businessDay: '2026-11-23', issuedAt: arrivedAt, closedAt: arrivedAt + hourMs },
    });
  });

  it('leaves the room to who is in it now', () => {
    const room = { state: 'with-staff', since: enteredAt, staffId: null } as const;
    const point = { id: servicePointId, state: 'open', staffId: null, ticketId: 'another', room } as const;
    expect(foldVisits({ ...nothing, servicePoints: [point] }, onPaper).servicePoints).toEqual([]);
  });
});

describe('what was written on paper first', () => {
  it('waits from when it was so, not from when it was entered', () => {
    const [issued] = onPaper as [InboxFact & { readonly type: 'v1.TicketIssued' }];
    const late = { ...issued, body: { ...issued.body, source: 'desk' as const, issuedAt: enteredAt } };
    expect(foldVisits(nothing, [late]).visits[0]?.ticket.issuedAt).toBe(arrivedAt);
  });
});

describe('a message to displays', () => {
  it('is between the clinic and who waits there: no visit changes, and no fact is left over', () => {
    const messageId = 'message';
    const told = [
      aFact(1, 'v1.MessageShown', { messageId, text: { en: 'The lift is out of order.' }, until: enteredAt + hourMs }),
      aFact(2, 'v1.MessageWithdrawn', { messageId }),
    ];
    expect(foldVisits(nothing, told)).toEqual(foldVisits(nothing, []));
  });
});
