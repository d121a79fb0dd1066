// What somebody is changing about a display, before it is sent.

import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { mediaSeconds } from '@foyer/contracts/display-layout-limits.ts';
import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';

/** One text of the ticker as it is typed: a line a language, any of them empty. */
export type TypedText = { readonly [L in Language]?: string };
export type ScopeKind = 'whole' | 'rooms' | 'services';

/** How long a picture stands that nobody has said it of. */
export const usualMediaSeconds = 12;

export function scopeKind({ servicePointIds, serviceIds }: DisplayLayout['scope']): ScopeKind {
  if (servicePointIds !== undefined) return 'rooms';
  return serviceIds === undefined ? 'whole' : 'services';
}

/** Nothing chosen yet of a kind is sent as everything: a display that shows no call helps nobody. */
export function scopeOf(kind: ScopeKind, ids: readonly string[]): DisplayLayout['scope'] {
  if (kind === 'whole' || ids.length === 0) return {};
  return kind === 'rooms' ? { servicePointIds: [...ids] } : { serviceIds: [...ids] };
}

/** Chosen ones keep the order in which they were chosen. */
export function toggled<T>(chosen: readonly T[], one: T): T[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
}

export function typedTexts(ticker: DisplayLayout['ticker'], languages: readonly Language[]): readonly TypedText[] {
  const shown = (text: LocalisedText) =>
    Object.fromEntries(languages.map((language) => [language, text[language] ?? ''])) as TypedText;
  const [first = 'en'] = languages;
  // One that was written for English readers alone is read here in the first language.
  return ticker.map((text) => ({ ...shown(text), [first]: text[first] ?? text.en }));
}

/** Texts as they are kept; empty ones are none. Undefined where one has no first line, which the others fall back to. */
export function keptTexts(
  typed: readonly TypedText[],
  languages: readonly Language[],
): DisplayLayout['ticker'] | undefined {
  const [first = 'en'] = languages;
  const kept = typed.flatMap((text) => {
    const lines = Object.entries(text).flatMap(([language, words]) =>
      words.trim() === '' ? [] : [[language, words.trim()] as const],
    );
    if (lines.length === 0) return [];
    const said = Object.fromEntries(lines) as { [L in Language]?: string };
    const fallBack = said.en ?? said[first];
    return [said[first] === undefined || fallBack === undefined ? undefined : { ...said, en: fallBack }];
  });
  return kept.every((text) => text !== undefined) ? kept : undefined;
}

/** Whole seconds within what a display takes. */
export function secondsTyped(typed: string): number {
  const seconds = Math.round(Number(typed));
  if (!Number.isFinite(seconds)) return usualMediaSeconds;
  return Math.min(mediaSeconds.most, Math.max(mediaSeconds.least, seconds));
}
