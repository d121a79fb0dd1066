// How long ago something was, in the largest unit that is whole, as the page's language writes it.

import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "5 minutes ago"; under a minute "now". Western digits, as everywhere. */
export function agoText(ms: number, code: LanguageCode): string {
  const [unit, each] = units.find(([, of]) => ms >= of) ?? (['second', Number.POSITIVE_INFINITY] as const);
  const format = new Intl.RelativeTimeFormat(tag(code), { numeric: 'auto', style: 'long' });
  return format.format(-Math.floor(Math.max(0, ms) / each), unit);
}

/** "5 minutes". */
export function ageText(ms: number, code: LanguageCode): string {
  const [unit, each] = units.find(([, of]) => ms >= of) ?? (['minute', 60_000] as const);
  const format = new Intl.NumberFormat(tag(code), { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.max(1, Math.floor(ms / each)));
}

function tag(code: LanguageCode): string {
  return `${code === 'en' ? 'en-GB' : code}-u-nu-latn`;
}
