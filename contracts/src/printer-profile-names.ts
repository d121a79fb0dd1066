// The models of printers that Foyer knows, by the name of their profile in firmware-config.

export const printerProfileNames = [
  'epson-80mm',
  'epson-80mm-europe',
  'epson-80mm-shared',
  'epson-58mm',
  'raster-80mm',
  'plain-80mm',
] as const;
export type PrinterProfileName = (typeof printerProfileNames)[number];

export const mostPrinters = 40;
