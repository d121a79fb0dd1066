// What happens next on a busy morning: people arrive, booked or not, are called by whoever is free, come or do not, and are
// with staff for a while. Everything lasts a sixtieth of what it would: minutes are seconds.

import { needs } from '@foyer/contracts/ticket-state.ts';
import { secondMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Board } from '@foyer/contracts/board-view.ts';
import type { Seeded } from '../clinic/seeded.ts';

export interface Act {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface MorningFacts {
  /** Those that a walk-in may choose, with the points that serve each. */
  readonly services: readonly { readonly id: string; readonly servicePointIds: readonly string[] }[];
  /** Check-in codes of the day's appointments, by time. */
  readonly codes: readonly string[];
  /** Points that take nobody before somebody has cleaned them. */
  readonly cleaned: readonly string[];
}

/** What the morning remembers: when what goes on now is over, by ticket and state, and which codes were used. */
export interface MorningMemory {
  readonly until: Map<string, EpochMs>;
  codesUsed: number;
}

const mostWaiting = 28;
const arrivalChance = 0.75;
const bookedShare = 0.5;
const needShare = 0.2;
const notHereShare = 0.08;
const walkToRoom = { least: 3 * secondMs, most: 8 * secondMs };
const withStaff = { least: 10 * secondMs, most: 32 * secondMs };

export function nextActs(
  board: Board,
  facts: MorningFacts,
  memory: MorningMemory,
  chance: Seeded,
  now: EpochMs,
): readonly Act[] {
  return [...atPoints(board, facts, memory, chance, now), ...arrivals(board, facts, memory, chance)];
}

function atPoints(
  board: Board,
  { services, cleaned }: MorningFacts,
  memory: MorningMemory,
  chance: Seeded,
  now: EpochMs,
): readonly Act[] {
  const waiting = board.tickets.filter(({ state }) => state === 'waiting');
  return board.servicePoints.flatMap(({ id: servicePointId, state, ticketId }): readonly Act[] => {
    if (state !== 'open') return [];
    const ticket = board.tickets.find(({ id }) => id === ticketId);
    if (ticket === undefined) {
      const own = services.filter((service) => service.servicePointIds.includes(servicePointId)).map(({ id }) => id);
      const wanted = waiting.some((one) => own.includes(one.serviceId));
      if (!wanted) return [];
      const cleaning = { type: 'set-room-state', servicePointId, roomState: 'empty' };
      return [...(cleaned.includes(servicePointId) ? [cleaning] : []), { type: 'call-next', servicePointId }];
    }
    const lasts = ticket.state === 'called' ? walkToRoom : withStaff;
    if (!isOver(`${ticket.id} ${ticket.state}`, lasts, memory, chance, now)) return [];
    if (ticket.state !== 'called') return [{ type: 'finish-service', servicePointId, ticketId: ticket.id }];
    return chance.next() < notHereShare
      ? [{ type: 'mark-not-answered', ticketId: ticket.id }]
      : [{ type: 'confirm-arrival', servicePointId, ticketId: ticket.id }];
  });
}

function arrivals(
  board: Board,
  { services, codes }: MorningFacts,
  memory: MorningMemory,
  chance: Seeded,
): readonly Act[] {
  const waiting = board.tickets.filter(({ state }) => state === 'waiting').length;
  if (waiting >= mostWaiting || chance.next() >= arrivalChance) return [];
  const need = chance.next() < needShare ? { needs: [chance.pick(needs)] } : {};
  const qr = codes[memory.codesUsed];
  if (qr !== undefined && chance.next() < bookedShare) {
    memory.codesUsed += 1;
    return [{ type: 'check-in', qr, ...need }];
  }
  return services.length === 0 ? [] : [{ type: 'issue-ticket', serviceId: chance.pick(services).id, ...need }];
}

/** Decided when it is first seen, so that it lasts as long however often one looks. */
function isOver(
  key: string,
  { least, most }: { readonly least: number; readonly most: number },
  { until }: MorningMemory,
  chance: Seeded,
  now: EpochMs,
): boolean {
  const end = until.get(key) ?? now + least + chance.below(most - least);
  until.set(key, end);
  return now >= end;
}
