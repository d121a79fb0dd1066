// What the desk is told of printers: which need somebody, and who waits without paper once one prints again.

import { PrinterState, type PrinterView } from '@foyer/contracts/printer-view.ts';
import type { PrintView } from '@foyer/contracts/clinic-view.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';

export type FaultyState = Exclude<PrinterState, 'ready' | 'unknown'>;
export interface FaultyPrinter extends PrinterView {
  readonly state: FaultyState;
}
type Printers = Pick<StaffView, 'printers'>;

/** Those that need somebody, the longest first. */
export function faultyPrinters({ printers = {} }: Printers): readonly FaultyPrinter[] {
  return Object.values(printers)
    .filter(isFaulty)
    .toSorted((one, other) => one.since - other.since);
}

/** The same fault of the same printer; another one sounds again. */
export function faultKey({ id, state, since }: PrinterView): string {
  return `${id} ${state} ${since}`;
}

/** Whether a fault sounds: nobody at this tablet has said that they see to it, and the clinic is not shut. */
export function soundsOfPrinter(view: Printers & Pick<StaffView, 'quiet'>, seen: ReadonlySet<string>): boolean {
  return view.quiet !== true && faultyPrinters(view).some((printer) => !seen.has(faultKey(printer)));
}

/** Whose paper is offered: while a printer prints, to who waits still and was not put aside. */
export function paperOffered(
  { printer, unprinted = [], tickets }: Pick<StaffView, 'printer' | 'unprinted' | 'tickets'>,
  seen: ReadonlySet<string>,
): readonly StaffTicket[] {
  if (printer !== 'ready') return [];
  return unprinted
    .filter((id) => !seen.has(id))
    .map((id) => tickets[id])
    .filter((ticket) => ticket !== undefined);
}

/** The numbers of those who wait without paper, as far as this tablet is told. */
export function numbersUnprinted({ unprinted, prints, tickets }: Unprinted): readonly string[] {
  const ids =
    unprinted ??
    Object.values(prints)
      .filter(isLost)
      .map(({ ticketId }) => ticketId);
  return [...new Set(ids)]
    .map((id) => tickets[id ?? ''])
    .filter((ticket) => ticket?.state === 'waiting')
    .map((ticket) => ticket!.number);

  /** Ids of jobs are in the order of their making. */
  function isLost({ ticketId, state, jobId }: PrintView): boolean {
    if (ticketId === undefined || state !== 'failed') return false;
    return !Object.values(prints).some((other) => other.ticketId === ticketId && other.jobId > jobId);
  }
}
type Unprinted = Pick<StaffView, 'unprinted' | 'prints' | 'tickets'>;

function isFaulty(printer: PrinterView): printer is FaultyPrinter {
  return printer.state !== PrinterState.ready && printer.state !== PrinterState.unknown;
}
