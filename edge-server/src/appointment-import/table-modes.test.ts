import { describe, expect, it } from 'vitest';
import { readMode } from './table-modes.ts';

describe('how a visit of a table takes place', () => {
  it.each([
    ['In-person', 'in-person'],
    ['Presencial', 'in-person'],
    ['VIDEO', 'video'],
    ['Vídeo', 'video'],
    ['视频', 'video'],
    ['هاتف', 'phone'],
    ['Por teléfono', 'phone'],
  ])('%s is %s', (text, mode) => {
    expect(readMode(text)).toBe(mode);
  });

  it('is nothing else', () => {
    for (const text of ['', 'perhaps', '20']) expect(readMode(text)).toBeUndefined();
  });
});
