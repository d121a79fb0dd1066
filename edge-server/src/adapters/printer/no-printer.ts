// The printer of a clinic that has none: says so at once, so that the kiosk shows the number and the staff are told.

import { PrintFailure, type PrinterStatus, type PrintOutcome, type TicketPrinter } from '../../ports/ticket-printer.ts';

const STATUS: PrinterStatus = { health: PrintFailure.noPrinter, paperLow: false, waiting: 0 };

export class NoPrinter implements TicketPrinter {
  readonly name = 'no-printer';

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  print(): Promise<PrintOutcome> {
    return Promise.resolve({ outcome: 'failed', code: PrintFailure.noPrinter });
  }

  status(): PrinterStatus {
    return STATUS;
  }

  onStatus(): () => void {
    return () => undefined;
  }
}
