// The printers of the clinic as somebody changes them. Pure.

import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { PrintersSetUp, PrinterSetUp } from '@foyer/contracts/printers-set-up.ts';

/** Where ESC/POS printers listen. */
const usualPort = 9_100;

/** Those that count: the clinic's own, or what the machine was started with, each of them named. */
export function printersOf(
  { document, startedWith }: Pick<ClinicAsSetUp, 'document' | 'startedWith'>,
  nameless: string,
): PrintersSetUp {
  if (document.printers !== null) return document.printers;
  const { printers } = startedWith;
  return {
    ...printers,
    printers: printers.printers.map((one) => (one.name === '' ? { ...one, name: nameless } : one)),
  };
}

/** In its place, or behind the others where it is new. */
export function withPrinter(set: PrintersSetUp, printer: PrinterSetUp): PrintersSetUp {
  const at = set.printers.findIndex(({ id }) => id === printer.id);
  return { ...set, printers: at === -1 ? [...set.printers, printer] : set.printers.with(at, printer) };
}

/** Nobody prints on it any more, and it stands in for nobody. */
export function withoutPrinter({ printers, desk, kiosks = {} }: PrintersSetUp, gone: string): PrintersSetUp {
  return {
    printers: printers
      .filter(({ id }) => id !== gone)
      .map(({ backup, ...one }) => (backup === undefined || backup === gone ? one : { ...one, backup })),
    ...(desk === undefined || desk === gone ? {} : { desk }),
    kiosks: Object.fromEntries(Object.entries(kiosks).filter(([, id]) => id !== gone)),
  };
}

/** A kiosk by the id of its device, which counts before its name; undefined: the desk. Empty: where the desk prints. */
export function withPlace(
  { desk, ...set }: PrintersSetUp,
  place: { readonly id: string; readonly name: string } | undefined,
  printerId: string,
): PrintersSetUp {
  if (place === undefined) return printerId === '' ? set : { ...set, desk: printerId };
  const others = Object.entries(set.kiosks ?? {}).filter(([kiosk]) => kiosk !== place.id && kiosk !== place.name);
  const kiosks = Object.fromEntries(printerId === '' ? others : [...others, [place.id, printerId]]);
  return { ...set, kiosks, ...(desk === undefined ? {} : { desk }) };
}

export function placeOf({ kiosks = {} }: PrintersSetUp, { id, name }: { readonly id: string; readonly name: string }) {
  return kiosks[id] ?? kiosks[name] ?? '';
}

/** As a person types it: a host alone is one on the network. */
export function typedAddress(typed: string): string {
  const text = typed.trim();
  if (text === '' || text.includes('/') || text.startsWith('cups:')) return text;
  return /:\d+$/.test(text) ? `tcp://${text}` : `tcp://${text}:${usualPort}`;
}
