// The printers of a clinic and who prints where, as it set them up itself: in place of what its machine was started with.

import Type, { type Static } from 'typebox';
import { mostPrinters, printerProfileNames } from './printer-profile-names.ts';
import { ShortText, oneOf, strictObject } from './schema.ts';

const PrinterId = Type.String({ pattern: '^[a-z0-9-]{1,40}$' });

export const PrinterSetUp = strictObject({
  id: PrinterId,
  /** As staff read it, and as patients are told where their ticket came out: "Desk". */
  name: Type.String({ minLength: 1, maxLength: 60 }),
  /** `tcp://host:port`, `cups:QUEUE`, or the path of a printer's own device. */
  address: Type.String({ maxLength: 140 }),
  /** Absent: the usual one. */
  profile: Type.Optional(oneOf(printerProfileNames)),
  /** The printer that prints instead while this one cannot. */
  backup: Type.Optional(PrinterId),
});
export type PrinterSetUp = Static<typeof PrinterSetUp>;

export const PrintersSetUp = strictObject({
  /** None: the clinic has no printer. */
  printers: Type.Array(PrinterSetUp, { maxItems: mostPrinters }),
  /** Where everything goes that has no line below; absent: the first printer. */
  desk: Type.Optional(PrinterId),
  /** The printer of a kiosk, by the id of its device or its name. */
  kiosks: Type.Optional(Type.Record(ShortText, PrinterId)),
});
export type PrintersSetUp = Static<typeof PrintersSetUp>;
