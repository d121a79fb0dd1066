import { Catalogue } from '@foyer/ui-kit/language/catalogue.ts';
import en from './en.json';

/** What the tablet says. Prefixes: a page's own name, or `common`, `notice`, `help`, `refusal` for what pages share. */
export const { t } = new Catalogue(en, {
  es: () => import('./es.json'),
  zh: () => import('./zh.json'),
  ar: () => import('./ar.json'),
});
