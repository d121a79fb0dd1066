/** `A047`: the service's letter and the ordinal in at least three digits. */
export function ticketNumber(prefix: string, ordinal: number): string {
  return `${prefix}${String(ordinal).padStart(3, '0')}`;
}

/** The letter of a number. */
export function prefixOf(number: string): string {
  return number.replace(/\d+$/, '');
}

/** The first ordinal after `last` that nothing speaks against. */
export function nextOrdinal(last: number, isTaken: (ordinal: number) => boolean): number {
  let next = last + 1;
  while (isTaken(next)) next += 1;
  return next;
}
