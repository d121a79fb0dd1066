// What carries an order to a device. One that is away misses it: nobody stands there to see it later.

import type { ScreenOrder } from '@foyer/contracts/device-orders.ts';
import type { PrintJob, PrintOutcome } from './ticket-printer.ts';

export interface ScreenOrders {
  /** To every line of the screen; whether there was any. */
  order(deviceId: string, order: ScreenOrder): boolean;
}

export interface PrinterOrders {
  /** On exactly this printer, no other standing in. */
  printOn(printerId: string, job: PrintJob): Promise<PrintOutcome>;
}

export interface ScannerOrders {
  /** What it reads next is only counted; false where there is none of that id. */
  tryOut(scannerId: string): Promise<boolean>;
}
