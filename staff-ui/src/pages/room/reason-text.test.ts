import { describe, expect, it } from 'vitest';
import { reasonText, ruledReasonText } from './reason-text.ts';

const reason = { priorityClass: 'walk-in', waitedMinutes: 41, targetMinutes: 30, behindInClass: 2 } as const;

describe('why somebody is next, in a line', () => {
  it('is that nobody comes before their class', () => {
    expect(reasonText(reason, 'Europe/Lisbon')).toContain('Nobody booked waits.');
  });

  it('claims nothing of other classes under calling rules', () => {
    expect(ruledReasonText(reason)).toBe("Walk-in, waited 41 of 30 minutes, next by the clinic's rules.");
  });
});
