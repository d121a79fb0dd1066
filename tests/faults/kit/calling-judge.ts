/**
 * Whether the calling rules are kept, by the rows of the log: a call goes by the rules that are in force, where classes
 * take turns none that somebody waits in is passed over for long, and nobody who has waited as long as anybody may.
 */
import { sharedClasses } from '@foyer/contracts/calling-choices.ts';
import type { CallingRules, ChosenBy } from '@foyer/contracts/calling-rules.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { DayRow } from './day-judge.ts';

interface Waiting {
  readonly number: string;
  isWaiting: boolean;
  serviceId: string;
  priorityClass: string;
  placeAt: number;
  /** Sent to one room: what that one calls is another matter. */
  isBound: boolean;
}
interface Point {
  readonly id: string;
  readonly serviceIds: readonly string[];
}
/** What of a body this judge reads. */
interface Body {
  readonly ticketId?: string;
  readonly number: string;
  readonly serviceId: string;
  readonly toServiceId?: string;
  readonly toServicePointId?: string;
  readonly servicePointId?: string;
  readonly priorityClass: string;
  readonly to: string;
  readonly placeAt?: number;
  readonly waitsForReady?: boolean;
  readonly rule?: string;
  readonly chosenBy?: ChosenBy;
  readonly revision: number;
  readonly rules: CallingRules | null;
  readonly standing: {
    readonly state: string;
    readonly serviceId: string;
    readonly priorityClass: string;
    readonly placeAt: number;
    readonly forServicePointId: string | null;
  };
}

/** By these somebody who has waited as long as anybody may is not passed over. */
const afterTheLongestWait: readonly string[] = ['condition', 'share', 'order'];

export class CallingJudge {
  readonly #points: readonly Point[];
  readonly #tickets = new Map<string, Waiting>();
  /** Calls by turns in a row that passed over a class somebody waited in, by point and class. */
  readonly #passedOver = new Map<string, number>();
  readonly #violations = new Set<string>();
  #rules: CallingRules | null = null;
  #revision = 0;
  /** Calls that a turn chose. */
  byTurn = 0;

  constructor(points: readonly Point[]) {
    this.#points = points;
  }

  get violations(): readonly string[] {
    return [...this.#violations];
  }

  read({ type, at, body: text }: Pick<DayRow, 'type' | 'at' | 'body'>): void {
    const body = JSON.parse(text) as Body;
    if (type === 'v1.CallingRulesSet') {
      this.#rules = body.rules;
      this.#revision = body.revision;
      this.#passedOver.clear();
    }
    const { ticketId } = body;
    if (ticketId === undefined) return;
    if (type === 'v1.TicketIssued') this.#tickets.set(ticketId, issued(body));
    const ticket = this.#tickets.get(ticketId);
    if (ticket === undefined) return;
    if (type === 'v1.TicketCalled' && body.rule === 'next') this.#checkCall(ticket, body, at);
    // A call that is taken back took no turn.
    if (type === 'v1.StepUndone') this.#passedOver.clear();
    fold(ticket, type, body);
  }

  #checkCall(called: Waiting, { chosenBy, servicePointId }: Body, at: number): void {
    const inForce = this.#rules === null ? undefined : this.#revision;
    if (chosenBy?.revision !== inForce) {
      this.#violations.add(`${called.number} was called by rules that are not in force`);
      return;
    }
    const point = this.#points.find(({ id }) => id === servicePointId);
    if (this.#rules === null || chosenBy === undefined || point === undefined) return;
    const others = [...this.#tickets.values()].filter(
      (one) => one !== called && one.isWaiting && !one.isBound && point.serviceIds.includes(one.serviceId),
    );
    this.#checkTurns(point, others, chosenBy);
    const since = at - this.#rules.longestWaitMinutes * minuteMs;
    if (!afterTheLongestWait.includes(chosenBy.rule)) return;
    for (const { number, placeAt } of others) {
      if (placeAt <= since) this.#violations.add(`${number} has waited longest, and ${called.number} was called`);
    }
  }

  #checkTurns({ id }: Point, others: readonly Waiting[], chosenBy: ChosenBy): void {
    const shares = this.#rules?.usual.shares;
    if (shares === undefined) return;
    const isTurn = chosenBy.rule === 'share';
    if (isTurn) this.byTurn += 1;
    const most = shares.priority + shares.booked + shares['walk-in'] + 2;
    for (const priorityClass of sharedClasses) {
      const key = `${id} ${priorityClass}`;
      const waits = others.some((one) => one.priorityClass === priorityClass);
      if (!waits || chosenBy.priorityClass === priorityClass) {
        this.#passedOver.set(key, 0);
      } else if (isTurn) {
        const times = (this.#passedOver.get(key) ?? 0) + 1;
        this.#passedOver.set(key, times);
        if (times > most) this.#violations.add(`nobody of ${priorityClass} is called at ${id}, and somebody waits`);
      }
    }
  }
}

function issued({ number, serviceId, servicePointId, priorityClass, placeAt = 0 }: Body): Waiting {
  return { number, serviceId, priorityClass, placeAt, isWaiting: servicePointId === undefined, isBound: false };
}

function fold(ticket: Waiting, type: string, body: Body): void {
  const { to, toServiceId, toServicePointId, placeAt, priorityClass, standing } = body;
  if (ended.has(type)) ticket.isWaiting = false;
  if (placed.has(type) && placeAt !== undefined) ticket.placeAt = placeAt;
  switch (type) {
    case 'v1.PriorityChanged':
      ticket.priorityClass = to;
      return;
    case 'v1.TicketMovedInQueue':
      ticket.priorityClass = priorityClass;
      return;
    case 'v1.TicketResumed':
      ticket.isWaiting = true;
      return;
    case 'v1.JourneyWentOn':
      Object.assign(ticket, { isWaiting: body.waitsForReady !== true, isBound: false });
      ticket.serviceId = toServiceId ?? ticket.serviceId;
      return;
    case 'v1.TicketTransferred':
      Object.assign(ticket, { isWaiting: true, isBound: toServicePointId !== undefined });
      ticket.serviceId = toServiceId ?? ticket.serviceId;
      return;
    case 'v1.TicketReassigned':
    case 'v1.TicketFollowsParty':
      ticket.isBound = true;
      return;
    case 'v1.StepUndone':
      Object.assign(ticket, {
        isWaiting: standing.state === 'waiting',
        isBound: standing.forServicePointId !== null,
        serviceId: standing.serviceId,
        priorityClass: standing.priorityClass,
        placeAt: standing.placeAt,
      });
  }
}

const ended: ReadonlySet<string> = new Set([
  'v1.TicketCalled',
  'v1.TicketHeld',
  'v1.TicketNotAnswered',
  'v1.TicketClosed',
  'v1.ServiceFinished',
  'v1.CheckInUndone',
]);
const placed: ReadonlySet<string> = new Set([
  'v1.TicketMovedInQueue',
  'v1.TicketResumed',
  'v1.JourneyWentOn',
  'v1.TicketTransferred',
  'v1.TicketFollowsParty',
]);
