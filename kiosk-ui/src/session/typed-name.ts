// Names as people type them on a screen of capitals: capitals come by themselves, scripts without them stay as they are.

export const MOST_LETTERS = 60;

/** "ADEYEMI-FEATHERS" is "Adeyemi-Feathers", "o’neil" is "O’Neil"; at most one space in a row, none before. */
export function nameCase(typed: string): string {
  return typed
    .replace(/\s+/g, ' ')
    .trimStart()
    .slice(0, MOST_LETTERS)
    .toLocaleLowerCase('und')
    .replace(/(^|[\s\-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('und'));
}

/** Two letters as the clinic writes initials: "M. O.". */
export function initialsOf(typed: string): string {
  return [...typed.replace(/[^\p{L}]/gu, '')]
    .slice(0, 2)
    .map((letter) => `${letter.toLocaleUpperCase('und')}.`)
    .join(' ');
}
