/** The languages of every screen, ticket and voice: BCP 47 tags. */
export const languages = ['en', 'es', 'zh', 'ar'] as const;
export type Language = (typeof languages)[number];
/** One text in several languages; `en` is what the others fall back to. */
export type LocalisedText = { readonly en: string } & { readonly [L in Language]?: string };
export function inLanguage(text: LocalisedText, language: Language): string {
  return text[language] ?? text.en;
}
