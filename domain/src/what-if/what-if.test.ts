import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '@foyer/contracts/events.ts';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { FactRow } from '../queue/evolve.ts';
import { aConfiguration, idOf, rooms, services } from '../queue/testing.ts';
import { someRules } from '../queue/testing/calls.ts';
import { compareRules } from './compare-rules.ts';
import { pastDayOf, type PastDay } from './past-day.ts';
import { replayDay, type Replayed } from './replay-day.ts';

const businessDay = '2026-11-23';
const start = Date.UTC(2026, 10, 23, 8);
const at = (minutes: number) => start + minutes * minuteMs;

type Timed = readonly [minutes: number, fact: Fact];

function dayOf(...timed: readonly Timed[]): PastDay {
  const rows = timed
    .toSorted(([a], [b]) => a - b)
    .map(([minutes, fact], index): FactRow => {
      return { ...fact, epoch: 1, seq: index + 1, at: at(minutes), businessDay, actor: 'system' };
    });
  return pastDayOf(businessDay, rows, aConfiguration);
}

const ticketId = (number: number) => idOf(700 + number);
const comes = (number: number, minutes: number, priorityClass: PriorityClass = 'walk-in'): Timed => [
  minutes,
  {
    type: 'v1.TicketIssued',
    body: {
      ticketId: ticketId(number),
      publicId: String(number).padStart(22, 'p'),
      number: `A${number}`,
      ordinal: number,
      serviceId: services.general,
      priorityClass,
      needs: [],
      source: 'kiosk',
      issuedAt: at(minutes),
      placeAt: at(minutes),
    },
  },
];
const opens = (minutes = 0, servicePointId: string = rooms.one): Timed => [
  minutes,
  { type: 'v1.ServicePointOpened', body: { servicePointId } },
];
const called = (number: number, minutes: number, servicePointId: string = rooms.one): Timed => [
  minutes,
  {
    type: 'v1.TicketCalled',
    body: { ticketId: ticketId(number), servicePointId, callId: idOf(900 + number), rule: 'next', waiting: 1 },
  },
];
const finished = (number: number, minutes: number, servicePointId: string = rooms.one): Timed => [
  minutes,
  { type: 'v1.ServiceFinished', body: { ticketId: ticketId(number), servicePointId } },
];
const minutesOf = (replayed: Replayed) =>
  replayed.map((call) => (call === undefined ? undefined : (call.at - start) / minuteMs));

describe('a past day', () => {
  it('is who came, how long each was at a point, and how long that rested though somebody waited', () => {
    const { stays, points, until } = dayOf(
      opens(),
      comes(1, 1),
      called(1, 2),
      comes(2, 5),
      finished(1, 10),
      called(2, 13),
      finished(2, 20),
      comes(3, 21),
      [25, { type: 'v1.TicketClosed', body: { ticketId: ticketId(3), outcome: 'left' } }],
    );
    expect(stays.map(({ atPointMs, restMs, gaveUpAfterMs }) => [atPointMs, restMs, gaveUpAfterMs])).toEqual([
      [8 * minuteMs, 3 * minuteMs, undefined],
      [7 * minuteMs, 0, undefined],
      [undefined, 0, 4 * minuteMs],
    ]);
    expect(points).toEqual([{ at: start, servicePointId: rooms.one, isOpen: true, staffId: null }]);
    expect(until).toBe(at(25));
  });

  it('keeps a second stay of the same visit behind the first', () => {
    const transferred: Timed = [
      10,
      {
        type: 'v1.TicketTransferred',
        body: {
          ticketId: ticketId(1),
          fromServiceId: services.general,
          toServiceId: services.blood,
          placement: 'back',
          placeAt: at(10),
        },
      },
    ];
    const day = dayOf(
      opens(),
      opens(0, rooms.lab),
      comes(1, 1),
      called(1, 2),
      transferred,
      called(1, 15, rooms.lab),
      finished(1, 18, rooms.lab),
    );
    expect(day.stays.map(({ from, after }) => [from, after])).toEqual([
      [at(1), undefined],
      [at(10), { stay: 0, ms: 0 }],
    ]);
    expect(minutesOf(replayDay(day, null, aConfiguration))).toEqual([1, 9]);
  });
});

describe('a replay', () => {
  it('calls by the other rules, and lets everybody come and stay as long as they did', () => {
    const day = dayOf(
      opens(),
      comes(1, 0),
      comes(2, 1),
      comes(3, 2, 'booked'),
      called(1, 0.5),
      finished(1, 10),
      called(2, 10),
      finished(2, 30),
      called(3, 30),
      finished(3, 35),
      [60, { type: 'v1.ServicePointClosed', body: { servicePointId: rooms.one } }],
    );
    expect(minutesOf(replayDay(day, someRules({ usual: { order: 'by-arrival' } }), aConfiguration))).toEqual([
      0, 9.5, 29.5,
    ]);
    expect(minutesOf(replayDay(day, null, aConfiguration))).toEqual([0, 14.5, 9.5]);
    const { all, classes } = compareRules(day, someRules({ usual: { order: 'by-arrival' } }), null, aConfiguration);
    expect(all.recorded).toEqual({ called: 3, uncalled: 0, median: 9, most: 28, longest: 28 });
    expect(
      classes.map(({ priorityClass, inForce, changed }) => [priorityClass, inForce.longest, changed.longest]),
    ).toEqual([
      ['booked', 28, 8],
      ['walk-in', 9, 14],
    ]);
  });

  it('lets nobody be called who had gone, and gives who was never called the time that is usual', () => {
    const left: Timed = [20, { type: 'v1.TicketClosed', body: { ticketId: ticketId(2), outcome: 'left' } }];
    const day = dayOf(
      opens(),
      comes(1, 0),
      called(1, 0),
      comes(2, 1),
      comes(3, 2),
      left,
      finished(1, 30),
      called(3, 31),
      finished(3, 41),
      [90, { type: 'v1.ServicePointClosed', body: { servicePointId: rooms.one } }],
    );
    // The room rests a minute after the first, as it did.
    expect(minutesOf(replayDay(day, null, aConfiguration))).toEqual([0, undefined, 31]);
    const soon = dayOf(
      opens(),
      opens(0, rooms.two),
      comes(1, 0),
      called(1, 0),
      comes(2, 1),
      left,
      comes(3, 2),
      finished(1, 30),
      [90, { type: 'v1.ServicePointClosed', body: { servicePointId: rooms.one } }],
    );
    expect(minutesOf(replayDay(soon, null, aConfiguration))).toEqual([0, 1, 30]);
  });

  it('always gives a day that its own rules made back as it was', () => {
    const arrival = fc.record({
      minutes: fc.integer({ min: 0, max: 240 }),
      lasts: fc.integer({ min: 1, max: 25 }),
      priorityClass: fc.constantFrom<PriorityClass>('booked', 'walk-in', 'priority', 'emergency'),
    });
    const rules = fc.constantFrom(
      null,
      someRules(),
      someRules({ usual: { order: 'urgent-first' }, ageingMinutes: 30 }),
      someRules({ usual: { shares: { priority: 2, booked: 1, 'walk-in': 1 } } }),
    );
    fc.assert(
      fc.property(fc.array(arrival, { minLength: 1, maxLength: 30 }), rules, (arrivals, by) => {
        // Whom the rules call when, where everybody who comes is seen for so long by one of two rooms.
        const end: Timed = [2_000, { type: 'v1.ServicePointClosed', body: { servicePointId: rooms.one } }];
        const people = arrivals.map(({ minutes, priorityClass }, index) => comes(index, minutes, priorityClass));
        const asCame = dayOf(opens(), opens(0, rooms.two), ...people, end);
        const numberOf = new Map(arrivals.map((_, index) => [ticketId(index), index]));
        const lasting = {
          ...asCame,
          stays: asCame.stays.map((stay) => ({
            ...stay,
            atPointMs: arrivals[numberOf.get(stay.ticketId)!]!.lasts * minuteMs,
          })),
        };
        const first = replayDay(lasting, by, aConfiguration);
        const worked = lasting.stays.flatMap(({ ticketId: id }, index): readonly Timed[] => {
          const call = first[index]!;
          const number = numberOf.get(id)!;
          const minutes = (call.at - start) / minuteMs;
          const { lasts } = arrivals[number]!;
          return [called(number, minutes, call.servicePointId), finished(number, minutes + lasts, call.servicePointId)];
        });
        const day = dayOf(
          opens(),
          opens(0, rooms.two),
          ...people,
          ...worked.filter(([, { type }]) => type === 'v1.ServiceFinished'),
          ...worked.filter(([, { type }]) => type === 'v1.TicketCalled'),
          end,
        );
        expect(day.stays.map(({ restMs }) => restMs)).toEqual(day.stays.map(() => 0));
        expect(minutesOf(replayDay(day, by, aConfiguration))).toEqual(minutesOf(first));
      }),
      { numRuns: 150 },
    );
  });
});
