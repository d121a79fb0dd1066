import { describe, expect, it } from 'vitest';
import type { Explanation } from '@foyer/contracts/explanation.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aStaffView, id, now, room3, services } from '../../testing/a-staff-view.ts';
import { orderText, passedOverWords, reasonWords, standingWords } from './why-text.ts';

const view = aStaffView();
const claim = {
  revision: 1,
  priorityClass: 'walk-in',
  since: now - 40 * minuteMs,
  waitedMinutes: 40,
  isDue: true,
  opensAt: now - 10 * minuteMs,
  longestWaitAt: now + 80 * minuteMs,
} as const;
const explanation: Explanation = {
  rule: 'calling-rules',
  state: 'waiting',
  serviceId: services.consultation,
  priorityClass: 'walk-in',
  placeAt: now,
  waiting: 7,
  position: 3,
  points: [{ servicePointId: room3, position: 3 }],
  before: [],
  claim,
};

describe('the rule that chooses', () => {
  it('is said with what it goes by', () => {
    expect(reasonWords({ rule: 'emergency' }, view)).toBe('An emergency comes before everybody.');
    expect(reasonWords({ rule: 'condition', serviceId: services.laboratory, overMinutes: 30 }, view)).toBe(
      'Somebody in Blood count has waited over 30 minutes.',
    );
    expect(reasonWords({ rule: 'share', priorityClass: 'walk-in', share: 1, of: 4 }, view)).toBe(
      'The turn of this class. Walk-in: 1 of 4 calls.',
    );
    expect(reasonWords({ rule: 'order', order: 'by-arrival' }, view)).toBe('Has waited longest.');
    expect(reasonWords({ rule: 'longest-wait', minutes: 120 }, view)).toContain('120');
  });

  it('is named at the foot of a list, and is the class without rules', () => {
    expect(orderText({})).toContain('Emergency, priority, booked');
    expect(orderText({ calledBy: { order: 'by-arrival' } })).toBe('By arrival');
    expect(orderText({ calledBy: { order: 'by-arrival', inTurns: true } })).toBe('The classes take turns. By arrival');
  });
});

describe('who was passed over', () => {
  it('is said with the wait and the reason', () => {
    const other = { ticketId: id('ticket', 1), number: 'A001', waitedMinutes: 40, because: 'skill' } as const;
    expect(passedOverWords(other)).toBe('40 minutes waited: nobody with the skill works there.');
  });
});

describe('where somebody stands', () => {
  it('is said with the place, what they count as, and from when they are called in any case', () => {
    expect(standingWords(explanation, view, now)).toEqual([
      'Place 3 of 7 in Room 3.',
      'Counts as: Walk-in, 40 minutes waited.',
      'From 12:06 on, only emergencies and longer waits come before it.',
    ]);
  });

  it('is said with the minutes that count because of their needs, and that their time has not come', () => {
    const early = { ...explanation, claim: { ...claim, earlierMinutes: 15, isDue: false } };
    expect(standingWords(early, view, now)).toEqual(
      expect.arrayContaining([
        '15 of these minutes because of their needs.',
        'Booked, and before its time: others are called first.',
      ]),
    );
  });

  it('is said with what holds them back and until when, and gives no place that they would not be called in', () => {
    const points = [{ servicePointId: room3, position: 3, heldBack: 'practitioner' }] as const;
    const held = { ...explanation, points, claim: { ...claim, opensAt: now + 5 * minuteMs } };
    const words = standingWords(held, view, now);
    expect(words).toContain('Room 3 does not call it yet: is booked with somebody else.');
    expect(words).toContain('From 10:51 on, any room for it may call it.');
    expect(words.join(' ')).not.toContain('Place');
  });

  it('is not said of who does not wait', () => {
    const { position: _position, ...called } = explanation;
    expect(standingWords({ ...called, points: [] }, view, now)).toEqual([]);
  });
});
