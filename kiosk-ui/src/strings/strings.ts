import { Catalogue } from '@foyer/ui-kit/language/catalogue.ts';
import en from './en.json';

/** What the kiosk says. */
export const strings = new Catalogue(en, {
  es: () => import('./es.json'),
  zh: () => import('./zh.json'),
  ar: () => import('./ar.json'),
});
export const { t } = strings;
export type StringKey = keyof typeof en;
