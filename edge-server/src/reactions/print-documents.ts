// Paper after the commit: the ticket that a kiosk issued, and the receipt of a payment. What became of it goes into the
// log and onto the screens; a ticket is valid whatever the printer says.

import type { FactOf } from '@foyer/contracts/events.ts';
import { initialsOf } from '@foyer/domain/identity-documents/names.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { ReadModel } from '../ports/read-model.ts';
import { type PrintJob, type TicketPrinter, printJobLifeMs } from '../ports/ticket-printer.ts';
import type { CommittedRow, Writer } from '../ports/writer.ts';
import type { ClinicState, Print } from '../views/clinic-state.ts';
import { receiptDocument, ticketDocument } from './documents.ts';
import type { SystemCommands } from './system-commands.ts';

export interface PrintDocumentsParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly printer: TicketPrinter;
  readonly state: () => ClinicState | undefined;
  readonly readModel: Pick<ReadModel, 'patient'>;
  readonly screens: { printed(print: Print): void };
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
      const wanted = rows.filter(({ type }) => type === 'v1.TicketIssued' || type === 'v1.PaymentTaken');
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
    if (row.type === 'v1.TicketIssued') {
      const { ticketId, source } = row.body as FactOf<'v1.TicketIssued'>['body'];
      if (source === 'kiosk') await this.#ticket(ticketId, row);
    } else if (row.type === 'v1.PaymentTaken') {
      await this.#receipt((row.body as FactOf<'v1.PaymentTaken'>['body']).paymentId, row);
    }
  }

  async #ticket(ticketId: string, { actor, at }: CommittedRow): Promise<void> {
    const state = this.#parts.state();
    const ticket = state?.queue.tickets.get(ticketId);
    if (state === undefined || ticket === undefined) return;
    const patient = ticket.patientId === null ? undefined : this.#parts.readModel.patient(ticket.patientId);
    const document = ticketDocument(
      ticket,
      state,
      patient === undefined ? undefined : initialsOf(patient.details.name),
    );
    const jobId = this.#parts.ids.newId(at);
    const deviceId = actor.startsWith('device:') ? actor.slice('device:'.length) : undefined;
    await this.#print({ kind: 'ticket', jobId, notAfter: at + printJobLifeMs, document }, { ticketId, deviceId, at });
  }

  async #receipt(paymentId: string, { at }: CommittedRow): Promise<void> {
    const state = this.#parts.state();
    const payment = state?.billing.payments.get(paymentId);
    if (state === undefined || payment === undefined) return;
    const jobId = this.#parts.ids.newId(at);
    const document = receiptDocument(payment, state);
    await this.#print({ kind: 'receipt', jobId, notAfter: at + printJobLifeMs, document }, { paymentId, at });
  }

  async #print(
    job: PrintJob,
    {
      at,
      ticketId,
      paymentId,
      deviceId,
    }: { at: number; ticketId?: string; paymentId?: string; deviceId?: string | undefined },
  ): Promise<void> {
    const { printer, screens, commands } = this.#parts;
    const { jobId } = job;
    const about = {
      ...(ticketId === undefined ? {} : { ticketId }),
      ...(paymentId === undefined ? {} : { paymentId }),
    };
    const print = { jobId, at, ...about, ...(deviceId === undefined ? {} : { deviceId }) };
    screens.printed({ ...print, state: 'printing' });
    const outcome = await printer.print(job);
    if (outcome.outcome === 'printed') screens.printed({ ...print, state: 'printed' });
    else screens.printed({ ...print, state: 'failed', code: outcome.code });
    // Without a printer there is nothing to record: nobody tried.
    if (outcome.outcome === 'failed' && outcome.code === 'no-printer') return;
    const said = outcome.outcome === 'printed' ? 'printed' : outcome.code;
    await commands.send({ type: 'record-print', jobId, outcome: said, ...about });
  }
}
