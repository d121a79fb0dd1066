// Codes that are read from a screen and typed on another: 16 letters and digits that nobody takes for one another.

const signs = 'ACDEFGHJKLMNPQRTUVWXY34679';
const signCount = 16;
export const restoreCodeBytes = signCount;

/** `ACDE-FGHJ-KLMN-PQRT`, of as many random bytes. */
export function restoreCodeOf(bytes: Uint8Array): string {
  const text = Array.from(bytes.subarray(0, signCount), (byte) => signs[byte % signs.length]).join('');
  return text.match(/.{4}/g)!.join('-');
}

/** As it counts: without what is typed differently. */
export function typedRestoreCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}
