// A receipt printer on a cable. One job at a time, in the order they came.
// Invariants: a document is sent at most once, whatever happens; a job is tried again only while nothing of it was
// sent, within its patience and its life; what failed is never printed later. How it is, it is asked before and after
// each job and often enough between them that somebody hears of a fault within five seconds; where it tells by itself, at once.

import { setTimeout as sleep } from 'node:timers/promises';

import type { EpochMs } from '@foyer/contracts/time.ts';

import type { Clock } from '../../ports/clock.ts';
import { type Log, silentLog } from '../../ports/log.ts';
import {
  type Paper,
  PrintDoubt,
  PrintFailure,
  type PrinterStatus,
  type PrintJob,
  type PrintOutcome,
  type TicketPrinter,
} from '../../ports/ticket-printer.ts';
import { planDocument, planPrint } from './plan-print.ts';
import { PrinterContacts, type PrinterContact } from './printer-contacts.ts';
import type { PrinterDialogue } from './printer-dialogue.ts';
import type { PrinterLine } from './printer-line.ts';
import { printerLink } from './printer-link.ts';
import { epson80, type PrinterProfile } from './printer-profile.ts';
import { StatusBoard } from './status-board.ts';

export interface PrinterTiming {
  readonly connectMs: number;
  /** Silence after a question that makes a printer mute. */
  readonly answerMs: number;
  /** How long it may take nothing of what is written to it. */
  readonly writeMs: number;
  readonly confirmMs: number;
  readonly watchMs: number;
  /** How long after it came a job may wait for a fault to pass; the kiosk says "no paper" then. */
  readonly patienceMs: number;
  readonly retryMs: number;
  /** How often an idle printer is asked how it is, when it was well and when it was not. */
  readonly idleMs: number;
  readonly faultyMs: number;
  /** How long a job that is under way may keep `stop` from ending. */
  readonly partingMs: number;
}

export const usualTiming: PrinterTiming = {
  connectMs: 2_000,
  answerMs: 1_500,
  writeMs: 5_000,
  confirmMs: 10_000,
  watchMs: 500,
  patienceMs: 3_000,
  retryMs: 500,
  idleMs: 2_500,
  faultyMs: 2_000,
  partingMs: 2_000,
};

export interface ThermalPrinterOptions {
  /** `tcp://host:port`, a device path, or `cups:QUEUE`. */
  readonly address: string;
  readonly clock: Clock;
  readonly profile?: PrinterProfile;
  readonly timing?: PrinterTiming;
  readonly log?: Log;
}

interface QueuedJob {
  readonly job: PrintJob;
  /** On the monotonic clock. */
  readonly patientUntil: number;
  readonly settle: (outcome: PrintOutcome) => void;
}

/** An attempt that touched no paper may be repeated. */
interface Attempt {
  readonly outcome: PrintOutcome;
  readonly repeatable: boolean;
}

/** The line was given up in the middle: nobody knows what of a document that was begun is on paper. */
function unfinished({ hasBegun }: PrinterDialogue): Attempt {
  const outcome: PrintOutcome = hasBegun
    ? { outcome: 'unknown', code: PrintDoubt.unknown }
    : { outcome: 'failed', code: PrintFailure.mute };
  return { outcome, repeatable: false };
}

const REMEMBERED_JOBS = 200;

export class ThermalPrinter implements TicketPrinter {
  readonly name = 'thermal-printer';
  readonly #contacts: PrinterContacts;
  readonly #clock: Clock;
  readonly #profile: PrinterProfile;
  readonly #timing: PrinterTiming;
  readonly #log: Log;
  readonly #board = new StatusBoard('unknown');
  readonly #outcomes = new Map<string, Promise<PrintOutcome>>();
  readonly #queue: QueuedJob[] = [];
  readonly #stopping = new AbortController();
  /** Aborted when a job under way has kept `stop` waiting for long enough. */
  readonly #hangingUp = new AbortController();
  #working: Promise<void> | undefined;
  #nextCheck: NodeJS.Timeout | undefined;

  constructor({ address, clock, profile = epson80, timing = usualTiming, log = silentLog }: ThermalPrinterOptions) {
    this.#clock = clock;
    this.#profile = profile;
    this.#timing = timing;
    this.#log = log;
    this.#contacts = new PrinterContacts({
      link: printerLink(address),
      support: profile.status,
      timing,
      onStatus: (status) => this.#board.seen(status),
      onGone: () => this.#lookSoon(),
    });
  }

  /** Begins to watch the printer; one that is off does not keep the edge from starting. */
  start(): Promise<void> {
    this.#work();
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#nextCheck);
    const parting = setTimeout(() => this.#hangingUp.abort(), this.#timing.partingMs);
    await this.#working;
    clearTimeout(parting);
    this.#contacts.close();
  }

  print(job: PrintJob): Promise<PrintOutcome> {
    const known = this.#outcomes.get(job.jobId);
    if (known !== undefined) return known;
    const outcome = new Promise<PrintOutcome>((settle) => {
      this.#queue.push({
        job,
        settle,
        patientUntil: this.#clock.monotonic() + this.#timing.patienceMs,
      });
    });
    this.#remember(job.jobId, outcome);
    this.#board.waiting(this.#queue.length);
    this.#work();
    return outcome;
  }

  prepare(paper: Paper): void {
    const draws = async (): Promise<void> => {
      const { drawAhead } = await import('./draw-ahead.ts');
      await drawAhead(planDocument(paper, this.#profile), this.#profile);
    };
    draws().catch((cause: unknown) => this.#log.error('document-not-prepared', { kind: paper.kind }, cause));
  }

  status(): PrinterStatus {
    return this.#board.status;
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    return this.#board.onStatus(listener);
  }

  /** Empties the queue, or asks an idle printer how it is; then sleeps until the next question. */
  #work(): void {
    if (this.#working !== undefined) return;
    clearTimeout(this.#nextCheck);
    this.#working = this.#workThroughQueue().finally(() => {
      this.#working = undefined;
      if (this.#queue.length > 0) return this.#work();
      if (this.#stopping.signal.aborted) return;
      const wellAgain = this.#board.status.health === 'ready' ? this.#timing.idleMs : this.#timing.faultyMs;
      this.#nextCheck = setTimeout(() => this.#work(), wellAgain).unref();
    });
  }

  /** One that lets nobody stay is not asked over and over again. */
  #lookSoon(): void {
    if (this.#working !== undefined || this.#stopping.signal.aborted) return;
    clearTimeout(this.#nextCheck);
    this.#nextCheck = setTimeout(() => this.#work(), this.#timing.retryMs).unref();
  }

  async #workThroughQueue(): Promise<void> {
    if (this.#queue.length === 0) {
      if (!this.#stopping.signal.aborted) await this.#check();
      return;
    }
    for (;;) {
      const next = this.#queue[0];
      if (next === undefined) return;
      const outcome = await this.#printPatiently(next).catch((cause): PrintOutcome => {
        // A document that cannot be drawn must not stop the ones behind it.
        this.#log.error('document-not-printable', { jobId: next.job.jobId }, cause);
        return { outcome: 'failed', code: PrintFailure.off };
      });
      this.#queue.shift();
      this.#board.waiting(this.#queue.length);
      next.settle(outcome);
    }
  }

  async #printPatiently({ job, patientUntil }: QueuedJob): Promise<PrintOutcome> {
    for (;;) {
      if (this.#stopping.signal.aborted) return { outcome: 'failed', code: PrintFailure.expired };
      const { outcome, repeatable } = await this.#attempt(job);
      const mayWait = this.#clock.monotonic() + this.#timing.retryMs <= patientUntil;
      if (!repeatable || !mayWait) return outcome;
      await this.#pause(this.#timing.retryMs);
    }
  }

  async #attempt(job: PrintJob): Promise<Attempt> {
    if (this.#now() > job.notAfter) {
      return { outcome: { outcome: 'failed', code: PrintFailure.expired }, repeatable: false };
    }
    const contact = await this.#contact();
    if (contact === undefined) return { outcome: { outcome: 'failed', code: PrintFailure.off }, repeatable: true };
    const { line, dialogue } = contact;
    let attempt: Attempt | undefined;
    try {
      attempt = await this.#orHangUp(
        line,
        () => this.#printOver(dialogue, job),
        () => unfinished(dialogue),
      );
      return attempt;
    } finally {
      // What a silent printer was sent and has not taken must not reach it when it wakes.
      if (attempt === undefined || isSilentEnd(attempt.outcome)) this.#contacts.drop(contact);
      else this.#contacts.leave(contact);
    }
  }

  async #printOver(dialogue: PrinterDialogue, job: PrintJob): Promise<Attempt> {
    const steps = planPrint(job, this.#board.status, this.#profile, this.#now());
    // Canvas and fonts are loaded by the first document and not by the start of the edge.
    const { executeSteps } = await import('./execute-steps.ts');
    const outcome = await executeSteps(steps, {
      profile: this.#profile,
      dialogue,
      timing: this.#timing,
    });
    const refused = steps[0]?.kind === 'fail';
    if (!refused && outcome.outcome !== 'printed') this.#board.seen(await dialogue.status());
    return { outcome, repeatable: refused };
  }

  async #check(): Promise<void> {
    const contact = await this.#contact();
    if (contact === undefined) return;
    if (this.#board.status.health === PrintFailure.mute) this.#contacts.drop(contact);
    else this.#contacts.leave(contact);
  }

  /** A line over which the printer has just said how it is; undefined where there is none. */
  async #contact(): Promise<PrinterContact | undefined> {
    const contact = await this.#contacts.open();
    if (contact === undefined) {
      this.#board.seen({ health: PrintFailure.off, paperLow: false });
      return undefined;
    }
    const { line, dialogue, wasHeld } = contact;
    const status = await this.#orHangUp(
      line,
      () => dialogue.status(),
      () => this.#board.status,
    );
    // Between two jobs it may have been switched off and on, and is there all the same.
    if (wasHeld && status.health === PrintFailure.off) {
      this.#contacts.drop(contact);
      return this.#contact();
    }
    this.#board.seen(status);
    return contact;
  }

  /** What `act` gives, or `otherwise` where a stop does not wait for it any longer. */
  async #orHangUp<T>(line: PrinterLine, act: () => Promise<T>, otherwise: () => T): Promise<T> {
    const { signal } = this.#hangingUp;
    let hangUp = (): void => undefined;
    const hungUp = new Promise<T>((resolve) => {
      hangUp = () => {
        line.destroy();
        resolve(otherwise());
      };
      signal.addEventListener('abort', hangUp, { once: true });
    });
    if (signal.aborted) hangUp();
    try {
      return await Promise.race([hungUp, act()]);
    } finally {
      signal.removeEventListener('abort', hangUp);
    }
  }

  #remember(jobId: string, outcome: Promise<PrintOutcome>): void {
    this.#outcomes.set(jobId, outcome);
    const oldest = this.#outcomes.keys().next().value;
    if (this.#outcomes.size > REMEMBERED_JOBS && oldest !== undefined) this.#outcomes.delete(oldest);
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  #now(): EpochMs {
    return this.#clock.wall();
  }
}

/** Of a printer that does not listen any more: what is written to it stays where it is. */
function isSilentEnd(outcome: PrintOutcome): boolean {
  if (outcome.outcome === 'unknown') return outcome.code === PrintDoubt.unknown;
  return outcome.outcome === 'failed' && outcome.code === PrintFailure.mute;
}
