import { catalogueFaults } from '@foyer/ui-kit/language/check-catalogues.ts';
import { expect, it } from 'vitest';
import ar from './ar.json';
import en from './en.json';
import es from './es.json';
import zh from './zh.json';

it('the dashboard speaks every language in full', () => {
  expect(catalogueFaults({ en, es, zh, ar })).toEqual([]);
});
