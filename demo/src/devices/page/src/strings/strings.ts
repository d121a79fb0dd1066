import { Catalogue } from '@foyer/ui-kit/language/catalogue.ts';

import en from './en.json';

/** A tool for whoever shows the product; it speaks English alone. */
const onlyEnglish = (): Promise<{ readonly default: typeof en }> => Promise.resolve({ default: en });

export const { t } = new Catalogue(en, { es: onlyEnglish, zh: onlyEnglish, ar: onlyEnglish });
export type StringKey = keyof typeof en;

/** Whether a code that came over the line has words here. */
export function hasWords(key: string): key is StringKey {
  return Object.hasOwn(en, key);
}
