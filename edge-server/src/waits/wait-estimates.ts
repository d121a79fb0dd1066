// Estimates follow the queue: after a commit, and as time passes, the newest state is asked about, one question at a
// time. A call's own patch is never behind it: the question is put after everybody who was called is told, and what comes
// of it shows every few seconds at most. A new ticket alone is asked about at once, for its patient is reading; one whose
// paper waits does not wait for what is left of another's answer, either.

import type { TicketId } from '@foyer/contracts/ids.ts';
import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { EstimatedWait } from '@foyer/contracts/wait-events.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { Log } from '../ports/log.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { Writer } from '../ports/writer.ts';
import type { SystemCommands } from '../reactions/system-commands.ts';
import type { ClinicState, ToldWaits } from '../views/clinic-state.ts';
import type { WaitAnswer } from './answer.ts';
import type { Estimator } from './estimator.ts';
import { waitQuestion } from './question.ts';
import { nothingTold, toldOf, toldWaits } from './told-waits.ts';

export interface WaitEstimatesParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly state: () => ClinicState | undefined;
  readonly readModel: Pick<ReadModel, 'learnedWaits'>;
  readonly estimator: Estimator;
  readonly screens: { waitsAre(waits: ToldWaits): void };
  readonly commands: Pick<SystemCommands, 'send'>;
  readonly log: Log;
}

/** Between two answers that show, unless somebody has just taken a number. */
export const everyMs = 3 * secondMs;
/** Also where nothing happens: who is served gets nearer to the end. The first screen of a morning is told sooner. */
const lookAgainMs = 30 * secondMs;
/** First estimates are written together. */
export const writeAfterMs = 5 * secondMs;
/** An older ticket was estimated before this process began. */
const newForMs = 2 * minuteMs;
/** In one command: whoever is called meanwhile waits behind it for a few milliseconds, and not for thirty. */
const mostAtOnce = 25;
const mostOvertaken = 5;
/** After these something more is learned. */
const teaching: ReadonlySet<string> = new Set([
  'v1.TicketCalled',
  'v1.ServiceStarted',
  'v1.ServiceFinished',
  'v1.TicketTransferred',
  'v1.TicketClosed',
  'v1.AppointmentCheckedIn',
  'v1.ServicePointOpened',
  'v1.ServicePointPaused',
  'v1.ServicePointClosed',
  'v1.PriorityChanged',
  'v1.WaitEstimated',
  'v1.WaitGraded',
]);

export class WaitEstimates {
  readonly name = 'wait-estimates';
  readonly #parts: WaitEstimatesParts;
  readonly #estimated = new Set<TicketId>();
  readonly #toWrite: EstimatedWait[] = [];
  readonly #awaited = new Map<TicketId, ((told: WaitView | undefined) => void)[]>();
  /** Given a moment ago, as far as the last commit said; a day's tickets are too many to look through at each. */
  readonly #newcomers = new Set<TicketId>();
  /** Who was waiting when the last question was put. */
  #askedAbout: ReadonlySet<TicketId> = new Set();
  #told: ToldWaits = nothingTold;
  #asking = 0;
  /** Questions in a row that ended early for a newer one. */
  #overtaken = 0;
  #askAgain = false;
  #hasLearned = true;
  #isRunning = false;
  #isResting = false;
  #rest: NodeJS.Timeout | undefined;
  #look: NodeJS.Timeout | undefined;
  #begin: NodeJS.Timeout | undefined;
  #write: NodeJS.Timeout | undefined;

  constructor(parts: WaitEstimatesParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#isRunning = true;
    for (const id of this.#parts.state()?.queue.tickets.keys() ?? []) this.#newcomers.add(id);
    this.#parts.writer.onCommitted(({ rows, queue }) => {
      for (const { id } of queue.tickets ?? []) this.#newcomers.add(id);
      this.#hasLearned ||= rows.some(({ type }) => teaching.has(type));
      setImmediate(() => this.#changed());
    });
    this.#look = setInterval(() => this.#changed(), lookAgainMs).unref();
    this.#begin = setInterval(() => {
      if (this.#told === nothingTold) this.#changed();
    }, everyMs).unref();
    this.#restAWhile();
    this.#changed();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    for (const timer of [this.#rest, this.#look, this.#begin, this.#write]) clearTimeout(timer);
    for (const id of this.#awaited.keys()) this.#tell(id, undefined);
    await this.#parts.estimator.stop();
  }

  /** What is told of a ticket that was just given; undefined when nothing is within this time. */
  first(ticketId: TicketId, withinMs: number): Promise<WaitView | undefined> {
    const told = this.#told.tickets.get(ticketId);
    if (told !== undefined || !this.#isRunning) return Promise.resolve(told);
    return new Promise((resolve) => {
      this.#awaited.set(ticketId, [...(this.#awaited.get(ticketId) ?? []), resolve]);
      this.#changed();
      setTimeout(() => this.#tell(ticketId, undefined), withinMs).unref();
    });
  }

  #changed(): void {
    const state = this.#parts.state();
    if (!this.#isRunning || state === undefined || evacuationNow(state.queue) !== undefined) return;
    this.#askAgain = true;
    if (this.#asking > 0 ? !this.#mayOvertake(state) : this.#isResting && !this.#hasNew(state)) return;
    void this.#ask(state);
  }

  #hasNew(state: ClinicState): boolean {
    for (const id of this.#newcomers) {
      const ticket = state.queue.tickets.get(id);
      const isOne = ticket !== undefined && isNew(ticket, state.now) && !this.#askedAbout.has(id);
      if (isOne) return true;
      this.#newcomers.delete(id);
    }
    return false;
  }

  /** Paper waits that the question under way knows nothing of. Who might come has an answer now and then all the same. */
  #mayOvertake(state: ClinicState): boolean {
    if (this.#asking > 1 || this.#overtaken >= mostOvertaken) return false;
    return this.#hasNew(state) && [...this.#awaited.keys()].some((id) => !this.#askedAbout.has(id));
  }

  async #ask(state: ClinicState): Promise<void> {
    const { estimator, readModel, log } = this.#parts;
    this.#askAgain = false;
    if (!isAnybodyAsking(state)) return this.#heard(nothingAsked(state.now));
    this.#asking += 1;
    const question = waitQuestion(state);
    this.#askedAbout = new Set(question.queue.tickets.keys());
    const hasLearned = this.#hasLearned;
    this.#hasLearned = false;
    try {
      const learned = { hasChanged: hasLearned, all: () => readModel.learnedWaits() };
      const answer = await estimator.estimate(question, learned, (soFar) => this.#tellAwaited(soFar));
      this.#overtaken = answer === undefined ? this.#overtaken + 1 : 0;
      if (answer !== undefined) this.#heard(answer);
    } catch (cause) {
      this.#hasLearned = true;
      if (this.#isRunning) log.error('waits-not-estimated', {}, cause);
      this.#sayNothing();
    }
    this.#asking -= 1;
    if (this.#asking > 0) return;
    this.#restAWhile();
    const next = this.#parts.state();
    if (this.#askAgain && next !== undefined && this.#hasNew(next)) this.#changed();
  }

  #restAWhile(): void {
    this.#isResting = true;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#isResting = false;
      if (this.#askAgain) this.#changed();
    }, everyMs).unref();
  }

  #heard(answer: WaitAnswer): void {
    const state = this.#parts.state();
    if (!this.#isRunning || state === undefined) return;
    this.#keepFirst(answer, state);
    const told = toldWaits(answer, state, this.#told);
    if (told !== this.#told) {
      this.#told = told;
      this.#parts.screens.waitsAre(told);
    }
    this.#tellAwaited(answer);
  }

  /** Paper waits for this, and for nobody who might come. */
  #tellAwaited(answer: WaitAnswer): void {
    const state = this.#parts.state();
    if (!this.#isRunning || state === undefined) return;
    for (const id of this.#awaited.keys()) {
      const ticket = state.queue.tickets.get(id);
      const wait = ticket && toldOf(ticket, answer, state, this.#told);
      if (wait !== undefined) this.#tell(id, wait);
    }
  }

  /** What was told before would be believed for as long as nothing new is known. */
  #sayNothing(): void {
    if (!this.#isRunning || this.#told === nothingTold) return;
    this.#told = nothingTold;
    this.#parts.screens.waitsAre(nothingTold);
  }

  #tell(ticketId: TicketId, told: WaitView | undefined): void {
    const resolves = this.#awaited.get(ticketId) ?? [];
    this.#awaited.delete(ticketId);
    for (const resolve of resolves) resolve(told);
  }

  #keepFirst({ at, tickets }: WaitAnswer, state: ClinicState): void {
    for (const id of this.#estimated) if (!state.queue.tickets.has(id)) this.#estimated.delete(id);
    for (const [ticketId, { fromMs, untilMs, medianMs, basis }] of tickets) {
      const ticket = state.queue.tickets.get(ticketId);
      if (ticket === undefined || !isNew(ticket, at) || this.#estimated.has(ticketId)) continue;
      this.#estimated.add(ticketId);
      this.#toWrite.push({
        ticketId,
        serviceId: ticket.standing.serviceId,
        estimatedAt: at,
        fromMs: Math.round(fromMs),
        untilMs: Math.round(untilMs),
        medianMs: Math.round(medianMs),
        basis,
      });
    }
    if (this.#toWrite.length > 0) this.#write ??= setTimeout(() => void this.#writeFirst(), writeAfterMs).unref();
  }

  async #writeFirst(): Promise<void> {
    this.#write = undefined;
    const state = this.#parts.state();
    if (!this.#isRunning || state === undefined) return;
    const estimates = this.#toWrite.splice(0, mostAtOnce);
    await this.#parts.commands.send({ type: 'record-waits', estimates });
    if (this.#toWrite.length > 0 && this.#isRunning) this.#write ??= setTimeout(() => void this.#writeFirst(), 0);
  }
}

function nothingAsked(at: number): WaitAnswer {
  return { at, tickets: new Map(), services: new Map(), endsFirst: { tickets: new Set(), services: new Set() } };
}

/** Given here just now, and not called yet. What was on paper first was never told anything. */
function isNew({ issuedAt, source, standing }: TicketRecord, now: number): boolean {
  const waits = standing.state === TicketState.waiting && standing.callCount === 0;
  return waits && source !== 'paper' && now - issuedAt < newForMs;
}

/** Somebody waits, or a screen says how long whoever might come would wait for a point that is open. */
function isAnybodyAsking({ queue, devices }: ClinicState): boolean {
  for (const { standing } of queue.tickets.values()) if (standing.state === TicketState.waiting) return true;
  const isToldSomewhere = devices.some(({ connected }) => connected);
  return isToldSomewhere && [...queue.servicePoints.values()].some(({ state }) => state === 'open');
}
