// What a tablet remembers of itself: hand, theme, size, language, its room, when it locks. Never a person or a PIN.

import { languages, type Language } from '@foyer/contracts/languages.ts';
import type { ServicePointId } from '@foyer/contracts/ids.ts';

export interface Preferences {
  /** The side of the thumb that calls. */
  readonly hand: 'left' | 'right';
  readonly theme: 'auto' | 'light' | 'dark' | 'contrast';
  /** Of the text, in per cent. */
  readonly textSize: (typeof textSizes)[number];
  readonly language?: Language;
  readonly servicePointId?: ServicePointId;
  /** Minutes without a touch. */
  readonly lockAfter: (typeof lockMinutes)[number];
}
export const textSizes = [100, 125, 150, 200] as const;
export const lockMinutes = [1, 3, 5, 15] as const;
export const themes = ['auto', 'light', 'dark', 'contrast'] as const;
export const hands = ['left', 'right'] as const;

export const usual: Preferences = { hand: 'right', theme: 'auto', textSize: 100, lockAfter: 5 };

const KEY = 'foyer.tablet';
type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Whatever is stored and unknown to this version counts as not set. */
export function loadPreferences(store: Store): Preferences {
  const stored = parse(store.getItem(KEY));
  const one = <T>(values: readonly T[], value: unknown, otherwise: T): T =>
    values.find((known) => known === value) ?? otherwise;
  const language = languages.find((known) => known === stored['language']);
  const servicePointId = stored['servicePointId'];
  return {
    hand: one(hands, stored['hand'], usual.hand),
    theme: one(themes, stored['theme'], usual.theme),
    textSize: one(textSizes, stored['textSize'], usual.textSize),
    lockAfter: one(lockMinutes, stored['lockAfter'], usual.lockAfter),
    ...(language ? { language } : {}),
    ...(typeof servicePointId === 'string' ? { servicePointId } : {}),
  };
}

export function savePreferences(store: Store, preferences: Preferences): void {
  store.setItem(KEY, JSON.stringify(preferences));
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
