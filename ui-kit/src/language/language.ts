// The language of the page: one at a time, mirrored in <html lang dir>. A change is atomic: every registered
// catalogue has arrived before anything is drawn again, so no screen is ever half translated.

import { inLanguage, type Language as LanguageCode, type LocalisedText } from '@foyer/contracts/languages.ts';

export type { LanguageCode };

/** In the order of the strip, each in its own script. */
export const Languages = {
  en: { name: 'English', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
  zh: { name: '中文', dir: 'ltr' },
  es: { name: 'Español', dir: 'ltr' },
} as const satisfies Record<LanguageCode, { name: string; dir: 'ltr' | 'rtl' }>;
export const languageCodes = Object.keys(Languages) as readonly LanguageCode[];

/** What a catalogue promises to the page's language. */
export interface Loadable {
  load(code: LanguageCode): Promise<void>;
}

export class Language {
  #code: LanguageCode = 'en';
  #wanted: LanguageCode = 'en';
  readonly #catalogues = new Set<Loadable>();
  readonly #listeners = new Set<() => void>();

  get code(): LanguageCode {
    return this.#code;
  }

  get dir(): 'ltr' | 'rtl' {
    return Languages[this.#code].dir;
  }

  /** Loads what is missing, then switches. The last call wins; a catalogue that cannot be loaded changes nothing. */
  async use(code: LanguageCode): Promise<void> {
    this.#wanted = code;
    await Promise.all([...this.#catalogues].map((catalogue) => catalogue.load(code)));
    if (this.#wanted !== code) return;
    this.#code = code;
    if (typeof document !== 'undefined') {
      document.documentElement.lang = code;
      document.documentElement.dir = this.dir;
    }
    this.#tell();
  }

  /** A catalogue that arrives with a lazy page loads the language in use, then the page draws again. */
  register(catalogue: Loadable): void {
    this.#catalogues.add(catalogue);
    if (this.#code !== 'en') void catalogue.load(this.#code).then(() => this.#tell());
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A page speaks one language, as it has one <html lang>. */
export const language = new Language();

export function isLanguageCode(code: string | undefined | null): code is LanguageCode {
  return typeof code === 'string' && code in Languages;
}

/** The first language that we speak of a list such as navigator.languages ("es-MX" is "es"). */
export function firstSpoken(wanted: readonly string[], otherwise: LanguageCode = 'en'): LanguageCode {
  return wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguageCode) ?? otherwise;
}

/** A name that comes from the clinic's configuration, in the page's language. */
export function localised(text: LocalisedText, code: LanguageCode = language.code): string {
  return inLanguage(text, code);
}
