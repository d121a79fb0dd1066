// Sheets that were on their way when the edge was cut off: nobody can say any more what became of them. Their end is
// written as unknown, and what had no paper before the start is offered again after it.

import type { EventBody } from '@foyer/contracts/events.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { Ids } from '../ports/ids.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { PrintDoubt } from '../ports/ticket-printer.ts';
import type { Print } from '../views/clinic-state.ts';
import type { SystemCommands } from './system-commands.ts';
import { wantsPaper } from './wants-paper.ts';

/** The tail of the log that is read: more than a box prints within hours. */
const rowsRead = 2_000;
/** A job has its end within this, unless there was nobody to write it. */
const onItsWayMs = 3 * minuteMs;

export interface SettlePrintsParts {
  readonly readModel: Pick<ReadModel, 'position' | 'logAfter'>;
  readonly hasPrinter: () => boolean;
  readonly screens: { printed(print: Print): void };
  readonly commands: Pick<SystemCommands, 'send'>;
  readonly ids: Pick<Ids, 'newId'>;
}

/** What the log says of the sheets of one ticket or payment. */
interface Sheets {
  readonly about: { readonly ticketId?: string; readonly paymentId?: string };
  wanted: number;
  ended: number;
  wantedAt: number;
  /** Of the last end that was no paper. */
  code: string | undefined;
}

export class SettlePrints {
  readonly name = 'settle-prints';
  readonly #parts: SettlePrintsParts;

  constructor(parts: SettlePrintsParts) {
    this.#parts = parts;
  }

  /** Reads once; what is committed from now on has whoever prints it. */
  async start(): Promise<void> {
    const { readModel, hasPrinter, screens, commands, ids } = this.#parts;
    if (!hasPrinter()) return;
    const { epoch, seq, at } = readModel.position();
    const rows = readModel.logAfter({ epoch, seq: Math.max(0, seq - rowsRead) }, rowsRead);
    for (const { about, wanted, ended, wantedAt, code } of sheetsOf(rows).values()) {
      const jobId = ids.newId(at);
      const isCutOff = wanted > ended && wantedAt > at - onItsWayMs;
      if (isCutOff) await commands.send({ type: 'record-print', jobId, outcome: PrintDoubt.unknown, ...about });
      const doubt = isCutOff ? PrintDoubt.unknown : code;
      if (doubt === undefined || about.ticketId === undefined) continue;
      const state = doubt === PrintDoubt.unknown || doubt === PrintDoubt.unproven ? 'unknown' : 'failed';
      screens.printed({ jobId, at: wantedAt, ...about, state, code: doubt });
    }
  }

  async stop(): Promise<void> {}
}

function sheetsOf(rows: readonly LogRow[]): ReadonlyMap<string, Sheets> {
  const sheets = new Map<string, Sheets>();
  const of = (about: Sheets['about']): Sheets => {
    const key = about.ticketId ?? about.paymentId ?? '';
    const known = sheets.get(key) ?? { about, wanted: 0, ended: 0, wantedAt: 0, code: undefined };
    sheets.set(key, known);
    return known;
  };
  for (const { type, at, body } of rows) {
    switch (type) {
      case 'v1.TicketIssued': {
        const issued = JSON.parse(body) as EventBody<'v1.TicketIssued'>;
        if (wantsPaper(issued, true)) wanted(of({ ticketId: issued.ticketId }), at);
        break;
      }
      case 'v1.ReprintRequested':
        wanted(of({ ticketId: (JSON.parse(body) as EventBody<'v1.ReprintRequested'>).ticketId }), at);
        break;
      case 'v1.PaymentTaken':
        wanted(of({ paymentId: (JSON.parse(body) as EventBody<'v1.PaymentTaken'>).paymentId }), at);
        break;
      case 'v1.DocumentPrinted':
      case 'v1.PrintFailed':
      case 'v1.PrintEndUnknown':
        ended(of, JSON.parse(body) as Ended);
        break;
    }
  }
  return sheets;
}

interface Ended {
  readonly ticketId?: string;
  readonly paymentId?: string;
  readonly code?: string;
}

function wanted(sheets: Sheets, at: number): void {
  sheets.wanted += 1;
  sheets.wantedAt = at;
}

/** A list or a report is nobody's in particular. */
function ended(of: (about: Sheets['about']) => Sheets, { ticketId, paymentId, code }: Ended): void {
  if (ticketId === undefined && paymentId === undefined) return;
  const sheets = of(ticketId === undefined ? { paymentId: paymentId! } : { ticketId });
  sheets.ended += 1;
  sheets.code = code;
}
