// The writer without its thread: takes tasks in batches and answers them after their commit, with what it changed.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { openThroughChanges } from '@foyer/domain/calendar/opening-hours.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import { skippedNumbers } from '@foyer/domain/queue/skip-numbers.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { Box } from '../ports/box.ts';
import type { CodeVerifier } from '../ports/code-verifier.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Heartbeat } from '../ports/heartbeat.ts';
import type { Ids } from '../ports/ids.ts';
import type { OfferedCheckpoint } from '../ports/log-pruning.ts';
import type { Projections } from '../ports/projections.ts';
import type { ReferenceTables } from '../ports/reference-data.ts';
import type { Reserve } from '../ports/reserve.ts';
import type { Transactions } from '../ports/transactions.ts';
import type { Committed, Initialisation, StatusAnswer, Submission } from '../ports/writer.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { codeAnswer } from './answers.ts';
import { type BatchResult, runBatch } from './batch.ts';
import type { ClinicTime, Now } from './clinic-time.ts';
import type { CommandHandler } from './command-handler.ts';
import { FeedApplier } from './feed-applier.ts';
import { GapWatch } from './gap-watch.ts';
import { keepPrices } from './keep-prices.ts';
import type { BatchOutcome, Job, Task, TaskAnswer } from './jobs.ts';
import type { LogPruning } from './log-pruning.ts';
import type { LogWriter } from './log-writer.ts';
import type { Memory } from './memory.ts';
import { mayUseReserve } from './reserve-commands.ts';

export interface EngineParts {
  readonly transactions: Transactions;
  readonly log: EventLog;
  readonly projections: Projections;
  readonly reference: ReferenceTables;
  readonly box: Box;
  readonly heartbeat: Heartbeat;
  readonly reserve: Reserve;
  readonly ids: Ids;
  readonly codes: CodeVerifier;
  readonly time: ClinicTime;
  readonly memory: Memory;
  readonly writer: LogWriter;
  readonly commands: CommandHandler;
  readonly pruning: LogPruning;
  /** Runs after a commit that erased somebody: no byte of them stays on the disk. */
  readonly scrub: () => void;
  readonly onFault: (error: unknown, job: Job) => void;
}

const done = { ok: true, done: true } as const;
const rosterCommands: readonly CommandType[] = [
  'admit-temporary-staff',
  'end-temporary-staff',
  'reset-pin',
  'enrol-badge',
  'remove-badge',
];

export class WriterEngine {
  readonly #parts: EngineParts;
  readonly #feed: FeedApplier;
  readonly #gap: GapWatch;
  #referenceChanged = false;
  #loadedDay: string | undefined;
  /** The disk is full, and its reserve in use. */
  #isShort = false;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    const { reference, projections, memory, time, ids } = parts;
    this.#gap = new GapWatch(parts);
    this.#feed = new FeedApplier({
      reference,
      projections,
      memory,
      append: (facts) => this.#appendOwn(facts),
      initialise: (configuration) =>
        this.#initialise({ configuration, openServicePoints: false, staff: [], prices: [] }),
      submit: (submission) => this.#submit(submission),
      attempt: (apply) => this.#attempt(apply),
      newId: () => ids.newId(time.wall()),
      now: () => time.wall(),
    });
  }

  /** Reads what the tables hold. Answers whether the clock is so wrong that the change of day must freeze. */
  load(): { readonly clockIsWrong: boolean } {
    const { log, memory, time } = this.#parts;
    const last = log.last();
    memory.load(last);
    this.#loadedDay = last?.businessDay;
    return { clockIsWrong: last !== undefined && time.isWrongAtStart(last.at) };
  }

  /** Appends `v1.ClockFrozen`, unless it is frozen already. */
  freezeClock(): BatchOutcome {
    return this.#run(
      { kind: 'look-at-clock', id: 0 },
      () => undefined,
      () => {
        this.#freeze();
        return done;
      },
    );
  }

  /** Once, after `load`: appends `v1.GapNoticed` where the clinic was without this box for long. */
  noticeGap(): BatchOutcome {
    const isSetUp = this.#parts.memory.clinic?.configuration != null;
    return isSetUp && this.#gap.look() ? this.run({ kind: 'look-at-clock', id: 0 }, () => undefined) : { answers: [] };
  }

  run(first: Job, next: () => Job | undefined): BatchOutcome {
    return this.#run(first, next, (job) => this.#perform(job));
  }

  #run(first: Job, next: () => Job | undefined, perform: (job: Job) => TaskAnswer): BatchOutcome {
    const { memory, writer, reserve } = this.#parts;
    const before = memory.end;
    const taken: Job[] = [];
    let result = this.#batch(first, () => kept(taken, next()), perform);
    // The same once more, with the room that was set aside: what may not use it is refused then, and the rest is done.
    if (!result.ok && result.full && reserve.release()) result = this.#batch(first, () => taken.shift(), perform);
    const written = writer.takeWritten();
    const changed = memory.takeChanged();
    const full = this.#isShort ? { full: true as const } : {};
    if (!result.ok) {
      const { answers, error } = result;
      return result.full
        ? { answers, full: true }
        : { answers, fatal: { message: error instanceof Error ? error.message : String(error) } };
    }
    memory.letGoOfClosed(changed.queue.tickets);
    const { end } = memory;
    const reference = this.#referenceChanged;
    if (end === before && !reference) return { answers: result.answers, ...full };
    const committed: Committed = {
      epoch: end?.epoch ?? 0,
      seq: end?.seq ?? 0,
      at: end?.at ?? 0,
      businessDay: end?.businessDay ?? '',
      queue: changed.queue,
      billing: changed.billing,
      rows: written.rows,
      subjects: written.subjects,
      reference,
    };
    return this.#afterCommit({ answers: result.answers, committed, ...full });
  }

  #batch(first: Job, next: () => Job | undefined, perform: (job: Job) => TaskAnswer): BatchResult {
    const { transactions, memory, writer, onFault } = this.#parts;
    this.#referenceChanged = false;
    this.#isShort = this.#parts.reserve.isInUse && !this.#parts.reserve.hasRoom();
    const result = runBatch(first, next, { transactions, journal: memory.journal, perform, onFault });
    if (!result.ok) {
      writer.takeWritten();
      memory.takeChanged();
    }
    return result;
  }

  /** What must not wait for the next batch, and what a new business day lets go of. */
  #afterCommit(outcome: BatchOutcome): BatchOutcome {
    const { memory, scrub } = this.#parts;
    try {
      if (outcome.committed?.rows.some((row) => row.type === 'v1.SubjectErased') === true) scrub();
      if (memory.end?.businessDay !== this.#loadedDay) this.load();
      return outcome;
    } catch (error) {
      return {
        ...outcome,
        fatal: { message: error instanceof Error ? error.message : String(error) },
      };
    }
  }

  #perform(job: Job): TaskAnswer {
    const task: Task = job;
    if (this.#isShort && !mayUseReserve(job) && !this.#isRepeat(job)) return noRoom(job);
    this.#watchClock();
    // An ended epoch takes no new row: the day before a restored box is closed in the new one.
    if (task.kind !== 'begin-epoch') {
      this.#endDay();
      this.#gap.write((facts) => this.#appendOwn(facts));
    }
    switch (task.kind) {
      case 'submit':
        return this.#submit(task.submission);
      case 'feed':
        if (this.#feed.isOfAnotherClinic(task.page)) return { ok: false, failed: 'batch-of-another-clinic' };
        this.#referenceChanged = true;
        this.#feed.apply(task.page);
        this.#agreeOnTime(task.page.serverTime);
        return done;
      case 'acknowledged':
        this.#parts.reference.acknowledge(task.position);
        return done;
      case 'initialise':
        if (this.#parts.memory.clinic !== undefined) return { ok: false, failed: 'not-allowed' };
        this.#initialise(task.initialisation);
        return done;
      case 'begin-epoch':
        this.#beginEpoch(task);
        return done;
      case 'box':
        this.#referenceChanged ||= task.change.startsWith('device-');
        this.#parts.box.change(task.change, task.value);
        return done;
      case 'look-at-clock':
        return done;
      case 'beat':
        this.#parts.heartbeat.beat({ at: this.#parts.time.wall(), seq: this.#parts.memory.end?.seq ?? 0 });
        return done;
      case 'keep-base-part':
        this.#parts.pruning.keepPart(task.part);
        return done;
      case 'keep-checkpoint':
        return this.#keepCheckpoint(task.offered);
      case 'prune':
        // While nobody knows what time it is, nobody knows what is old.
        if (this.#parts.memory.clinic?.clockFrozen !== true) {
          this.#parts.pruning.prune(task.order, this.#parts.time.wall());
        }
        return done;
    }
  }

  /** One that is not the centre's word on this log is told as an item of its feed that was not taken. */
  #keepCheckpoint(offered: OfferedCheckpoint): TaskAnswer {
    const { memory, pruning, time, ids } = this.#parts;
    const { clinic } = memory;
    if (clinic === undefined || clinic.clockFrozen) return done;
    const kept = pruning.keepCheckpoint(offered, clinic.clinicId, time.wall());
    // Copies keep it beside what the centre owns.
    if (kept === 'kept') this.#referenceChanged = true;
    if (kept !== 'refused') return done;
    if (!pruning.isToldRefused()) {
      const about = { item: 'checkpoint', id: `${offered.epoch}.${offered.seq}` };
      const body = { workItemId: ids.newId(time.wall()), kind: 'feed-failed', code: 'checkpoint-refused', about };
      this.#appendOwn([{ type: 'v1.WorkItemRaised', body }]);
    }
    return { ok: false, failed: 'checkpoint-refused' };
  }

  /** What was done when there was room is answered as it was then. */
  #isRepeat(job: Job): boolean {
    return job.kind === 'submit' && this.#parts.commands.knows(job.submission.command.commandId);
  }

  #submit(submission: Submission): StatusAnswer {
    const { memory, commands, time } = this.#parts;
    const { command } = submission;
    const configuration = memory.clinic?.configuration;
    if (configuration == null) return codeAnswer('not-ready');
    if ('ticketId' in command && command.ticketId !== undefined) memory.admitTicket(command.ticketId);
    const now = this.#now(configuration);
    const before = memory.end?.seq;
    const answer = commands.handle(submission, this.#context(configuration, now), now);
    if (memory.end?.seq !== before) this.#staffChanged(submission, answer);
    if (memory.end?.seq !== before && command.type === 'change-clinic' && answer.ok) this.#clinicChanged(command);
    if (command.type === 'confirm-clock' && answer.ok) time.trust();
    return answer;
  }

  /** After a command that wrote rows: who may sign in is read again, and a new PIN or badge counts. */
  #staffChanged({ command, newPin, newBadge }: Submission, answer: StatusAnswer): void {
    if (!rosterCommands.includes(command.type)) return;
    this.#referenceChanged = true;
    if (!answer.ok) return;
    const { box } = this.#parts;
    if (command.type === 'remove-badge') box.change('badge-removed', { staffId: command.staffId });
    if (command.type === 'enrol-badge' && newBadge !== undefined) {
      box.change('badge-enrolled', { staffId: command.staffId, badgeHash: newBadge });
    }
    const staffId = 'result' in answer ? answer.result['staffId'] : undefined;
    if (newPin === undefined || typeof staffId !== 'string') return;
    box.change('pin-set', { staffId, pinHash: newPin.hash, pinDigits: newPin.digits });
  }

  /** Every screen reads the clinic again; prices are kept where the centre's would be. */
  #clinicChanged({ changes }: CommandOf<'change-clinic'>): void {
    this.#referenceChanged = true;
    const configuration = this.#parts.memory.clinic?.configuration;
    if (configuration != null) keepPrices(changes, configuration, this.#parts.reference);
  }

  #now(configuration: ClinicConfiguration): Now {
    const { memory, time } = this.#parts;
    // Who is being looked for outside is on a list of the day: it ends after the all clear.
    const dayGoesOn = memory.clinic?.clockFrozen === true || evacuationNow(memory.queue) !== undefined;
    return time.now(memory.end, configuration, dayGoesOn);
  }

  #context(configuration: ClinicConfiguration, now: Now): UseCaseContext {
    const { memory, reference, projections, codes, ids } = this.#parts;
    const { at, businessDay, acceptedDays } = now;
    return {
      clinicId: configuration.clinicId,
      epoch: memory.end?.epoch ?? 1,
      configuration,
      version: memory.clinic?.version ?? 0,
      clockFrozen: memory.clinic?.clockFrozen === true,
      acceptedDays,
      moment: { at, businessDay, newId: () => ids.newId(at), newPublicId: () => ids.newPublicId() },
      queue: memory.queue,
      billing: memory.billing,
      reference,
      records: projections,
      codes,
    };
  }

  /** Facts that nobody sent a command for. */
  #appendOwn(
    facts: readonly Fact[],
    configuration = this.#parts.memory.clinic?.configuration,
    place: Partial<Pick<LogRow, 'epoch' | 'businessDay'>> = {},
  ): void {
    const { memory, writer } = this.#parts;
    if (facts.length === 0) return;
    if (configuration == null) throw new AppError('not-ready');
    const { at, businessDay } = this.#now(configuration);
    writer.append(facts, {
      clinicId: configuration.clinicId,
      epoch: memory.end?.epoch ?? 1,
      actor: 'system',
      commandId: null,
      at,
      businessDay,
      ...place,
    });
  }

  #initialise(initialisation: Initialisation): void {
    const { reference, box } = this.#parts;
    const { configuration, openServicePoints, staff, prices, pins = [], checkInPublicKey } = initialisation;
    const points = openServicePoints ? configuration.servicePoints : [];
    this.#appendOwn(
      [
        { type: 'v1.ClinicInitialised', body: { clinicCode: configuration.code } },
        { type: 'v1.ConfigurationApplied', body: { version: 1, configuration } },
        ...points.map(({ id }): Fact => ({
          type: 'v1.ServicePointOpened',
          body: { servicePointId: id },
        })),
      ],
      configuration,
    );
    for (const body of staff) reference.apply({ number: 0, kind: 'staff', id: body.id, body });
    for (const pin of pins) box.change('pin-set', pin);
    for (const body of prices) reference.apply({ number: 0, kind: 'price', id: body.serviceId, body });
    if (checkInPublicKey !== undefined) {
      const publicKey = Buffer.from(checkInPublicKey).toString('base64');
      reference.apply({
        number: 0,
        kind: 'check-in-key',
        id: configuration.clinicId,
        body: { publicKey },
      });
    }
    this.#referenceChanged = true;
  }

  #beginEpoch({ step = 1, notBelow = 0, skip = 0 }: Omit<Extract<Task, { kind: 'begin-epoch' }>, 'kind'>): void {
    const { end } = this.#parts.memory;
    if (end === undefined) throw new AppError('not-ready');
    // The day goes on, so that what was open in it is closed when it ends.
    const { epoch: previousEpoch, businessDay } = end;
    const place = { epoch: Math.max(previousEpoch + step, notBelow), businessDay };
    this.#appendOwn([{ type: 'v1.EpochBegun', body: { previousEpoch } }], undefined, place);
    if (skip > 0) this.#skipNumbers(skip, businessDay);
  }

  /** Of the day of the last row, and of today. */
  #skipNumbers(count: number, lastDay: string): void {
    const { memory } = this.#parts;
    const configuration = memory.clinic?.configuration;
    if (configuration == null) return;
    const days = [...new Set([lastDay, this.#now(configuration).businessDay])];
    const place = { businessDay: lastDay };
    this.#appendOwn(skippedNumbers(memory.queue, configuration, days, count), configuration, place);
  }

  #watchClock(): void {
    if (this.#parts.time.hasJumped()) this.#freeze();
  }

  /**
   * The first thing on a new business day: whatever is still open belongs to the one before. In a clinic that was open
   * all the while nothing ends: the queue goes on, each number with the day that it was drawn on.
   */
  #endDay(): void {
    const { memory, commands, ids } = this.#parts;
    const { clinic, end, queue } = memory;
    if (clinic == null || clinic.configuration === null || clinic.clockFrozen || end === undefined) return;
    const now = this.#now(clinic.configuration);
    if (now.businessDay <= end.businessDay) return;
    if (openThroughChanges(clinic.configuration, end.businessDay, now.businessDay)) return;
    const isOpen = queue.tickets.size > 0 || [...queue.servicePoints.values()].some(({ state }) => state !== 'closed');
    if (!isOpen) return;
    const context = this.#context(clinic.configuration, now);
    const moment = { ...context.moment, businessDay: end.businessDay };
    const command = { commandId: ids.newId(now.at), type: 'close-day' } as const;
    commands.handle({ command, sender: { actor: 'system', roles: ['system'] } }, { ...context, moment }, now);
  }

  #freeze(): void {
    const { memory, time } = this.#parts;
    const { clinic, end } = memory;
    if (clinic == null || clinic.configuration === null || clinic.clockFrozen || end === undefined) return;
    // Frozen before it is written: the row itself belongs to the day that goes on.
    memory.putClinic({ ...clinic, clockFrozen: true });
    this.#appendOwn([{ type: 'v1.ClockFrozen', body: { wallAt: Math.max(0, time.wall()), lastAt: end.at } }]);
  }

  #agreeOnTime(serverTime: number): void {
    const { memory, time } = this.#parts;
    if (memory.clinic?.clockFrozen !== true || !time.agreesWith(serverTime)) return;
    this.#appendOwn([{ type: 'v1.ClockConfirmed', body: {} }]);
    time.trust();
  }

  #attempt<T>(apply: () => T): T | 'internal' {
    const { transactions, memory, onFault } = this.#parts;
    const mark = memory.journal.mark();
    transactions.savepoint();
    try {
      const result = apply();
      transactions.release();
      return result;
    } catch (error) {
      if (transactions.kindOf(error) !== 'command') throw error;
      transactions.rollbackToSavepoint();
      memory.journal.rollbackTo(mark);
      onFault(error, { kind: 'look-at-clock', id: 0 });
      return 'internal';
    }
  }
}

function kept(jobs: Job[], job: Job | undefined): Job | undefined {
  if (job !== undefined) jobs.push(job);
  return job;
}

function noRoom({ kind }: Job): TaskAnswer {
  return kind === 'submit' ? codeAnswer('storage-full') : { ok: false, failed: 'storage-full' };
}
