import { Catalogue } from '@foyer/ui-kit/language/catalogue.ts';
import en from './en.json';

/** What the dashboard says. */
export const { t } = new Catalogue(en, {
  es: () => import('./es.json'),
  zh: () => import('./zh.json'),
  ar: () => import('./ar.json'),
});
