/**
 * What became of everybody, by the rows of the log alone and by a fold of its own: each ticket ends its day with one
 * outcome, is called by one room at a time and waits in one queue; no number is given twice on a day; every alarm was
 * taken in time or seen to grow louder. What a sender was told has to be there.
 */
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import { businessDayOf } from './wall-calendar.ts';

export type DayRow = Pick<LogRow, 'epoch' | 'seq' | 'type' | 'at' | 'businessDay' | 'commandId' | 'body'>;
export interface Told {
  readonly commandId: string;
  readonly epoch: number;
  readonly seq: number;
  /** Of the ticket that was handed out, if one was. */
  readonly ticketId?: string;
}
export interface DayVerdict {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly violations: readonly string[];
}

/** What sounds unanswered for this long is to be heard elsewhere. */
const escalatesAfterMs = 20 * secondMs;
const closed: ReadonlySet<string> = new Set(['completed', 'left', 'cancelled']);
const callable: ReadonlySet<string> = new Set(['waiting', 'on-hold', 'not-answered']);

interface JudgedTicket {
  readonly number: string;
  readonly day: string;
  state: string;
  serviceId: string;
  pointId: string | null;
  patientId: string | null;
  /** The row by which it was at a service point when the power failed for long; nobody has said since whether it is there. */
  inDoubtSince: number | undefined;
}
interface Alarm {
  readonly at: number;
  takenAt: number | undefined;
}
/** What of a body the judge reads. */
interface Body {
  readonly ticketId: string;
  readonly number: string;
  readonly serviceId: string;
  readonly toServiceId: string;
  readonly waitsForReady?: boolean;
  readonly servicePointId?: string;
  readonly patientId?: string | null;
  readonly subjectId: string;
  /** Of a visit that was kept on paper: it passes through no room. */
  readonly rule?: string;
  readonly businessDay?: string;
  readonly outcome: string;
  readonly helpId: string;
  readonly standing: {
    readonly state: string;
    readonly serviceId: string;
    readonly servicePointId: string | null;
  };
}

export class DayJudge {
  readonly #tickets = new Map<string, JudgedTicket>();
  readonly #open = new Set<JudgedTicket>();
  readonly #numbers = new Set<string>();
  readonly #alarms = new Map<string, Alarm>();
  readonly #escalated = new Set<string>();
  readonly #told = new Map<string, Told>();
  readonly #places = new Map<string, string>();
  readonly #effects = new Set<string>();
  readonly #violations = new Set<string>();
  #duplicated = 0;
  #asked = 0;
  #last: DayRow | undefined;
  /** From here on the clock has not been believed for a while, and names no day by itself. */
  #clockWasDoubted = false;
  #evacuating = false;

  get position(): { readonly epoch: number; readonly seq: number } {
    return this.#last ?? { epoch: 0, seq: 0 };
  }

  /** Of whom nothing may be announced by who has heard of the log as far as this row, by the ids of their tickets. */
  inDoubtBy(seq: number): ReadonlySet<string> {
    const isKnown = ({ inDoubtSince }: JudgedTicket): boolean => inDoubtSince !== undefined && inDoubtSince <= seq;
    return new Set([...this.#tickets].flatMap(([id, ticket]) => (isKnown(ticket) ? [id] : [])));
  }

  /** How many were asked for after a power cut. */
  get asked(): number {
    return this.#asked;
  }

  tell(told: Told): void {
    const before = this.#told.get(told.commandId);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(told)) {
      this.#violations.add(`${told.commandId} was answered in two ways`);
    }
    this.#told.set(told.commandId, told);
  }

  sawEscalated(helpId: string): void {
    this.#escalated.add(helpId);
  }

  read(row: DayRow): void {
    const last = this.#last;
    if (last !== undefined && row.seq !== last.seq + 1) this.#violations.add(`row ${row.seq} follows row ${last.seq}`);
    if (last !== undefined && row.at < last.at) this.#violations.add(`the time goes back at row ${row.seq}`);
    this.#last = row;
    if (row.commandId !== null) this.#places.set(row.commandId, `${row.epoch}.${row.seq}`);
    const body = JSON.parse(row.body) as Body;
    this.#fold(row, body);
    this.#checkCalendar(row);
    if (body.ticketId !== undefined) this.#checkQueues(this.#tickets.get(body.ticketId));
  }

  /** To be asked once something was written on the day after. */
  endOfDay(): void {
    const today = this.#last?.businessDay ?? '';
    for (const { number, day } of this.#open) {
      if (day < today) this.#violations.add(`${number} of ${day} has no outcome on ${today}`);
    }
    for (const [helpId, { at, takenAt }] of this.#alarms) {
      const inTime = takenAt !== undefined && takenAt - at <= escalatesAfterMs;
      if (!inTime && !this.#escalated.has(helpId)) this.#violations.add(`nobody took or heard the alarm ${helpId}`);
    }
  }

  verdict(): DayVerdict {
    const told = [...this.#told.values()];
    const isLost = ({ commandId, ticketId }: Told): boolean =>
      !this.#places.has(commandId) || (ticketId !== undefined && !this.#tickets.has(ticketId));
    const misplaced = told.filter(({ commandId, epoch, seq }) => {
      const place = this.#places.get(commandId);
      return place !== undefined && place !== `${epoch}.${seq}`;
    });
    return {
      acknowledged: told.length,
      lost: told.filter(isLost).length,
      duplicated: this.#duplicated,
      violations: [
        ...this.#violations,
        ...misplaced.map(({ commandId, epoch, seq }) => `${commandId} is not at ${epoch}.${seq}, as was said`),
      ],
    };
  }

  #fold(row: DayRow, body: Body): void {
    const ticket = this.#tickets.get(body.ticketId);
    switch (row.type) {
      case 'v1.TicketIssued':
        return this.#issued(row, body);
      case 'v1.TicketCalled':
        this.#once(row);
        if (body.rule !== 'on-paper') this.#checkAnswered(body.servicePointId);
        if (ticket !== undefined && !callable.has(ticket.state)) {
          this.#duplicated += 1;
          this.#violations.add(`${ticket.number} of ${ticket.day} was called while ${ticket.state}`);
        }
        return this.#move(ticket, {
          state: 'called',
          pointId: body.rule === 'on-paper' ? null : (body.servicePointId ?? null),
        });
      case 'v1.TicketRecalled':
        return this.#checkAnswered(body.servicePointId);
      case 'v1.GapNoticed':
        for (const each of this.#open) if (each.pointId !== null) this.#ask(each, row.seq);
        return;
      case 'v1.StillHereConfirmed':
      case 'v1.RoomStateChanged':
        if (ticket !== undefined) ticket.inDoubtSince = undefined;
        return;
      case 'v1.ServiceStarted':
        return this.#move(ticket, { state: 'serving' });
      case 'v1.ServiceFinished':
        return this.#end(ticket, 'completed');
      case 'v1.TicketClosed':
        return this.#end(ticket, body.outcome);
      case 'v1.CheckInUndone':
        return this.#end(ticket, 'cancelled');
      case 'v1.TicketNotAnswered':
        return this.#move(ticket, { state: 'not-answered', pointId: null });
      case 'v1.TicketHeld':
        return this.#move(ticket, { state: 'on-hold', pointId: null });
      case 'v1.TicketResumed':
        return this.#move(ticket, { state: 'waiting', pointId: null });
      case 'v1.TicketTransferred':
        return this.#move(ticket, { state: 'waiting', pointId: null, serviceId: body.toServiceId });
      case 'v1.JourneyWentOn': {
        const state = body.waitsForReady === true ? 'on-hold' : 'waiting';
        return this.#move(ticket, { state, pointId: null, serviceId: body.toServiceId });
      }
      case 'v1.TicketIdentified':
        return this.#move(ticket, { patientId: body.patientId ?? null });
      case 'v1.StepUndone': {
        const { state, serviceId, servicePointId } = body.standing;
        const isThere = state === 'called' || state === 'serving';
        const whose = body.patientId === undefined ? {} : { patientId: body.patientId };
        return this.#move(ticket, { state, serviceId, pointId: isThere ? servicePointId : null, ...whose });
      }
      case 'v1.SubjectErased':
        for (const each of this.#open) if (each.patientId === body.subjectId) each.patientId = null;
        return;
      case 'v1.HelpRequested':
        this.#alarms.set(body.helpId, { at: row.at, takenAt: undefined });
        return;
      case 'v1.HelpAcknowledged': {
        const alarm = this.#alarms.get(body.helpId);
        if (alarm === undefined) this.#violations.add(`${body.helpId} was taken and never asked for`);
        else alarm.takenAt ??= row.at;
        return;
      }
      case 'v1.ClockFrozen':
        this.#clockWasDoubted = true;
        return;
      case 'v1.EvacuationStarted':
        this.#evacuating = true;
        return;
      case 'v1.EvacuationEnded':
        this.#evacuating = false;
        return;
    }
  }

  #issued(row: DayRow, body: Body): void {
    const { ticketId, number, serviceId, servicePointId, patientId } = body;
    const businessDay = body.businessDay ?? row.businessDay;
    this.#once(row);
    const key = `${businessDay} ${number}`;
    if (this.#numbers.has(key)) this.#violations.add(`${number} was given twice on ${businessDay}`);
    this.#numbers.add(key);
    const ticket: JudgedTicket = {
      number,
      day: businessDay,
      state: servicePointId === undefined ? 'waiting' : 'serving',
      serviceId,
      pointId: servicePointId ?? null,
      patientId: patientId ?? null,
      inDoubtSince: undefined,
    };
    this.#tickets.set(ticketId, ticket);
    this.#open.add(ticket);
  }

  #once({ commandId, type }: DayRow): void {
    if (commandId === null) return;
    const effect = `${commandId} ${type}`;
    if (this.#effects.has(effect)) this.#duplicated += 1;
    this.#effects.add(effect);
  }

  #move(ticket: JudgedTicket | undefined, change: Partial<JudgedTicket>): void {
    if (ticket === undefined) return;
    Object.assign(ticket, change);
    if (change.state !== undefined) ticket.inDoubtSince = undefined;
    if (closed.has(ticket.state)) this.#open.delete(ticket);
    else this.#open.add(ticket);
  }

  #end(ticket: JudgedTicket | undefined, outcome: string): void {
    if (ticket !== undefined && closed.has(ticket.state)) {
      this.#violations.add(`${ticket.number} of ${ticket.day} is ${outcome}, and was ${ticket.state} before`);
    }
    this.#move(ticket, { state: outcome, pointId: null });
  }

  #ask(ticket: JudgedTicket, seq: number): void {
    ticket.inDoubtSince ??= seq;
    this.#asked += 1;
  }

  /** Nothing is announced at a point before it is said whether who was there is there still. */
  #checkAnswered(pointId: string | undefined): void {
    for (const { number, day, inDoubtSince, pointId: at } of this.#open) {
      if (inDoubtSince !== undefined && at === pointId)
        this.#violations.add(`a call went out over ${number} of ${day}, who was asked for`);
    }
  }

  #checkQueues(ticket: JudgedTicket | undefined): void {
    if (ticket === undefined || !this.#open.has(ticket)) return;
    for (const other of this.#open) {
      if (other === ticket) continue;
      if (ticket.pointId !== null && other.pointId === ticket.pointId) {
        this.#violations.add(`${ticket.number} and ${other.number} of ${ticket.day} are at one service point`);
      }
      if (ticket.patientId !== null && other.patientId === ticket.patientId && other.serviceId === ticket.serviceId) {
        this.#violations.add(`${ticket.number} and ${other.number} of ${ticket.day} are one patient in one queue`);
      }
    }
  }

  /** As long as the clock is believed and nobody stands outside, the day is that of the calendar. */
  #checkCalendar({ seq, at, businessDay, type }: DayRow): void {
    if (this.#clockWasDoubted || this.#evacuating || type === 'v1.EvacuationEnded') return;
    const expected = businessDayOf(at);
    if (businessDay !== expected) this.#violations.add(`row ${seq} is of ${businessDay}, and it was ${expected}`);
  }
}
