import { describe, expect, it } from 'vitest';
import { arrivalMarks } from './arrival-marks.ts';

describe('the marks of an arrival', () => {
  it('say what is not as usual, and nothing of a visit in person with nothing to pay', () => {
    expect(arrivalMarks({ mode: 'video', owesMinor: 4_500 }, { notes: ['document-expired'] })).toEqual([
      { kind: 'video' },
      { kind: 'document-expired' },
      { kind: 'owes', amountMinor: 4_500 },
    ]);
    expect(arrivalMarks({ mode: 'in-person', owesMinor: 0 }, {})).toEqual([]);
    expect(arrivalMarks(undefined, undefined)).toEqual([]);
  });
});
