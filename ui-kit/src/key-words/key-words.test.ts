import { describe, expect, it } from 'vitest';
import { languages } from '@foyer/contracts/languages.ts';
import { keyWordList, mostWords, wordsOfKey } from './key-words.ts';

const aKey = 'B'.repeat(87);

describe('the words of a key', () => {
  it.each(languages)('have a list of 128 different ones in %s, short enough to say', async (language) => {
    const list = await keyWordList(language);
    expect(new Set(list).size).toBe(mostWords);
    expect(list.filter((word) => word.length > 12 || /\s/.test(word))).toEqual([]);
  });

  it('are four, the same for the same key, and mean the same in every language', async () => {
    const said = await wordsOfKey(aKey, 'en');
    expect(said).toHaveLength(4);
    expect(await wordsOfKey(aKey, 'en')).toEqual(said);
    const [en, ar] = [await keyWordList('en'), await keyWordList('ar')];
    expect(await wordsOfKey(aKey, 'ar')).toEqual(said.map((word) => ar[en.indexOf(word)]));
  });

  it('are others for another key', async () => {
    expect(await wordsOfKey(`C${aKey.slice(1)}`, 'en')).not.toEqual(await wordsOfKey(aKey, 'en'));
  });
});
