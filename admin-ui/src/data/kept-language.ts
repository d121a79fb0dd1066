import { firstSpoken, isLanguageCode, type LanguageCode } from '@foyer/ui-kit/language/language.ts';

const KEY = 'foyer.admin.language';

/** The language that was chosen here before, or the browser's. */
export function keptLanguage(): LanguageCode {
  const kept = localStorage.getItem(KEY);
  return isLanguageCode(kept) ? kept : firstSpoken(navigator.languages);
}

export function keepLanguage(code: LanguageCode): void {
  localStorage.setItem(KEY, code);
}
