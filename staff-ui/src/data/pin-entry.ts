// The PIN as it is typed. It opens by itself at the last digit; what was typed is forgotten with every answer.

export interface PinEntry {
  readonly digits: string;
  readonly length: number;
}

/** PINs have four to eight digits; a clinic's all have the same. */
export const USUAL_PIN_LENGTH = 4;

export function emptyPin(length: number = USUAL_PIN_LENGTH): PinEntry {
  return { digits: '', length };
}

/** After one more key: a digit or `delete`. Keys beyond the last digit change nothing. */
export function typePin(entry: PinEntry, key: string): PinEntry {
  if (key === 'delete') return { ...entry, digits: entry.digits.slice(0, -1) };
  if (!/^\d$/.test(key) || isComplete(entry)) return entry;
  return { ...entry, digits: entry.digits + key };
}

export function isComplete(entry: PinEntry): boolean {
  return entry.digits.length === entry.length;
}
