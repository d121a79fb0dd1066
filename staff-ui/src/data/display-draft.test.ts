import { describe, expect, it } from 'vitest';
import { keptTexts, scopeKind, scopeOf, secondsTyped, toggled, typedTexts } from './display-draft.ts';

describe('what a display shows', () => {
  it('is the whole clinic until rooms or services are chosen', () => {
    expect(scopeOf('whole', ['a'])).toEqual({});
    expect(scopeOf('rooms', [])).toEqual({});
    expect(scopeOf('rooms', ['a'])).toEqual({ servicePointIds: ['a'] });
    expect(scopeOf('services', ['a'])).toEqual({ serviceIds: ['a'] });
    expect([{}, { servicePointIds: ['a'] }, { serviceIds: ['a'] }].map(scopeKind)).toEqual([
      'whole',
      'rooms',
      'services',
    ]);
  });
  it('speaks its languages in the order in which they were chosen', () => {
    expect(toggled(toggled(toggled(['es'], 'en'), 'zh'), 'es')).toEqual(['en', 'zh']);
  });
});

describe('a text of the ticker', () => {
  it('is kept in the languages that it was written in, without empty lines and texts', () => {
    expect(
      keptTexts(
        [
          { en: ' Flu vaccine ', es: '' },
          { en: '', es: ' ' },
        ],
        ['en', 'es'],
      ),
    ).toEqual([{ en: 'Flu vaccine' }]);
  });
  it('has to have the clinic’s first language, which stands in for English where that is none of its own', () => {
    expect(keptTexts([{ es: 'Vacuna' }], ['es', 'ar'])).toEqual([{ es: 'Vacuna', en: 'Vacuna' }]);
    expect(keptTexts([{ ar: 'لقاح' }], ['es', 'ar'])).toBeUndefined();
  });
  it('is typed again as it was kept', () => {
    const kept = [{ en: 'Vacuna', es: 'Vacuna', ar: 'لقاح' }];
    expect(keptTexts(typedTexts(kept, ['es', 'ar']), ['es', 'ar'])).toEqual(kept);
    expect(typedTexts([{ en: 'Flu vaccine' }], ['es', 'en'])).toEqual([{ es: 'Flu vaccine', en: 'Flu vaccine' }]);
  });
});

describe('the seconds of a picture', () => {
  it('are whole and within what a display takes', () => {
    expect(['12.4', '1', '9999', 'x'].map(secondsTyped)).toEqual([12, 3, 600, 12]);
  });
});
