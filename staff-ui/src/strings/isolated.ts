/** Names and times keep their own direction in a sentence of the other. Source: Unicode UAX #9, explicit isolates. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
