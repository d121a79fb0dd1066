// What a reader says that it read: the symbol, or rows of letters. What that means is found out where it is decoded.

/** `mrz`: rows of a machine readable zone. `gs1-…`: with FNC1 in the first place. */
export const scanFormats = [
  'qr',
  'mrz',
  'pdf417',
  'code128',
  'data-matrix',
  'aztec',
  'gs1-128',
  'gs1-data-matrix',
] as const;
export type ScanFormat = (typeof scanFormats)[number];

/**
 * By the identifier that scanners put before a symbol, without its bracket: `C1`, else its letter. The longer ones have
 * FNC1 in the first place, which makes them GS1's. Source: ISO/IEC 15424.
 */
export const formatOfAim: Readonly<Record<string, ScanFormat>> = {
  Q: 'qr',
  L: 'pdf417',
  C: 'code128',
  C1: 'gs1-128',
  d: 'data-matrix',
  d2: 'gs1-data-matrix',
  z: 'aztec',
  o: 'mrz',
};

/** More than any of them holds: what is longer was made to be long. */
export const longestScan = 4_096;
