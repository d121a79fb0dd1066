/**
 * The log as the witness of a history: its order has to be one in which everything could have been done, one after the
 * other. Each accepted command is decided anew where its rows stand, and has to come to the same rows and the same answer;
 * what was answered before another was asked stands before it. A refusal and a read leave no row: there has to be a moment
 * between asking and answer at which each was true.
 */
import type { Fact } from '@foyer/contracts/events.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { QueueCommand } from '@foyer/domain/queue/decide.ts';
import type { FactRow } from '@foyer/domain/queue/evolve.ts';
import { answerOf } from '@foyer/domain/queue/answer.ts';
import { ticketView } from '@foyer/domain/queue/ticket-view.ts';
import { isAccepted, type AcceptedAnswer, type CommandSent, type Operation } from './history.ts';
import { system, systemCommandOf } from './system-commands.ts';
import { decideAlone, freshIdsIn, isAnsweredSo, isSame, SequentialQueue } from './sequential-queue.ts';

export type WitnessRow = FactRow & { readonly commandId: string | null };

export interface WitnessVerdict {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly violations: readonly string[];
}

/** The rows of one command, or one row of nobody's. */
interface Effect {
  readonly commandId: string | null;
  readonly rows: WitnessRow[];
}
/** Something that left no row, with the first and the last place of the log at which it may have been true. */
interface Floating {
  readonly operation: Operation;
  readonly from: number;
  readonly until: number;
}

export class LinearWitness {
  readonly queue = new SequentialQueue();
  readonly #violations: string[] = [];
  #acknowledged = 0;
  #lost = 0;
  #duplicated = 0;

  /** Where the next row is expected. */
  get position(): string {
    const { epoch, seq } = this.queue.now;
    return `${epoch}.${seq}`;
  }

  verdict(): WitnessVerdict {
    return {
      acknowledged: this.#acknowledged,
      lost: this.#lost,
      duplicated: this.#duplicated,
      violations: this.#violations,
    };
  }

  /** The next part of a history, from a moment when nothing was under way to another. */
  check(operations: readonly Operation[], rows: readonly WitnessRow[]): void {
    const effects = effectsOf(rows);
    const commands = new Map(
      operations.flatMap((one) => (one.kind === 'command' ? [[one.command.commandId, one]] : [])),
    );
    this.#checkAnswers(commands.values());
    const places = this.#placesOf(effects, commands);
    const floating = this.#inRealTime(operations, places, rows.at(-1)?.seq ?? this.queue.now.seq);
    const settle = this.#settling(floating);
    for (const { commandId, rows: written } of effects) {
      settle(this.queue.now.seq);
      const sent = commandId === null ? undefined : commands.get(commandId);
      if (sent === undefined) this.#checkNobodyElse(commandId, written);
      else this.#checkEffect(sent, written);
    }
    settle(this.queue.now.seq);
  }

  /** Whoever asks the same again gets the same answer, however late. */
  checkRepeats({ command, answers: [first, ...others] }: CommandSent): void {
    if (others.some((other) => !isSame(other, first))) this.#say('was answered in two ways', command);
  }

  #checkAnswers(commands: Iterable<CommandSent>): void {
    for (const sent of commands) {
      if (isAccepted(sent.answers[0])) this.#acknowledged += 1;
      this.checkRepeats(sent);
    }
  }

  /** Where the effect of each accepted command begins and ends. */
  #placesOf(
    effects: readonly Effect[],
    commands: ReadonlyMap<string, CommandSent>,
  ): ReadonlyMap<string, { readonly first: number; readonly last: number }> {
    const places = new Map<string, { readonly first: number; readonly last: number }>();
    for (const { commandId, rows } of effects) {
      if (commandId === null) continue;
      if (places.has(commandId)) this.#duplicated += 1;
      else places.set(commandId, { first: rows[0]!.seq, last: rows.at(-1)!.seq });
    }
    for (const { command, answers } of commands.values()) {
      const place = places.get(command.commandId);
      const [answer] = answers;
      if (isAccepted(answer) && place === undefined) this.#lost += 1;
      else if (isAccepted(answer) && place?.last !== answer.seq)
        this.#say('is not at the place that was told', command);
      else if (!isAccepted(answer) && place !== undefined) this.#say('was refused and took effect', command);
    }
    return places;
  }

  /** What was answered stands before what was asked later. Answers what leaves no row, in the order of asking. */
  #inRealTime(
    operations: readonly Operation[],
    places: ReadonlyMap<string, { readonly first: number; readonly last: number }>,
    lastSeq: number,
  ): readonly Floating[] {
    const byAsking = operations.toSorted((a, b) => a.askedAt - b.askedAt);
    const answered = operations.toSorted((a, b) => a.answeredAt - b.answeredAt);
    const placeOf = (one: Operation) => (one.kind === 'command' ? places.get(one.command.commandId) : undefined);
    const untilOf = this.#latest(byAsking, placeOf, lastSeq);
    const floating: Floating[] = [];
    let newest = this.queue.now.seq;
    let next = 0;
    for (const operation of byAsking) {
      for (; next < answered.length && answered[next]!.answeredAt < operation.askedAt; next++) {
        newest = Math.max(newest, placeOf(answered[next]!)?.last ?? 0);
      }
      const place = placeOf(operation);
      if (operation.kind === 'command' && place !== undefined) {
        if (place.first <= newest) this.#say('stands before what was answered when it was asked', operation.command);
      } else if (operation.kind === 'read' || !isAccepted(operation.answers[0])) {
        floating.push({ operation, from: newest, until: untilOf(operation.answeredAt) });
      }
    }
    return floating;
  }

  /** The last place before anything that was asked after a moment. */
  #latest(
    byAsking: readonly Operation[],
    placeOf: (one: Operation) => { readonly first: number } | undefined,
    lastSeq: number,
  ): (answeredAt: number) => number {
    const least: number[] = [];
    let first = lastSeq + 1;
    for (let at = byAsking.length - 1; at >= 0; at--) {
      first = Math.min(first, placeOf(byAsking[at]!)?.first ?? Infinity);
      least[at] = first;
    }
    return (answeredAt) => {
      let [from, until] = [0, byAsking.length];
      while (from < until) {
        const middle = (from + until) >> 1;
        if (byAsking[middle]!.askedAt > answeredAt) until = middle;
        else from = middle + 1;
      }
      return (least[from] ?? lastSeq + 1) - 1;
    };
  }

  /** Each takes the first moment at which it is true; what was asked after its answer takes none before that. */
  #settling(floating: readonly Floating[]): (seq: number) => void {
    const waiting: Floating[] = [];
    let next = 0;
    return (seq) => {
      for (; next < floating.length && floating[next]!.from <= seq; next++) waiting.push(floating[next]!);
      for (let index = 0; index < waiting.length;) {
        const one = waiting[index]!;
        const mayBeNow = waiting.every(({ operation }) => operation.answeredAt >= one.operation.askedAt);
        const isTrue = mayBeNow && this.#isTrueNow(one.operation);
        if (!isTrue && seq < one.until) index += 1;
        else {
          if (!isTrue) this.#say('was answered what was true at no moment', one.operation);
          waiting.splice(index, 1);
          index = isTrue ? 0 : index;
        }
      }
    };
  }

  #isTrueNow(operation: Operation): boolean {
    const { now } = this.queue;
    if (operation.kind === 'read') {
      const ticket = now.queue.tickets.get(operation.ticketId);
      return isSame(ticket === undefined ? null : ticketView(ticket), operation.answer);
    }
    const { command, sender, wallAt, answers } = operation;
    return isAnsweredSo(decideAlone(now, command, sender, wallAt), answers[0]!);
  }

  #checkEffect({ command, sender, answers }: CommandSent, rows: readonly WitnessRow[]): void {
    this.#checkDecision(command, sender, rows);
    for (const row of rows) this.queue.fold(row);
    const [answer] = answers;
    if (!isAccepted(answer)) return;
    if (!isSame(answerOf(rows, this.queue.now.queue), resultOf(answer)))
      this.#say('was answered something else', command);
  }

  /** The system acts by itself: as whoever sends the same would. */
  #checkNobodyElse(commandId: string | null, rows: readonly WitnessRow[]): void {
    const command = commandId === null ? undefined : systemCommandOf(commandId, rows[0]!);
    if (command !== undefined) this.#checkDecision(command, system, rows);
    for (const row of rows) {
      if (row.actor !== system.actor) this.#say(`row ${row.seq} is of ${row.actor}, who did not ask for it`);
      this.queue.fold(row);
    }
  }

  #checkDecision(command: QueueCommand, sender: Sender, rows: readonly WitnessRow[]): void {
    const { at } = rows[0]!;
    const decision = decideAlone(this.queue.now, command, sender, at, freshIdsIn(rows));
    const said = command.type === 'close-day' ? inNoOrder : inOrder;
    const written = said(rows);
    const expected = decision.ok ? said(decision.facts) : decision.refusal.code;
    if (!isSame(expected, written)) this.#say(`came to ${named(written)} instead of ${named(expected)}`, command);
  }

  #say(what: string, whose?: object): void {
    this.#violations.push(whose === undefined ? what : `${what}: ${JSON.stringify(whose)}`);
  }
}

function effectsOf(rows: readonly WitnessRow[]): readonly Effect[] {
  const effects: Effect[] = [];
  for (const row of rows) {
    const open = effects.at(-1);
    if (open !== undefined && row.commandId !== null && open.commandId === row.commandId) open.rows.push(row);
    else effects.push({ commandId: row.commandId, rows: [row] });
  }
  return effects;
}

type Said = Pick<Fact, 'type' | 'body'>;

function inOrder(facts: readonly Said[]): readonly Said[] {
  return facts.map(({ type, body }) => ({ type, body }));
}

/** In which order a clinic walks through its tickets in the evening is nobody's promise, nor which item is whose. */
function inNoOrder(facts: readonly Said[]): readonly Said[] {
  const said = facts.map(({ type, body }) => {
    const { workItemId: _any, ...rest } = body as Readonly<Record<string, unknown>>;
    return { type, body: rest } as unknown as Said;
  });
  return said.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function resultOf({ result }: AcceptedAnswer): unknown {
  return result;
}

function named(what: string | readonly { readonly type: string }[]): string {
  return typeof what === 'string' ? what : what.map(({ type }) => type).join(', ') || 'nothing';
}
