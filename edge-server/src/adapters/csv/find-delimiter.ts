/** Comma, semicolon, tab or bar: whichever parts the heads into the most columns. */
export function findDelimiter(heads: string): string {
  const bare = heads.replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((best, other) => (count(other) > count(best) ? other : best));
}
