import { catalogueFaults } from '@foyer/ui-kit/language/check-catalogues.ts';
import { expect, it } from 'vitest';
import ar from './ar.json';
import en from './en.json';
import es from './es.json';
import zh from './zh.json';

it('the kiosk speaks every language in full', () => {
  expect(catalogueFaults({ en, es, zh, ar })).toEqual([]);
});
it.each(['en', 'es', 'zh', 'ar'] as const)('never says invalid, error or "try again" in %s', (code) => {
  const words = JSON.stringify(Object.values({ en, es, zh, ar }[code])).toLowerCase();
  expect(words).not.toMatch(/invalid|error|try again|inténtelo de nuevo|无效|错误|خطأ/);
});
