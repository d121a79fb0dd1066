import { expect, it } from 'vitest';
import { dayInShort, dayInWords } from './day-words.ts';

it('writes a day as the language does, with Western digits', () => {
  expect(dayInWords('2026-11-24', 'en')).toMatch(/^Tuesday,? 24 November 2026$/);
  expect(dayInWords('2026-11-24', 'es')).toMatch(/martes, 24 de noviembre de 2026/);
  for (const code of ['zh', 'ar'] as const) expect(dayInWords('2026-11-24', code)).toMatch(/24.*2026|2026.*24/);
});

it('writes it short for where there is little room', () => {
  expect(dayInShort('2026-11-24', 'en')).toBe('24 Nov 2026');
  expect(dayInShort('2026-11-24', 'es')).toBe('24 nov 2026');
  expect(dayInShort('2026-11-24', 'zh')).toBe('2026年11月24日');
  expect(dayInShort('2026-11-24', 'ar')).toMatch(/24.*نوفمبر.*2026/);
});
