import type { Language } from '@foyer/contracts/languages.ts';
import { describe, expect, it } from 'vitest';
import { stripTurns } from './strip-turns.ts';

const inEach = (words: string, languages: readonly Language[]) =>
  languages.map((language) => ({ language, words: `${words} ${language}` }));
const said = (turns: ReturnType<typeof stripTurns>) =>
  turns.map((lines) => lines.map(({ words }) => words).join(' | '));

describe('the strip', () => {
  it('gives every language of the clinic its turn', () => {
    const worse = inEach('worse', ['en', 'ar', 'zh']);
    expect(said(stripTurns([worse], 2))).toEqual(['worse en | worse ar', 'worse zh']);
    expect(said(stripTurns([worse], 1))).toEqual(['worse en', 'worse ar', 'worse zh']);
  });
  it('says all there is to say in the same languages before it goes on to others', () => {
    const languages: readonly Language[] = ['en', 'ar', 'zh', 'es'];
    expect(said(stripTurns([inEach('late', languages), inEach('worse', languages)], 2))).toEqual([
      'late en | late ar',
      'worse en | worse ar',
      'late zh | late es',
      'worse zh | worse es',
    ]);
  });
  it('gives a message a turn in each language, and what else there is one after each of them', () => {
    const messages = inEach('lift', ['en', 'ar']);
    expect(said(stripTurns([inEach('worse', ['en'])], 2, messages))).toEqual(['lift en', 'worse en', 'lift ar']);
    expect(said(stripTurns([inEach('worse', ['en', 'ar', 'es'])], 1, messages))).toEqual([
      'lift en',
      'worse en',
      'lift ar',
      'worse ar',
      'lift en',
      'worse es',
    ]);
  });
  it('has no turn where there is nothing to say', () => {
    expect(stripTurns([[]], 2)).toEqual([]);
  });
});
