// For each app's test of its strings: `expect(catalogueFaults({ en, es, zh, ar })).toEqual([])`.

import type { LanguageCode } from './language.ts';
import type { Message, Messages } from './catalogue.ts';

/** What is wrong with a set of catalogues, one line a fault: keys that differ, parameters that differ, plural forms
 *  that a language needs and lacks, texts with words or digits that Foyer never shows. Empty when all is well. */
export function catalogueFaults(catalogues: Readonly<Record<LanguageCode, Messages>>): string[] {
  const { en, ...others } = catalogues;
  const faults = Object.entries(en).flatMap(([key, message]) => wordFaults('en', key, message));
  for (const [code, messages] of Object.entries(others) as [LanguageCode, Messages][]) {
    for (const key of Object.keys(en)) if (!(key in messages)) faults.push(`${code}: ${key} is missing`);
    for (const [key, message] of Object.entries(messages)) {
      const model = en[key];
      if (model === undefined) faults.push(`${code}: ${key} is not in en`);
      else faults.push(...messageFaults(code, key, message, model));
    }
  }
  return faults;
}

function messageFaults(code: LanguageCode, key: string, message: Message, model: Message): string[] {
  const faults = wordFaults(code, key, message);
  if ((typeof message === 'string') !== (typeof model === 'string')) {
    faults.push(`${code}: ${key} is plural in one language only`);
  }
  const wanted = parametersOf(model);
  const given = parametersOf(message);
  if (wanted !== given) faults.push(`${code}: ${key} has {${given}} where en has {${wanted}}`);
  if (typeof message !== 'string') {
    for (const form of new Intl.PluralRules(code).resolvedOptions().pluralCategories) {
      const covered = form in message || (form === 'zero' && '=0' in message);
      // Spanish "many" is for millions; no number here is that large.
      if (!covered && !(code === 'es' && form === 'many')) faults.push(`${code}: ${key} lacks the form "${form}"`);
    }
  }
  return faults;
}

function wordFaults(code: LanguageCode, key: string, message: Message): string[] {
  const text = textsOf(message).join(' ');
  const faults: string[] = [];
  if (textsOf(message).some((part) => part.trim() === '')) faults.push(`${code}: ${key} is empty`);
  if (/[\u0660-\u0669\u06f0-\u06f9]/.test(text)) faults.push(`${code}: ${key} has digits that are not Western`);
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) faults.push(`${code}: ${key} has a direction override`);
  return faults;
}

/** Every parameter of any form, sorted; a plural form may leave out `count` ("one person"). */
function parametersOf(message: Message): string {
  const names = new Set(textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)));
  if (typeof message !== 'string') names.add('count');
  return [...names].toSorted().join(', ');
}

function textsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}
