import { describe, expect, it } from 'vitest';
import type { DayRow } from './day-judge.ts';
import { PartyJudge } from './party-judge.ts';

type FactOf = readonly [type: string, body: object];

function judged(...facts: readonly FactOf[]): PartyJudge {
  const judge = new PartyJudge();
  facts.forEach(([type, body], index) => {
    judge.read({ type, seq: index + 1, body: JSON.stringify(body) } as DayRow);
  });
  return judge;
}
const issued = (ticketId: string, changes: object = {}): FactOf => [
  'v1.TicketIssued',
  { ticketId, number: `A00${ticketId}`, priorityClass: 'walk-in', ...changes },
];
const called = (ticketId: string, rule = 'next', servicePointId = 'room 1'): FactOf => [
  'v1.TicketCalled',
  { ticketId, servicePointId, rule, callId: `call ${ticketId}` },
];
const follows = (ticketId: string, servicePointId = 'room 1'): FactOf => [
  'v1.TicketFollowsParty',
  { ticketId, servicePointId, callId: 'call 1' },
];
/** A mother, somebody else, and her child, who follows her to room 1. */
const family = [issued('1'), issued('2'), issued('3', { partyOf: '1' }), called('1'), follows('3')] as const;

describe('the judge of parties', () => {
  it('is content with a family that is called one after the other', () => {
    expect(judged(...family, called('3'), called('2')).violations).toEqual([]);
  });

  it('sees somebody called before who followed', () => {
    expect(judged(...family, called('2')).violations).toEqual([
      'A003 follows a party, and A002 was called there before',
    ]);
  });

  it.each([
    ['in another room', called('2', 'next', 'room 2')],
    ['out of turn, by choice', called('2', 'chosen')],
  ] as const)('lets somebody else be called %s', (_how, call) => {
    expect(judged(...family, call).violations).toEqual([]);
  });

  it('lets a higher class, and whoever had more behind them, come between', () => {
    const higher = ['v1.PriorityChanged', { ticketId: '2', to: 'priority' }] as const;
    expect(judged(...family, higher, called('2')).violations).toEqual([]);
    const resumed = ['v1.TicketResumed', { ticketId: '2' }] as const;
    expect(judged(...family, resumed, called('2')).violations).toEqual([]);
  });

  it('has who follows shown with the call of the party at that room, while it lasts', () => {
    const shown = [{ ticketId: '3', number: 'A003', callId: 'call 1' }];
    expect(judged(...family).shownWithCalls).toEqual(shown);
    const started = ['v1.ServiceStarted', { ticketId: '1' }] as const;
    expect(judged(...family, started).shownWithCalls).toEqual(shown);
    expect(judged(...family, ['v1.ServiceFinished', { ticketId: '1' }]).shownWithCalls).toEqual([]);
    expect(judged(...family, ['v1.TicketHeld', { ticketId: '3' }]).shownWithCalls).toEqual([]);
  });

  it('misses who joined and is of no party', () => {
    const judge = judged(issued('1'), issued('2', { partyOf: '1' }), issued('3'));
    judge.joined('2', '1');
    expect(judge.violations).toEqual([]);
    judge.joined('3', '2');
    expect(judge.violations).toEqual(['A003 is not of the party that it joined']);
  });
});
