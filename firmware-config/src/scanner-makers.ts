// Makers of scanners by their USB vendor id, so that a scanner that is a keyboard is told from a keyboard. Source: the USB
// ID repository (linux-usb.org/usb.ids).

export const scannerMakers: Readonly<Record<string, string>> = {
  '0536': 'Honeywell',
  '05e0': 'Zebra',
  '05f9': 'Datalogic',
  '065a': 'Opticon',
  '0c2e': 'Honeywell',
  '0db5': 'Access-IS',
  '1eab': 'Newland',
};

/** In the name of a serial line, as its device calls itself. */
export const scannerWords = /zebra|symbol|honeywell|datalogic|opticon|access.?is|newland|scan|barcode|code.?reader/i;
