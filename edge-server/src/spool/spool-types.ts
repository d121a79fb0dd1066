// What the spool is made of: where paper is wanted, which printers there are, and how a job ended.

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { PrinterStatus, PrintOutcome, TicketPrinter } from '../ports/ticket-printer.ts';

/** A kiosk by the id of its device; undefined: the desk. */
export type PrintPlace = string | undefined;

/** A printer of the clinic. Each has an order of its own, in which its jobs leave. */
export interface Lane {
  readonly id: string;
  /** As the clinic calls it; empty where it is the only one and nobody named it. */
  readonly name: string;
  readonly printer: TicketPrinter;
  /** The lane that prints instead while this one cannot. */
  readonly backup?: string;
}

/** Who prints where. */
export interface Places {
  /** The lane of everything that has no line below. */
  readonly desk: string;
  /** By the kiosk's name or the id of its device. */
  readonly kiosks: { readonly [kiosk: string]: string };
}

export type SpooledEnd = PrintOutcome & {
  /** The name of the printer that took it, where that is not the one of its place. */
  readonly elsewhere?: string;
};

/** How a printer is, and since when. */
export interface LaneReport extends Omit<PrinterStatus, 'waiting'> {
  readonly id: string;
  readonly name: string;
  readonly since: EpochMs;
}
