import { Catalogue } from '../language/catalogue.ts';
import en from './en.json';

/** What the shared elements say. */
export const strings = new Catalogue(en, {
  es: () => import('./es.json'),
  zh: () => import('./zh.json'),
  ar: () => import('./ar.json'),
});
export const { t } = strings;
