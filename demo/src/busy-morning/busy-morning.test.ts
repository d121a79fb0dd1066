import { describe, expect, it } from 'vitest';
import { secondMs } from '@foyer/contracts/time.ts';
import type { Board, Ticket } from '@foyer/contracts/board-view.ts';
import { Seeded } from '../clinic/seeded.ts';
import { BusyMorning } from './busy-morning.ts';
import type { Act } from './next-acts.ts';

/** A clinic of two rooms and one service, which does what it is asked, and a clock that only pauses move. */
class AClinic {
  readonly sent: Act[] = [];
  now = 0;
  #tickets: Ticket[] = [];
  readonly #rooms = new Map<string, string | undefined>([
    ['r1', undefined],
    ['r2', undefined],
  ]);

  readonly board = (): Promise<Board> => {
    const servicePoints = [...this.#rooms].map(([id, ticketId]) => ({
      id,
      name: id,
      state: 'open' as const,
      ...(ticketId === undefined ? {} : { ticketId }),
    }));
    return Promise.resolve({
      epoch: 1,
      seq: 1,
      serverTime: this.now,
      businessDay: '2026-11-24',
      calls: [],
      tickets: this.#tickets,
      servicePoints,
    });
  };

  readonly send = (act: Act): Promise<boolean> => {
    this.sent.push(act);
    const { ticketId, servicePointId } = act as { ticketId?: string; servicePointId?: string };
    if (act.type === 'issue-ticket' || act.type === 'check-in') {
      const id = `t${this.#tickets.length}`;
      this.#tickets.push({ id, serviceId: 's', state: 'waiting', number: id } as Ticket);
      return Promise.resolve(true);
    }
    if (act.type === 'call-next') {
      const next = this.#tickets.find(({ state }) => state === 'waiting');
      if (next === undefined) return Promise.resolve(false);
      this.#become(next.id, 'called');
      this.#rooms.set(servicePointId!, next.id);
    }
    if (act.type === 'confirm-arrival') this.#become(ticketId!, 'serving');
    if (act.type === 'finish-service' || act.type === 'mark-not-answered') {
      this.#become(ticketId!, act.type === 'finish-service' ? 'completed' : 'not-answered');
      for (const [room, inIt] of this.#rooms) if (inIt === ticketId) this.#rooms.set(room, undefined);
    }
    return Promise.resolve(true);
  };

  readonly pause = (ms: number): Promise<void> => {
    this.now += ms;
    return Promise.resolve();
  };

  get open(): readonly Ticket[] {
    return this.#tickets.filter(({ state }) => state === 'waiting');
  }

  #become(ticketId: string, state: Ticket['state']): void {
    this.#tickets = this.#tickets.map((ticket) => (ticket.id === ticketId ? { ...ticket, state } : ticket));
  }
}

function aMorning(clinic: AClinic, seed = 7): BusyMorning {
  return new BusyMorning({
    scene: clinic,
    facts: () => ({ services: [{ id: 's', servicePointIds: ['r1', 'r2'] }], codes: ['qr-1', 'qr-2'], cleaned: ['r2'] }),
    chance: new Seeded(seed),
    now: () => clinic.now,
    pause: clinic.pause,
  });
}

describe('a busy morning', () => {
  it('brings people in, booked ones once, calls them, and sees them out, for a quarter of an hour', async () => {
    const clinic = new AClinic();
    const morning = aMorning(clinic);
    const told: boolean[] = [];
    morning.onChanged((running) => told.push(running));
    morning.begin();
    morning.begin();
    await expect.poll(() => morning.isRunning).toBe(false);
    expect(told).toEqual([true, false]);
    expect(clinic.now).toBeGreaterThanOrEqual(15 * 60 * secondMs);
    const counted = (type: string) => clinic.sent.filter((act) => act.type === type).length;
    expect(clinic.sent.filter(({ type }) => type === 'check-in').map(({ qr }) => qr)).toEqual(['qr-1', 'qr-2']);
    expect(counted('finish-service')).toBeGreaterThan(40);
    expect(counted('mark-not-answered')).toBeGreaterThan(0);
    expect(
      new Set(clinic.sent.flatMap((act) => (act.type === 'set-room-state' ? [act['servicePointId']] : []))),
    ).toEqual(new Set(['r2']));
    expect(clinic.open.length).toBeLessThanOrEqual(28);
  });

  it('ends when it is told to, and goes on over a box that does not answer', async () => {
    const clinic = new AClinic();
    let asked = 0;
    const scene = {
      send: clinic.send,
      board: () => {
        asked += 1;
        if (asked === 5) void morning.stop();
        return asked < 3 ? Promise.reject(new Error('no box')) : clinic.board();
      },
    };
    const morning = new BusyMorning({
      scene,
      facts: () => ({ services: [{ id: 's', servicePointIds: ['r1'] }], codes: [], cleaned: [] }),
      chance: new Seeded(1),
      now: () => clinic.now,
      pause: clinic.pause,
    });
    morning.begin();
    await expect.poll(() => morning.isRunning).toBe(false);
    expect(asked).toBe(5);
    expect(clinic.sent.length).toBeGreaterThan(0);
  });
});
