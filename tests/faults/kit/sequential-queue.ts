/**
 * The queue as one command after the other makes it: what a concurrent history is compared with. It is the domain itself,
 * decided and folded in memory, without a disk, a batch or a thread.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { Fact, FactOf } from '@foyer/contracts/events.ts';
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { refuse, type Decision, type Sender } from '@foyer/domain/decision.ts';
import { decideQueue, type QueueCommand } from '@foyer/domain/queue/decide.ts';
import { evolve, type FactRow } from '@foyer/domain/queue/evolve.ts';
import {
  emptyQueue,
  withChanges,
  type CallRecord,
  type QueueChanges,
  type QueueState,
  type TicketRecord,
} from '@foyer/domain/queue/queue-state.ts';
import { notAuthorised } from '@foyer/edge-server/use-cases/authorise.ts';
import { refusalAnswer } from '@foyer/edge-server/writer/answers.ts';

/** The queue between two commands. */
export interface Instant {
  readonly queue: QueueState;
  readonly configuration: ClinicConfiguration;
  readonly epoch: number;
  readonly seq: number;
  readonly at: number;
  readonly businessDay: string;
}
/** The ids that a command made, in the order in which it made them. */
export interface FreshIds {
  readonly ids: readonly string[];
  readonly publicIds: readonly string[];
}

const idsMade: Readonly<Record<string, string>> = {
  'v1.TicketIssued': 'ticketId',
  'v1.TicketCalled': 'callId',
  'v1.HelpRequested': 'helpId',
  'v1.WorkItemRaised': 'workItemId',
};

/** Those that are in rows of the log. */
export function freshIdsIn(facts: readonly Pick<Fact, 'type' | 'body'>[]): FreshIds {
  const said = facts.map(({ type, body }) => ({ type, body: body as Readonly<Record<string, unknown>> }));
  return {
    ids: facts.flatMap(idsMadeBy),
    publicIds: said.flatMap(({ type, body }) => (type === 'v1.TicketIssued' ? [String(body['publicId'])] : [])),
  };
}

function idsMadeBy({ type, body }: Pick<Fact, 'type' | 'body'>): readonly string[] {
  const id = idsMade[type];
  if (id !== undefined) return [String((body as Readonly<Record<string, unknown>>)[id])];
  if (type === 'v1.JourneyStepAdded') return [(body as FactOf<typeof type>['body']).step.id];
  if (type !== 'v1.JourneyStarted') return [];
  const { journeyId, steps } = body as FactOf<typeof type>['body'];
  // Of a visit that gets a second step, that one is made first; of a template's, the step where it stands may be made.
  return (journeyId === undefined ? steps.toReversed() : steps.slice(0, 1)).map((step) => step.id);
}

/** What the command comes to at that instant, were it alone. */
export function decideAlone(
  { queue, configuration, businessDay, ...instant }: Instant,
  command: QueueCommand,
  sender: Sender,
  at: number,
  fresh: FreshIds = { ids: [], publicIds: [] },
): Decision {
  const barred = notAuthorised(command, sender, queue);
  if (barred !== undefined) return refuse(barred);
  const [ids, publicIds] = [[...fresh.ids], [...fresh.publicIds]];
  const now = Math.max(at, instant.at);
  let made = 0;
  const world = {
    configuration,
    now,
    clockFrozen: false,
    hasPayment: () => false,
    knowsPatient: () => false,
    knowsStaff: () => true,
  };
  return decideQueue(command, sender, queue, world, {
    at: now,
    businessDay,
    newId: () => ids.shift() ?? `another id of ${instant.seq}.${(made += 1)}`,
    newPublicId: () => publicIds.shift() ?? 'another public id',
  });
}

/** Whether a refusal is what was answered. */
export function isAnsweredSo(decision: Decision, answer: CommandAnswer): boolean {
  if (decision.ok) return false;
  const { status: _status, ...said } = refusalAnswer(decision.refusal);
  return isSame(said, answer);
}

/** As they are once they have been text. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asText(one), asText(other));
}
function asText(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

/** The instant after; the one before stays as it was. */
export function after(instant: Instant, row: FactRow): Instant {
  const { epoch, seq, at, businessDay } = row;
  const queue = withChanges(instant.queue, evolve(instant.queue, row));
  return { queue, configuration: configurationAfter(instant, row), epoch, seq, at, businessDay };
}

function configurationAfter({ configuration }: Pick<Instant, 'configuration'>, row: FactRow): ClinicConfiguration {
  return row.type === 'v1.ConfigurationApplied' ? row.body.configuration : configuration;
}

/** Folds a long log in place. Who walks through it meets what is open, as a decision does; `get` finds the others too. */
export class SequentialQueue {
  readonly #tickets = new OpenRecords<TicketRecord>(({ standing }) => isOpen(standing.state));
  readonly #calls = new OpenRecords<CallRecord>(({ ticketId }) => this.#tickets.isResident(ticketId));
  readonly #others: QueueState;
  #instant: Omit<Instant, 'queue'>;

  constructor() {
    const maps = Object.entries(emptyQueue).map(([kind]) => [kind, new Map()]);
    this.#others = Object.fromEntries(maps) as QueueState;
    // One of the first rows has it; nothing is decided before.
    const configuration = undefined as unknown as ClinicConfiguration;
    this.#instant = { configuration, epoch: 0, seq: 0, at: 0, businessDay: '' };
  }

  /** It changes with the next row. */
  get now(): Instant {
    return { ...this.#instant, queue: this.#queue };
  }

  /** It stays as it is; of what is over, only these tickets are in it. */
  instantWith(ticketIds: readonly string[]): Instant {
    const also = ticketIds.flatMap((id) => this.#tickets.get(id) ?? []);
    const tickets = new Map([...this.#tickets, ...also.map((ticket) => [ticket.id, ticket] as const)]);
    const callIds = [...tickets.values()].flatMap(({ standing, last }) => [standing.callId, last.before?.callId]);
    const calls = callIds.flatMap((id) => (id == null ? [] : (this.#calls.get(id) ?? [])));
    const others = Object.entries(this.#others).map(([kind, map]) => [kind, new Map(map as Map<string, never>)]);
    const queue = { ...(Object.fromEntries(others) as QueueState), tickets };
    return { ...this.#instant, queue: { ...queue, calls: new Map(calls.map((call) => [call.id, call])) } };
  }

  fold(row: FactRow): void {
    const { epoch, seq, at, businessDay } = row;
    const changes = evolve(this.#queue, row);
    for (const [kind, records] of Object.entries(changes) as [keyof QueueChanges, readonly { id: string }[]][]) {
      const map = this.#queue[kind] as unknown as Map<string, unknown>;
      for (const record of records) map.set(record.id, record);
    }
    this.#instant = { configuration: configurationAfter(this.#instant, row), epoch, seq, at, businessDay };
  }

  get #queue(): QueueState {
    return { ...this.#others, tickets: this.#tickets, calls: this.#calls };
  }
}

class OpenRecords<R extends { readonly id: string }> extends Map<string, R> {
  readonly #isOpen: (record: R) => boolean;
  readonly #over = new Map<string, R>();

  constructor(open: (record: R) => boolean) {
    super();
    this.#isOpen = open;
  }

  isResident(id: string): boolean {
    return super.has(id);
  }

  override get(id: string): R | undefined {
    return super.get(id) ?? this.#over.get(id);
  }

  override has(id: string): boolean {
    return super.has(id) || this.#over.has(id);
  }

  override set(id: string, record: R): this {
    if (this.#isOpen(record)) {
      this.#over.delete(id);
      return super.set(id, record);
    }
    super.delete(id);
    this.#over.set(id, record);
    return this;
  }
}
