// A catalogue: the strings of one app in every language. English is in the bundle and is the type; the others are
// files that are fetched when somebody chooses them. A message is a text with {parameters}, or, where `count`
// decides, an object of plural forms (Intl.PluralRules; "=0" names nought itself). Digits are Western everywhere.

import { language, type Language, type LanguageCode, type Loadable } from './language.ts';
import { formatNumber } from './format.ts';

export type PluralForms = { readonly other: string } & { readonly [form in Intl.LDMLPluralRule | '=0']?: string };
export type Message = string | PluralForms;
export type Messages = Readonly<Record<string, Message>>;
export type Params = Readonly<Record<string, string | number>>;
type Fetchers = { readonly [code in Exclude<LanguageCode, 'en'>]: () => Promise<{ readonly default: Messages }> };

export class Catalogue<M extends Messages> implements Loadable {
  readonly #loaded = new Map<LanguageCode, Messages>();
  readonly #fetchers: Fetchers;
  readonly #language: Language;

  constructor(en: M, fetchers: Fetchers, of: Language = language) {
    this.#loaded.set('en', en);
    this.#fetchers = fetchers;
    this.#language = of;
    of.register(this);
  }

  async load(code: LanguageCode): Promise<void> {
    if (code === 'en' || this.#loaded.has(code)) return;
    this.#loaded.set(code, (await this.#fetchers[code]()).default);
  }

  /** Whether its own words have come; until then a text in it is an English one. */
  holds(code: LanguageCode): boolean {
    return this.#loaded.has(code);
  }

  /** The text in the page's language; English where that language lacks it. A missing parameter shows its name. */
  readonly t = (key: keyof M & string, params: Params = {}): string => this.in(this.#language.code, key, params);

  /** The text in one loaded language (a greeting in several languages at once). */
  in(code: LanguageCode, key: keyof M & string, params: Params = {}): string {
    const message = this.#loaded.get(code)?.[key];
    if (message !== undefined) return fill(message, code, params);
    return fill(this.#loaded.get('en')![key]!, 'en', params);
  }
}

function fill(message: Message, code: LanguageCode, params: Params): string {
  const text = typeof message === 'string' ? message : pluralForm(message, code, params);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return typeof value === 'number' ? formatNumber(value, code) : (value ?? whole);
  });
}

function pluralForm(forms: PluralForms, code: LanguageCode, params: Params): string {
  const count = Number(params['count'] ?? 0);
  if (count === 0 && forms['=0'] !== undefined) return forms['=0'];
  return forms[new Intl.PluralRules(code).select(count)] ?? forms.other;
}
