import { describe, expect, it } from 'vitest';
import { DEAF_UNTIL_STILL_MS, FLOOD_SCANS, FloodGate } from './flood-gate.ts';

const hearAll = (gate: FloodGate, count: number, everyMs: number, from = 0) =>
  Array.from({ length: count }, (_, index) => gate.hear(from + index * everyMs));

describe('a flood from a scanner', () => {
  it('is none where people show one code after the other', () => {
    expect(new Set(hearAll(new FloodGate(), 100, 300))).toEqual(new Set(['pass']));
  });

  it('is heard for a few scans, and told once', () => {
    const heard = hearAll(new FloodGate(), 100, 5);
    expect(heard.filter((each) => each === 'pass')).toHaveLength(FLOOD_SCANS);
    expect(heard.filter((each) => each === 'flood-begins')).toHaveLength(1);
    expect(heard.at(-1)).toBe('deaf');
  });

  it('is not heard for as long as it lasts, and the scanner is as soon as it was still for a while', () => {
    const gate = new FloodGate();
    const last = 59_995;
    expect(hearAll(gate, 12_000, 5).at(-1)).toBe('deaf');
    expect(gate.isDeaf(last + DEAF_UNTIL_STILL_MS - 1)).toBe(true);
    expect(gate.isDeaf(last + DEAF_UNTIL_STILL_MS)).toBe(false);
    expect(gate.hear(last + DEAF_UNTIL_STILL_MS)).toBe('pass');
  });
});
