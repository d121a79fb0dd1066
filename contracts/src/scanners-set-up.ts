// The scanners of a clinic, as it set them up itself: in place of what its machine was started with. Each is known by
// what it says of itself on its cable.

import Type, { type Static } from 'typebox';
import { mostScanners, scannerLayouts, scannerProfileNames } from './scanner-profile-names.ts';
import { ShortText, oneOf, strictObject } from './schema.ts';

const UsbId = Type.String({ pattern: '^[0-9a-f]{4}$' });
const Signs = Type.String({ maxLength: 8 });

export const ScannerSetUp = strictObject({
  id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  /** The kiosk that it stands beside: the id of its device, or its name. */
  kiosk: ShortText,
  profile: oneOf(scannerProfileNames),
  /** As it called itself when it was found: "Zebra DS9308". */
  model: Type.Optional(ShortText),
  vendorId: Type.Optional(UsbId),
  productId: Type.Optional(UsbId),
  serialNumber: Type.Optional(ShortText),
  /** Of a serial line. */
  path: Type.Optional(ShortText),
  prefix: Type.Optional(Signs),
  suffix: Type.Optional(Signs),
  layout: Type.Optional(oneOf(scannerLayouts)),
  baud: Type.Optional(Type.Integer({ minimum: 300, maximum: 1_000_000 })),
});
export type ScannerSetUp = Static<typeof ScannerSetUp>;

export const ScannersSetUp = Type.Array(ScannerSetUp, { maxItems: mostScanners });
