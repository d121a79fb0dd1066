// Both judges of a history: the log as its witness, and the search through every order.
import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import { aConfiguration, aNurse, idOf, rooms, services } from '@foyer/domain/queue/testing.ts';
import { answerOf } from '@foyer/domain/queue/answer.ts';
import { ticketView } from '@foyer/domain/queue/ticket-view.ts';
import { refusalAnswer } from '@foyer/edge-server/writer/answers.ts';
import type { CommandSent, Operation, TicketRead } from './history.ts';
import { isLinearizable } from './linear-search.ts';
import { LinearWitness, type WitnessRow } from './linear-witness.ts';
import type { QueueOrder } from './queue-orders.ts';
import { decideAlone, SequentialQueue, type FreshIds } from './sequential-queue.ts';

const noon = Date.UTC(2026, 10, 23, 11);
const take: QueueOrder = { type: 'issue-ticket', serviceId: services.general };
const callNext: QueueOrder = { type: 'call-next', servicePointId: rooms.one };

/** The configuration, and each room that is opened. */
const rowsBefore = 1 + Object.keys(rooms).length;

/** A clinic that does one thing after the other; what its clients see of that is for each test to say. */
class SlowClinic {
  readonly queue = new SequentialQueue();
  readonly rows: WitnessRow[] = [];
  #ids = 500;
  #now = noon;

  constructor() {
    this.#write(
      { type: 'v1.ConfigurationApplied', body: { version: 1, configuration: aConfiguration } },
      null,
      'system',
    );
    for (const servicePointId of Object.values(rooms)) {
      this.#write({ type: 'v1.ServicePointOpened', body: { servicePointId } }, null, 'system');
    }
  }

  get clockings(): ReadonlyMap<string, number> {
    return new Map(this.rows.flatMap(({ commandId, at }) => (commandId === null ? [] : [[commandId, at] as const])));
  }

  pass(ms: number): void {
    this.#now += ms;
  }

  /** From asking to answer, all of it asked at noon; the clinic does it now. */
  send(order: QueueOrder, askedAt: number, answeredAt: number): CommandSent {
    const command = { ...order, commandId: idOf((this.#ids += 1)) } as CommandSent['command'];
    const fresh: FreshIds = { ids: [idOf((this.#ids += 1))], publicIds: [`page-${this.#ids}`] };
    const decision = decideAlone(this.queue.now, command, aNurse, this.#now, fresh);
    const sent = { kind: 'command', command, sender: aNurse, askedAt, answeredAt, wallAt: noon } as const;
    if (!decision.ok) {
      const { status: _status, ...answer } = refusalAnswer(decision.refusal);
      return { ...sent, answers: [answer as CommandAnswer] };
    }
    for (const fact of decision.facts) this.#write(fact, command.commandId, aNurse.actor);
    const { epoch, seq, queue } = this.queue.now;
    return { ...sent, answers: [{ ok: true, epoch, seq, result: { ...answerOf(decision.facts, queue) } }] };
  }

  read(ticketId: string, askedAt: number, answeredAt: number): TicketRead {
    const ticket = this.queue.now.queue.tickets.get(ticketId);
    return { kind: 'read', ticketId, askedAt, answeredAt, answer: ticket === undefined ? null : ticketView(ticket) };
  }

  judged(...operations: readonly Operation[]) {
    const witness = new LinearWitness();
    witness.check([], this.rows.slice(0, rowsBefore));
    witness.check(operations, this.rows.slice(rowsBefore));
    const { lost, duplicated, violations } = witness.verdict();
    return { lost, duplicated, violations: violations.map((sentence) => sentence.split(':')[0]) };
  }

  #write(fact: object, commandId: string | null, actor: string): void {
    const place = { epoch: 1, seq: this.rows.length + 1, at: this.#now, businessDay: '2026-11-23', actor, commandId };
    const row = { ...fact, ...place } as WitnessRow;
    this.rows.push(row);
    this.queue.fold(row);
  }
}

const nothing = { lost: 0, duplicated: 0, violations: [] };
const ticketOf = ({ answers }: CommandSent) =>
  (answers[0] as unknown as { result: { ticket: { id: string } } }).result.ticket;

describe('the log as a witness', () => {
  it('is content with what overlaps, in whichever order it is answered', () => {
    const clinic = new SlowClinic();
    const [first, second] = [clinic.send(take, 1, 9), clinic.send(take, 2, 5)];
    expect(clinic.judged(second, first)).toEqual(nothing);
  });

  it('sees what stands before something that was answered when it was asked', () => {
    const clinic = new SlowClinic();
    const [first, second] = [clinic.send(take, 6, 9), clinic.send(take, 1, 5)];
    expect(clinic.judged(first, second).violations).toEqual(['stands before what was answered when it was asked']);
  });

  it('counts an answer without its rows, and an effect that took place twice', () => {
    const clinic = new SlowClinic();
    const sent = clinic.send(take, 1, 2);
    const [row] = clinic.rows.splice(-1);
    expect(clinic.judged(sent)).toEqual({ ...nothing, lost: 1 });
    clinic.rows.push(row!, { ...clinic.rows[0]!, commandId: null }, row!);
    expect(clinic.judged(sent).duplicated).toBe(1);
  });

  it('sees a decision that is not that of its place', () => {
    const clinic = new SlowClinic();
    const [one, other] = [clinic.send(take, 1, 2), clinic.send(take, 3, 4)];
    const called = clinic.send(callNext, 5, 6);
    const [row] = clinic.rows.splice(-1);
    clinic.rows.push({ ...row!, body: { ...row!.body, ticketId: ticketOf(other).id } } as WitnessRow);
    const { violations } = clinic.judged(one, other, called);
    expect(violations).toEqual(['came to v1.TicketCalled instead of v1.TicketCalled', 'was answered something else']);
  });

  it('sees an answer that is not what was done, at another place, or in two ways', () => {
    const clinic = new SlowClinic();
    const sent = clinic.send(take, 1, 2);
    const [answer] = sent.answers as [CommandAnswer & object];
    const said = (...answers: object[]) => clinic.judged({ ...sent, answers: answers as CommandAnswer[] }).violations;
    expect(said({ ...answer, result: { ticket: null } })).toEqual(['was answered something else']);
    expect(said({ ...answer, seq: 2 })).toEqual(['is not at the place that was told']);
    expect(said(answer, { ok: false, refusal: { code: 'queue-empty' } })).toEqual(['was answered in two ways']);
  });

  it('sees a refusal, or a read, of what was so at no moment between asking and answer', () => {
    const clinic = new SlowClinic();
    const refused = clinic.send(callNext, 1, 2);
    const sent = clinic.send(take, 1, 4);
    const read = clinic.read(ticketOf(sent).id, 5, 6);
    const called = clinic.send(callNext, 7, 8);
    const late = { askedAt: 9, answeredAt: 10 };
    const none = 'was answered what was true at no moment';
    expect(clinic.judged(refused, sent, read, called)).toEqual(nothing);
    expect(clinic.judged({ ...refused, ...late }, sent, read, called).violations).toEqual([none]);
    expect(clinic.judged(refused, sent, { ...read, ...late }, called).violations).toEqual([none]);
  });

  it('lets no read see what an earlier one had seen gone', () => {
    const clinic = new SlowClinic();
    const sent = clinic.send(take, 1, 2);
    const before = clinic.read(ticketOf(sent).id, 5, 6);
    const called = clinic.send(callNext, 3, 9);
    const later = clinic.read(ticketOf(sent).id, 3, 4);
    expect(
      clinic.judged(sent, called, { ...before, askedAt: 3, answeredAt: 4 }, { ...later, askedAt: 5, answeredAt: 6 }),
    ).toEqual(nothing);
    expect(clinic.judged(sent, called, later, before).violations).toEqual(['was answered what was true at no moment']);
  });

  it('lets the system do by itself what its command comes to, and nothing else', () => {
    const clinic = new SlowClinic();
    const taken = [1, 2, 3, 4].map((at) => clinic.send(take, at, at + 0.5));
    const [first, ticketId] = [ticketOf(taken[0]!).id, ticketOf(taken[3]!).id];
    const out = clinic.send({ type: 'step-out', ticketId, whenAhead: 2 }, 7, 8);
    const left = clinic.send({ type: 'mark-left', ticketId: first, reason: 'left' }, 9, 10);
    const others = [...clinic.rows];
    const calledBack = (ahead: number) => {
      const place = { ...others.at(-1)!, seq: others.length + 1, actor: 'system', commandId: idOf(400) };
      const row = { ...place, type: 'v1.CalledBack', body: { ticketId, ahead } } as WitnessRow;
      clinic.rows.splice(0, Infinity, ...others, row);
      return clinic.judged(...taken, out, left).violations;
    };
    expect(calledBack(2)).toEqual([]);
    expect(calledBack(1)).toEqual(['came to v1.CalledBack instead of v1.CalledBack']);
  });

  it('expects everybody’s outcome in the evening, in whatever order', () => {
    const clinic = new SlowClinic();
    const sent = [clinic.send(take, 1, 2), clinic.send(take, 3, 4), clinic.send({ type: 'close-day' }, 5, 6)];
    const at = clinic.rows.findIndex(({ type }) => type === 'v1.TicketClosed');
    const [one, other] = clinic.rows.slice(at, at + 2);
    clinic.rows.splice(at, 2, { ...other!, seq: one!.seq }, { ...one!, seq: other!.seq });
    expect(clinic.judged(...sent)).toEqual(nothing);
    clinic.rows.splice(at, 1, { ...one!, seq: one!.seq });
    expect(clinic.judged(...sent).violations).toHaveLength(1);
  });

  it('sees a row that nobody asked for, but lets the system act by itself', () => {
    const clinic = new SlowClinic();
    clinic.send(take, 1, 2);
    expect(clinic.judged().violations).toEqual(['row 5 is of staff']);
  });
});

describe('the search through every order', () => {
  function burst(...orders: readonly (readonly [QueueOrder, askedAt: number, answeredAt: number])[]) {
    const clinic = new SlowClinic();
    clinic.send(take, 0, 0);
    const from = clinic.queue.instantWith([]);
    return { from, sent: orders.map(([order, askedAt, answeredAt]) => clinic.send(order, askedAt, answeredAt)) };
  }

  it('finds an order, whatever order the answers came in', () => {
    const { from, sent } = burst([callNext, 1, 9], [callNext, 1, 5], [take, 1, 3]);
    expect(isLinearizable(sent.toReversed(), from, new Map())).toBe(true);
  });

  it('finds one in which time went on between what was asked at one moment', () => {
    const clinic = new SlowClinic();
    const first = ticketOf(clinic.send(take, 0, 0)).id;
    clinic.send(callNext, 0, 0);
    const from = clinic.queue.instantWith([]);
    clinic.pass(1);
    const second = clinic.send(take, 1, 5);
    clinic.pass(1);
    const behind: QueueOrder = { type: 'transfer', ticketId: first, toServiceId: services.general, placement: 'back' };
    const sentOn = clinic.send(behind, 1, 5);
    const called = clinic.send({ ...callNext, servicePointId: rooms.two } as QueueOrder, 6, 9);
    expect(ticketOf(called).id).toBe(ticketOf(second).id);
    expect(isLinearizable([called, sentOn, second], from, clinic.clockings)).toBe(true);
    expect(isLinearizable([called, sentOn, second], from, new Map())).toBe(false);
  });

  it('finds none where real time forbids it', () => {
    const { from, sent } = burst([callNext, 6, 9], [callNext, 1, 5]);
    expect(isLinearizable(sent, from, new Map())).toBe(false);
  });

  it('finds none for one patient in two rooms', () => {
    const { from, sent } = burst([callNext, 1, 5]);
    const [one] = sent;
    const other: CommandSent = { ...one!, command: { ...one!.command, servicePointId: rooms.two } as never };
    expect(isLinearizable([one!], from, new Map())).toBe(true);
    expect(isLinearizable([one!, other], from, new Map())).toBe(false);
  });
});
