/** Bugs in what reads scans and what prints, each in one named place of its sources. */
import type { Change } from './source-variant.ts';

const documents = 'domain/src/identity-documents';

export const plantedDecoders = {
  'check-digits-believed': {
    file: `${documents}/mrz-layout.ts`,
    places: [{ find: /return digit === String\(checkDigit\(characters\)\);/, replaceWith: 'return true;' }],
  },
  'licence-half-filled': {
    file: `${documents}/driving-licence.ts`,
    places: [{ find: /if \(birthDate === undefined \|\| birthDate > today\) return [^;]+;/, replaceWith: '' }],
  },
  'licence-offsets-guessed': {
    file: `${documents}/licence-file.ts`,
    places: [
      {
        find: /const part = file\.slice\(offset, end\);/,
        replaceWith: "const part = file.slice(file.indexOf('DLD'));",
      },
    ],
  },
  'code-read-again-for-every-sign': {
    file: `${documents}/check-in-code.ts`,
    places: [
      {
        find: /for \(const character of text\) \{/,
        replaceWith:
          'for (const character of text) { for (let other = 0; other < text.length; other += 8) if (other < 0) break;',
      },
    ],
  },
  'unknown-identifier-thrown-at': {
    file: `${documents}/gs1-elements.ts`,
    places: [{ find: /if \(ai === undefined \|\| identifier === undefined\) return [^;]+;/, replaceWith: '' }],
  },
  'control-let-through': {
    file: 'edge-server/src/adapters/printer/clean-text.ts',
    places: [{ find: /\.replace\(FORBIDDEN, ''\)/, replaceWith: '' }],
  },
  'command-that-takes-no-byte': {
    file: 'demo/src/virtual-printer/frame-reader.ts',
    places: [{ find: /at \+= next\.length;/, replaceWith: 'at += Math.max(1, next.length - 1);' }],
  },
} as const satisfies Readonly<Record<string, Change>>;
