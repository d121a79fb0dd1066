// Paper after the commit: the ticket that was issued at a kiosk or by staff, the one that is wanted once more, the
// receipt of a payment, a till's report, numbers that are printed ahead, and the list of whom to look for in an
// evacuation. What became of it goes into the log and onto the screens; a ticket is valid whatever the printer says.

import type { EventBody } from '@foyer/contracts/events.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { initialsOf } from '@foyer/domain/identity-documents/names.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { LogoPictures } from '../ports/logo-pictures.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { type Paper, type PrintJob, printJobLifeMs } from '../ports/ticket-printer.ts';
import type { CommittedRow, Writer } from '../ports/writer.ts';
import type { PrintSpool } from '../spool/print-spool.ts';
import type { ClinicState, Print } from '../views/clinic-state.ts';
import { receiptDocument, ticketDocument } from './documents.ts';
import { musterDocument } from './muster-document.ts';
import { paperLook } from './paper-look.ts';
import { paperNumbersDocument } from './paper-numbers-document.ts';
import type { SystemCommands } from './system-commands.ts';
import { tillReportDocument } from './till-report-document.ts';
import { wantsPaper } from './wants-paper.ts';

/** Facts after which paper is wanted. */
const wanting: ReadonlySet<string> = new Set([
  'v1.TicketIssued',
  'v1.ReprintRequested',
  'v1.PaymentTaken',
  'v1.TillClosed',
  'v1.TillReportRequested',
  'v1.EvacuationStarted',
  'v1.MusterListRequested',
  'v1.PaperNumbersDrawn',
]);

/** A ticket is printed without its wait when nothing is known of that so soon. */
const estimatedWithinMs = secondMs / 2;

export interface PrintDocumentsParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly spool: Pick<PrintSpool, 'print' | 'prepare' | 'hasPrinter'>;
  readonly state: () => ClinicState | undefined;
  readonly readModel: Pick<ReadModel, 'patient'>;
  readonly logos: LogoPictures;
  readonly screens: { printed(print: Print): void };
  readonly waits: { first(ticketId: string, withinMs: number): Promise<WaitView | undefined> };
  readonly commands: Pick<SystemCommands, 'send'>;
  readonly ids: Pick<Ids, 'newId'>;
  readonly log: Log;
}

export class PrintDocuments {
  readonly name = 'print-documents';
  readonly #parts: PrintDocumentsParts;
  #running = false;

  constructor(parts: PrintDocumentsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#running = true;
    this.#parts.writer.onCommitted(({ rows }) => {
      const wanted = rows.filter(({ type }) => wanting.has(type));
      // After whoever sent it was answered: paper may wait, a person does not.
      if (wanted.length > 0) setImmediate(() => this.#reactAll(wanted));
    });
  }

  async stop(): Promise<void> {
    this.#running = false;
  }

  #reactAll(rows: readonly CommittedRow[]): void {
    if (!this.#running) return;
    for (const row of rows) {
      this.#react(row).catch((cause: unknown) => this.#parts.log.error('not-printed', { seq: row.seq }, cause));
    }
  }

  async #react(row: CommittedRow): Promise<void> {
    switch (row.type) {
      case 'v1.TicketIssued': {
        const issued = row.body as EventBody<'v1.TicketIssued'>;
        if (wantsPaper(issued, this.#parts.spool.hasPrinter)) await this.#ticket(issued.ticketId, row);
        return;
      }
      case 'v1.ReprintRequested':
        return this.#ticket((row.body as EventBody<'v1.ReprintRequested'>).ticketId, row);
      case 'v1.PaymentTaken':
        return this.#receipt((row.body as EventBody<'v1.PaymentTaken'>).paymentId, row);
      case 'v1.PaperNumbersDrawn':
        return this.#paperNumbers(row);
      case 'v1.TillClosed':
      case 'v1.TillReportRequested':
        return this.#tillReport((row.body as EventBody<'v1.TillReportRequested'>).tillId, row);
      case 'v1.EvacuationStarted':
      case 'v1.MusterListRequested':
        return this.#musterList(row);
    }
  }

  async #ticket(ticketId: string, { actor, at }: CommittedRow): Promise<void> {
    const { ids, log, spool, waits } = this.#parts;
    const deviceId = actor.startsWith('device:') ? actor.slice('device:'.length) : undefined;
    const told = waits.first(ticketId, estimatedWithinMs);
    // All but the wait is known already.
    const early = await this.#ticketPaper(ticketId).catch((cause: unknown) => log.error('not-prepared', {}, cause));
    if (early) spool.prepare(early, deviceId);
    const paper = await this.#ticketPaper(ticketId, await told);
    if (paper === undefined) return;
    await this.#print({ jobId: ids.newId(at), notAfter: at + printJobLifeMs, ...paper }, { ticketId, deviceId, at });
  }

  async #ticketPaper(ticketId: string, wait?: WaitView): Promise<Extract<Paper, { kind: 'ticket' }> | undefined> {
    const { logos, readModel } = this.#parts;
    const state = this.#parts.state();
    const ticket = state?.queue.tickets.get(ticketId);
    if (state === undefined || ticket === undefined) return undefined;
    const patient = ticket.patientId === null ? undefined : readModel.patient(ticket.patientId);
    const initials = patient === undefined ? undefined : initialsOf(patient.details.name);
    const document = ticketDocument(ticket, state, initials, wait);
    return { kind: 'ticket', document, ...(await paperLook(state.configuration.paper?.ticket, logos)) };
  }

  async #receipt(paymentId: string, { at }: CommittedRow): Promise<void> {
    const state = this.#parts.state();
    const payment = state?.billing.payments.get(paymentId);
    if (state === undefined || payment === undefined) return;
    const jobId = this.#parts.ids.newId(at);
    const document = receiptDocument(payment, state);
    const look = await paperLook(state.configuration.paper?.receipt, this.#parts.logos);
    const job = { kind: 'receipt', jobId, notAfter: at + printJobLifeMs, document, ...look } as const;
    await this.#print(job, { paymentId, at });
  }

  async #tillReport(tillId: string, { at }: CommittedRow): Promise<void> {
    const state = this.#parts.state();
    const till = state?.billing.tills.get(tillId);
    if (state === undefined || till === undefined) return;
    const jobId = this.#parts.ids.newId(at);
    const document = tillReportDocument(till, state);
    const look = await paperLook(state.configuration.paper?.['till-report'], this.#parts.logos);
    await this.#print({ kind: 'till-report', jobId, notAfter: at + printJobLifeMs, document, ...look }, { tillId, at });
  }

  async #musterList({ at }: CommittedRow): Promise<void> {
    const state = this.#parts.state();
    if (state === undefined) return;
    const document = musterDocument(state);
    if (document === undefined) return;
    const jobId = this.#parts.ids.newId(at);
    const look = await paperLook(state.configuration.paper?.['muster-list'], this.#parts.logos);
    const job = { kind: 'muster-list', jobId, notAfter: at + printJobLifeMs, document, ...look } as const;
    await this.#print(job, { isMuster: true, at });
  }

  async #paperNumbers({ at, body }: CommittedRow): Promise<void> {
    const state = this.#parts.state();
    const drawn = body as EventBody<'v1.PaperNumbersDrawn'>;
    if (state === undefined || drawn.print === false) return;
    const jobId = this.#parts.ids.newId(at);
    const document = paperNumbersDocument(drawn, state);
    const look = await paperLook(state.configuration.paper?.['paper-numbers'], this.#parts.logos);
    await this.#print({ kind: 'paper-numbers', jobId, notAfter: at + printJobLifeMs, document, ...look }, { at });
  }

  async #print(
    job: PrintJob,
    {
      at,
      ticketId,
      paymentId,
      tillId,
      deviceId,
      isMuster,
    }: {
      at: number;
      isMuster?: true;
      ticketId?: string;
      paymentId?: string;
      tillId?: string;
      deviceId?: string | undefined;
    },
  ): Promise<void> {
    const { spool, screens, commands } = this.#parts;
    const { jobId } = job;
    const about = {
      ...(ticketId === undefined ? {} : { ticketId }),
      ...(paymentId === undefined ? {} : { paymentId }),
    };
    const print = {
      jobId,
      at,
      ...about,
      ...(tillId === undefined ? {} : { tillId }),
      ...(isMuster === undefined ? {} : { isMuster }),
      ...(deviceId === undefined ? {} : { deviceId }),
    };
    // The printer is asked how it is while the screens are told.
    const ends = spool.print(job, deviceId);
    screens.printed({ ...print, state: 'printing' });
    const end = await ends;
    const where = end.elsewhere === undefined ? {} : { printer: end.elsewhere };
    if (end.outcome === 'printed') screens.printed({ ...print, ...where, state: 'printed' });
    else screens.printed({ ...print, ...where, state: end.outcome, code: end.code });
    // Without a printer there is nothing to record: nobody tried.
    if (end.outcome === 'failed' && end.code === 'no-printer') return;
    const said = end.outcome === 'printed' ? 'printed' : end.code;
    await commands.send({ type: 'record-print', jobId, outcome: said, ...about });
  }
}
