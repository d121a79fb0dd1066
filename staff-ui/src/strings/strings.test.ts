import { catalogueFaults } from '@foyer/ui-kit/language/check-catalogues.ts';
import { describe, expect, it } from 'vitest';
import { spokenCodes } from '../data/refusals.ts';
import ar from './ar.json';
import en from './en.json';
import es from './es.json';
import zh from './zh.json';

describe('what the tablet says', () => {
  it('is whole in every language', () => {
    expect(catalogueFaults({ en, es, zh, ar })).toEqual([]);
  });

  it('has a sentence for every refusal that it speaks, and it never blames', () => {
    for (const code of spokenCodes) expect(en[`refusal.${code}`]).toMatch(/\.$/);
    const words = Object.values(en)
      .map((message) => JSON.stringify(message))
      .join('\n');
    expect(words).not.toMatch(/\b(invalid|error|try again|please)\b/i);
  });
});
