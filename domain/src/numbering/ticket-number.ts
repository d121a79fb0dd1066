/** `A047`: the service's letter and the ordinal in at least three digits. */
export function ticketNumber(prefix: string, ordinal: number): string {
  return `${prefix}${String(ordinal).padStart(3, '0')}`;
}

/** The ordinal after `last` that the clinic does not skip. */
export function nextOrdinal(last: number, skipped: readonly number[]): number {
  let next = last + 1;
  while (skipped.includes(next)) next += 1;
  return next;
}
