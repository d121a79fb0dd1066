import { expect, it } from 'vitest';
import { catalogueFaults } from '../language/check-catalogues.ts';
import ar from './ar.json';
import en from './en.json';
import es from './es.json';
import zh from './zh.json';

it('the shared elements speak every language in full', () => {
  expect(catalogueFaults({ en, es, zh, ar })).toEqual([]);
});
