import { describe, expect, it } from 'vitest';
import type { Language } from '@foyer/contracts/languages.ts';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import { aCall } from '../testing/a-call.ts';
import { spokenLanguages } from './spoken-languages.ts';

const clinic: { readonly languages: Language[] } = { languages: ['en', 'zh', 'es'] };

describe('the languages of a call', () => {
  it('are the clinic’s, as far as the edge speaks them', () => {
    expect(spokenLanguages(aCall('a'), { clinic, voice: true })).toEqual(['en', 'es']);
    expect(spokenLanguages(aCall('a'), { clinic, voice: false })).toEqual([]);
  });
  it('begin with the ticket’s own, which is said once', () => {
    expect(spokenLanguages(aCall('a', { language: 'es' }), { clinic, voice: true })).toEqual(['es', 'en']);
  });
  it('are those of the layout in its order', () => {
    const layout = { ...usualLayout, voiceLanguages: ['es' as const] };
    expect(spokenLanguages(aCall('a'), { clinic, voice: true, layout })).toEqual(['es']);
    expect(spokenLanguages(aCall('a', { language: 'en' }), { clinic, voice: true, layout })).toEqual(['en', 'es']);
  });
  it('have what the clinic recorded beside what the edge speaks, and without it', () => {
    expect(spokenLanguages(aCall('a'), { clinic, voice: true, recorded: ['zh'] })).toEqual(['en', 'zh', 'es']);
    expect(spokenLanguages(aCall('a', { language: 'ar' }), { clinic, voice: false, recorded: ['ar'] })).toEqual(['ar']);
  });
});
