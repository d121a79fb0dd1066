// Scanners as data: how what comes over their cable is to be read. Most scanners can be set to USB HID-POS by a code in
// their manual; that is the way to want, because it says what the symbol was and where it ends. Sources: HID Point of
// Sale Usage Tables 1.02; HID 1.11, appendix B.1; the makers' manuals that are named beside a profile.

import type { scannerLayouts, ScannerProfileName } from '@foyer/contracts/scanner-profile-names.ts';

/** Where the parts of a HID-POS input report are; of bytes, counted from the report's id. */
export interface HidPosReport {
  readonly id: number;
  readonly lengthAt: number;
  /** Three characters such as `]Q0`; undefined where this scanner sends none. */
  readonly aimAt: number | undefined;
  readonly dataAt: number;
  readonly dataBytes: number;
  /** Its lowest bit: the next report goes on with the same symbol. */
  readonly continuedAt: number | undefined;
}

export type KeyboardLayoutName = (typeof scannerLayouts)[number];

export type ScannerProfile =
  | ({ readonly mode: 'hid-pos'; readonly report: HidPosReport } & Framing)
  | ({ readonly mode: 'hid-keyboard'; readonly layout: KeyboardLayoutName } & Framing)
  | ({ readonly mode: 'serial'; readonly baud: number } & Framing)
  /** Lines of JSON over TCP, from this machine alone: a virtual one, or a driver of somebody's own. */
  | { readonly mode: 'tcp' }
  /** It types into the kiosk itself, which tells it from a hand; by this prefix at the first key. */
  | { readonly mode: 'wedge'; readonly prefix: string };

/** What the scanner is set to put before and after each symbol; empty: nothing. */
export interface Framing {
  readonly prefix: string;
  readonly suffix: string;
}

/** Usage page and usage of the collection that a HID scanner is known by. */
export const hidUsages = {
  'hid-pos': { usagePage: 0x8c, usage: 0x02 },
  'hid-keyboard': { usagePage: 0x01, usage: 0x06 },
} as const;

const carriageReturn = '\r';

export const scannerProfiles = {
  /** Honeywell, Access-IS (ATR110 manual, appendix A) and most others. */
  'hid-pos': {
    mode: 'hid-pos',
    report: { id: 2, lengthAt: 1, aimAt: 2, dataAt: 5, dataBytes: 56, continuedAt: 63 },
    prefix: '',
    suffix: '',
  },
  /** Newland FM430 and its like, which name no symbology in the AIM's way. */
  'hid-pos-plain': {
    mode: 'hid-pos',
    report: { id: 2, lengthAt: 1, aimAt: undefined, dataAt: 2, dataBytes: 56, continuedAt: 63 },
    prefix: '',
    suffix: '',
  },
  'hid-keyboard': { mode: 'hid-keyboard', layout: 'us', prefix: '', suffix: carriageReturn },
  /** RS-232, or USB as a virtual line (CDC-ACM), which takes any speed. */
  serial: { mode: 'serial', baud: 9_600, prefix: '', suffix: carriageReturn },
  tcp: { mode: 'tcp' },
  wedge: { mode: 'wedge', prefix: '' },
} as const satisfies Record<ScannerProfileName, ScannerProfile>;
