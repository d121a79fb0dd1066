// What a page wants typed, and typing it with the keys of a telephone: a date, digits, or letters. It works on the
// elements that every page types with, and asks of them what a finger on the screen would.

import { formatDate } from '@foyer/ui-kit/language/format.ts';
import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { findFirst } from '../keyboard/screen-parts.ts';
import { readDigits } from '../session/typed-date.ts';
import { t } from '../strings/strings.ts';
import { lettersOn, type MultiTap } from './multi-tap.ts';

export interface Typing {
  /** How it is typed, as a sentence. */
  readonly how: string;
  /** What is typed so far; empty while nothing is. */
  readonly typed: string;
  /** It is whole and may be sent. */
  readonly ready: boolean;
  /** Whole, and such a thing cannot be: what is said of it. */
  readonly doubt: string | undefined;
  /** What is typed, as it is said back. */
  readonly said: string;
  type(digit: string, at: number): void;
  remove(): void;
  send(): void;
}

export function typingOn(page: ParentNode, taps: MultiTap, code: LanguageCode): Typing | undefined {
  return typesLetters(page, taps, code) ?? typesDate(page, code) ?? typesDigits(page);
}

/** Letters and digits one by one, and a name's spaces by name. */
export function spelled(typed: string): string {
  return [...typed.toLocaleUpperCase('und')].map((each) => (each === ' ' ? t('guide.space') : each)).join(' ');
}

function typesLetters(page: ParentNode, taps: MultiTap, code: LanguageCode): Typing | undefined {
  const keyboard = findFirst(page, 'kiosk-keyboard');
  if (!keyboard) return undefined;
  const { value, ready } = keyboard;
  const type = (text: string) => keyboard.dispatchEvent(new CustomEvent('kiosk-typed', { detail: text }));
  const [first = '', second = ''] = lettersOn('2', code);
  return {
    how: t('guide.letters', { key: '2', first, second }),
    typed: value,
    ready,
    doubt: undefined,
    said: spelled(value),
    type: (digit, at) => type(taps.press(digit, at, value, code)),
    remove: () => type([...value].slice(0, -1).join('')),
    send: () => keyboard.dispatchEvent(new CustomEvent('kiosk-next', { detail: '' })),
  };
}

function typesDate(page: ParentNode, code: LanguageCode): Typing | undefined {
  const date = findFirst(page, 'kiosk-date');
  const keys = date && keysOf(page);
  if (!keys) return undefined;
  const { day, month, year, full } = readDigits(date.digits);
  return {
    ...keys,
    how: t('guide.date'),
    typed: date.digits,
    doubt: date.doubtful ? t('birthDate.check') : undefined,
    said: full && !date.doubtful ? formatDate(`${year}-${month}-${day}`, code) : spelled(date.digits),
  };
}

function typesDigits(page: ParentNode): Typing | undefined {
  const keys = keysOf(page);
  if (!keys) return undefined;
  const typed = findFirst(page, 'kiosk-field')?.value ?? '';
  return { ...keys, how: t('guide.digits'), typed, doubt: undefined, said: spelled(typed) };
}

function keysOf(page: ParentNode): Pick<Typing, 'ready' | 'type' | 'remove' | 'send'> | undefined {
  const keypad = findFirst(page, 'kiosk-keypad');
  const press = (name: 'kiosk-digit' | 'kiosk-delete' | 'kiosk-next', detail = '') =>
    keypad?.dispatchEvent(new CustomEvent(name, { detail }));
  return (
    keypad && {
      ready: keypad.ready,
      type: (digit) => press('kiosk-digit', digit),
      remove: () => press('kiosk-delete'),
      send: () => press('kiosk-next'),
    }
  );
}
