// What a person typed, made safe for paper. Invariant: no control character, no direction override and no
// unassigned or half character leaves this file, so that no field can ever spell a printer's command.

const LONGEST_FIELD = 200;
const LONGEST_ADDRESS = 300;

/** Line and tab controls separate words; the other controls, formats, surrogates and private characters vanish. */
const SEPARATORS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const SPACES = /\p{Zs}+/gu;

/** One line of plain characters, composed (NFC), without spaces at its ends, of at most 200 characters. */
export function cleanText(text: string): string {
  const plain = text
    .slice(0, LONGEST_FIELD * 4)
    .replace(SEPARATORS, ' ')
    .replace(FORBIDDEN, '')
    .normalize('NFC')
    .replace(SPACES, ' ')
    .trim();
  return Array.from(plain).slice(0, LONGEST_FIELD).join('');
}

/** An http or https address in ASCII, or undefined when it is none or too long for a code. */
export function cleanAddress(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return /^[\x21-\x7e]+$/.test(url.href) && url.href.length <= LONGEST_ADDRESS ? url.href : undefined;
}

/** Every string of a document cleaned, in whatever depth it stands. */
export function cleanStrings<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
