import { describe, expect, it } from 'vitest';
import { Catalogue, type Messages } from './catalogue.ts';
import { catalogueFaults } from './check-catalogues.ts';
import { firstSpoken, Language } from './language.ts';

const en = {
  hello: 'Hello {name}',
  ahead: { '=0': 'You are next', one: 'One person ahead', other: '{count} people ahead' },
  only: 'Only English has this',
} as const satisfies Messages;
const ar: Messages = {
  hello: 'أهلًا {name}',
  ahead: {
    '=0': 'التالي',
    zero: '{count}',
    one: 'شخص',
    two: 'شخصان',
    few: '{count} أشخاص',
    many: '{count} شخصًا',
    other: '{count} شخص',
  },
};

function aPage(slow: Promise<void> = Promise.resolve()) {
  const language = new Language();
  const catalogue = new Catalogue(
    en,
    {
      ar: async () => ({ default: ar }),
      es: async () => (await slow, { default: { hello: 'Hola {name}' } }),
      zh: () => Promise.reject(new Error('offline')),
    },
    language,
  );
  return { language, t: catalogue.t };
}

describe('a catalogue', () => {
  it('fills parameters and chooses the plural form', () => {
    const { t } = aPage();
    expect(t('hello', { name: 'A047' })).toBe('Hello A047');
    expect([0, 1, 6].map((count) => t('ahead', { count }))).toEqual([
      'You are next',
      'One person ahead',
      '6 people ahead',
    ]);
  });
  it('follows Arabic plurals with Western digits', async () => {
    const { language, t } = aPage();
    await language.use('ar');
    expect([2, 3, 11, 100].map((count) => t('ahead', { count }))).toEqual(['شخصان', '3 أشخاص', '11 شخصًا', '100 شخص']);
    expect(language.dir).toBe('rtl');
  });
  it('shows English where a language lacks a text', async () => {
    const { language, t } = aPage();
    await language.use('ar');
    expect(t('only')).toBe('Only English has this');
  });
  it('stays as it is when a language cannot be fetched', async () => {
    const { language, t } = aPage();
    await expect(language.use('zh')).rejects.toThrow('offline');
    expect([language.code, t('hello', { name: 'x' })]).toEqual(['en', 'Hello x']);
  });
  it('lets the last choice win when an earlier one arrives later', async () => {
    const arrival = Promise.withResolvers<void>();
    const { language } = aPage(arrival.promise);
    const spanish = language.use('es');
    await language.use('ar');
    arrival.resolve();
    await spanish;
    expect(language.code).toBe('ar');
  });
});

describe('the check of catalogues', () => {
  it('finds keys, parameters, plural forms and digits that differ', () => {
    const es: Messages = { hello: 'Hola', ahead: { one: 'Una', other: '{count} ٣' }, more: 'x', only: ' ' };
    expect(catalogueFaults({ en, ar, zh: en, es })).toEqual([
      'ar: only is missing',
      'es: hello has {} where en has {name}',
      'es: ahead has digits that are not Western',
      'es: more is not in en',
      'es: only is empty',
    ]);
  });
});

describe('the first language that we speak', () => {
  it.each([
    [['fr-FR', 'es-MX'], 'es'],
    [['zh-Hans-CN'], 'zh'],
    [['fr'], 'en'],
  ])('of %j is %s', (wanted, code) => expect(firstSpoken(wanted)).toBe(code));
});
