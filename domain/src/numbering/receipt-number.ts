/** `<clinic code>-<epoch>-<n>`: n from 1 in each epoch, without gaps, so that a restored box repeats no receipt. */
export function receiptNumber(clinicCode: string, epoch: number, ordinal: number): string {
  return `${clinicCode}-${epoch}-${ordinal}`;
}
