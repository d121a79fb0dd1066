import { describe, expect, it } from 'vitest';
import { askedRange } from './byte-range.ts';

const span = (from: number, to: number) => ({ all: false, span: { from, to } });

describe('the part of a file of a hundred bytes that is asked for', () => {
  it.each([
    ['bytes=0-', span(0, 99)],
    ['bytes=0-1', span(0, 1)],
    ['bytes=50-59', span(50, 59)],
    ['bytes=90-500', span(90, 99)],
    ['bytes=-10', span(90, 99)],
    ['bytes=-500', span(0, 99)],
    ['bytes=99-99', span(99, 99)],
    ['bytes=100-', 'none-such'],
    ['bytes=-0', 'none-such'],
    [undefined, { all: true }],
    ['bytes=-', { all: true }],
    ['bytes=9-3', { all: true }],
    ['bytes=0-1,5-9', { all: true }],
    ['lines=1-2', { all: true }],
  ])('by %s', (header, asked) => {
    expect(askedRange(header, 100)).toEqual(asked);
  });
});
