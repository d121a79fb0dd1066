import { describe, expect, it } from 'vitest';
import { shapeOf } from './shape.ts';

describe('the shape of a page', () => {
  it.each([
    [1280, 800, 100, 'wide'],
    [1024, 768, 100, 'wide'],
    [800, 1280, 100, 'upright'],
    [768, 1024, 100, 'upright'],
    [390, 844, 100, 'small'],
    [844, 390, 100, 'small'],
    [1280, 800, 125, 'wide'],
    [1280, 800, 200, 'small'],
    [1024, 768, 150, 'small'],
    [800, 1280, 125, 'small'],
  ] as const)('of %i x %i at %i %% is %s', (width, height, size, shape) =>
    expect(shapeOf(width, height, size)).toBe(shape),
  );
});
