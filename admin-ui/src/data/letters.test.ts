import { describe, expect, it } from 'vitest';
import { becauseOf, factName, laidOut, packed } from './letters.ts';

describe('a fact that was not applied', () => {
  it('is named in words, and by why it was not', () => {
    expect(factName({ type: 'v1.TicketMovedInQueue' })).toBe('Ticket moved in queue');
    expect(['unknown-version', 'invalid-request', '22P02', '23505 payments_key', 'other'].map(becauseOf)).toEqual([
      'version',
      'values',
      'values',
      'contradicts',
      undefined,
    ]);
  });

  it('is laid out to be changed, and goes back as one line where it can be read', () => {
    expect(laidOut('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(laidOut('{"a"')).toBe('{"a"');
    expect(packed('{ "a": 2 }')).toBe('{"a":2}');
    expect(['{"a"', '[1]', 'null', '7'].map(packed)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
