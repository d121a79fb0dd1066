// How scanners are read, by the name of their profile in firmware-config, and what each of them has to be told.

export const scannerProfileNames = ['hid-pos', 'hid-pos-plain', 'hid-keyboard', 'serial', 'tcp', 'wedge'] as const;
export type ScannerProfileName = (typeof scannerProfileNames)[number];

export const scannerLayouts = ['us', 'de'] as const;
export const mostScanners = 40;

type ScannerField = 'prefix' | 'suffix' | 'layout' | 'baud';
const framed: readonly ScannerField[] = ['prefix', 'suffix'];

/** What may be other at one scanner than its profile has it. */
export const scannerFields: { readonly [P in ScannerProfileName]: readonly ScannerField[] } = {
  'hid-pos': framed,
  'hid-pos-plain': framed,
  'hid-keyboard': [...framed, 'layout'],
  serial: [...framed, 'baud'],
  tcp: [],
  wedge: ['prefix'],
};
