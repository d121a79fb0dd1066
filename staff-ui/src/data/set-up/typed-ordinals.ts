const most = 100;

/** "13, 666" as numbers that no ticket may have; undefined when something in it is none. */
export function typedOrdinals(typed: string): number[] | undefined {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length > most || words.some((word) => !/^[1-9]\d{0,3}$/.test(word))) return undefined;
  return [...new Set(words.map(Number))].toSorted((a, b) => a - b);
}
