/** `<clinic code>-<epoch>-Z<n>`: the n-th closing of a till in this epoch, from 1 without gaps. */
export function tillNumber(clinicCode: string, epoch: number, ordinal: number): string {
  return `${clinicCode}-${epoch}-Z${ordinal}`;
}
