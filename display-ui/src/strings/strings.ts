// What the wall says. It speaks the clinic's languages at once: the first one large, the others in its strip.

import { Catalogue } from '@foyer/ui-kit/language/catalogue.ts';
import en from './en.json';

export const strings = new Catalogue(en, {
  es: () => import('./es.json'),
  zh: () => import('./zh.json'),
  ar: () => import('./ar.json'),
});
export const { t } = strings;
