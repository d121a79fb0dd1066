import { describe, expect, it } from 'vitest';
import { languages } from '@foyer/contracts/languages.ts';
import { fingerprintOf } from './authority-fingerprint.ts';
import { authorityPage, languageOf, platformOf } from './authority-page.ts';
import { authorityWords, platforms } from './authority-words.ts';
import { knownOrigin } from './known-origin.ts';

const der = Buffer.from('a certificate');
const pageIn = (language: (typeof languages)[number]) =>
  authorityPage({
    clinicName: 'Harbour <Street>',
    language,
    fingerprint: fingerprintOf(der, language),
    platform: 'android',
    origin: 'https://192.168.1.5:8443',
    qr: '<svg></svg>',
  });

describe('the page of the authority', () => {
  it.each(languages)(
    'has in %s the steps of every kind of device, and opens those of the one that asks',
    (language) => {
      const page = pageIn(language);
      for (const platform of platforms) expect(authorityWords[language].on[platform].length).toBeGreaterThan(1);
      expect(page.match(/<details/g)).toHaveLength(platforms.length);
      expect(page.match(/<details open><summary><bdi>Android/g)).toHaveLength(1);
      expect(page).toContain(`lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
      expect(page).toContain('data-at="https://192.168.1.5:8443/authority/trusted"');
    },
  );

  it('takes no name of a clinic for markup', () => {
    expect(pageIn('en')).not.toContain('<Street>');
  });

  it('is in the language that was asked for, or that the browser would rather have', () => {
    expect(languageOf('ar', 'es')).toBe('ar');
    expect(languageOf(undefined, 'fr-FR, zh-CN;q=0.9, en;q=0.8')).toBe('zh');
    expect(languageOf('xx', 'fr')).toBe('en');
  });

  it.each([
    ['Mozilla/5.0 (Linux; Android 14; SM-X210)', 'android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)', 'apple'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', 'chromeos'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'linux'],
    ['curl/8', undefined],
  ])('knows what %s is', (userAgent, platform) => {
    expect(platformOf(userAgent)).toBe(platform);
  });
});

describe('the words of an authority', () => {
  it('are eight, mean the same in every language, and are others of another one', () => {
    const lists = languages.map((language) => fingerprintOf(der, language).words);
    expect(new Set(lists.map(({ length }) => length))).toEqual(new Set([8]));
    expect(fingerprintOf(Buffer.from('another'), 'en').words).not.toEqual(lists[0]);
    expect(fingerprintOf(der, 'en').hex).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });
});

it('leads to this machine under a name of its own, never under one that a request brought', () => {
  const known = { names: ['192.168.1.5', 'fd00::5'], port: 8443 };
  expect(knownOrigin('https', 'FD00::5', known)).toBe('https://[fd00::5]:8443');
  expect(knownOrigin('https', 'evil.example', known)).toBe('https://192.168.1.5:8443');
});
