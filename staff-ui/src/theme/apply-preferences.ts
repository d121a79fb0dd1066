// What a tablet's preferences change of the page: theme, text size, language.

import { firstSpoken, language } from '@foyer/ui-kit/language/language.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import type { Preferences } from '../data/preferences.ts';

const darkScheme = '(prefers-color-scheme: dark)';

export function applyPreferences({ theme, textSize, language: wanted }: Preferences): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme === 'auto' ? (matchMedia(darkScheme).matches ? 'dark' : 'light') : theme;
  root.style.setProperty('font-size', `${textSize}%`);
  const code = wanted ?? firstSpoken(navigator.languages);
  if (code === 'zh') readyForHan();
  if (code !== language.code) void language.use(code);
}
