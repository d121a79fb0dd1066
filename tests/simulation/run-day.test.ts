import { createRandom } from '@foyer/domain/wait-estimate/random.ts';
import { describe, expect, it } from 'vitest';
import { readCells, usualCellFile, type Cell } from './cells.ts';
import { type ClinicDay, makeDay, type Visitor } from './clinic-day.ts';
import { runDay, type Watcher } from './run-day.ts';
import { hour, minute, truthOf } from './truth.ts';

const { usual, cells, beliefs } = readCells(usualCellFile);

interface Seen {
  readonly called: readonly { readonly visitor: Visitor; readonly at: number }[];
  readonly served: readonly { readonly point: number; readonly from: number; readonly at: number }[];
  readonly left: readonly { readonly visitor: Visitor; readonly at: number }[];
  readonly day: ClinicDay;
}

function aDay(changed: Partial<Cell> = {}, seed = 1, watcher: Watcher = {}): Seen {
  const cell = { ...usual, ...changed };
  const random = createRandom(seed);
  const truth = truthOf(
    cell,
    Array.from({ length: cell.practitioners }, () => 1),
    random,
  );
  const seen = {
    called: [] as { visitor: Visitor; at: number }[],
    served: [] as { point: number; from: number; at: number }[],
    left: [] as { visitor: Visitor; at: number }[],
  };
  const recorder: Watcher = {
    called: (visitor, _waitedMs, at) => void seen.called.push({ visitor, at }),
    served: (_visitor, point, durationMs, at) => void seen.served.push({ point, from: at - durationMs, at }),
    left: (visitor, waitedMs) => void seen.left.push({ visitor, at: visitor.arrivesAt + waitedMs }),
  };
  const day = makeDay(truth, 1, random);
  runDay(truth, day, [recorder, watcher]);
  return { ...seen, day };
}

describe('a simulated day', () => {
  it('is the same under its seed, and another under another', () => {
    expect(aDay({}, 5)).toEqual(aDay({}, 5));
    expect(aDay({}, 5).called).not.toEqual(aDay({}, 6).called);
  });

  it('calls everybody who comes once, unless they give up before', () => {
    const { day, called, left } = aDay({ load: 1.1, patienceMinutes: 40 });
    const come = day.visitors.filter(({ arrivesAt }) => arrivesAt < Infinity).map(({ id }) => id);
    expect(left.length).toBeGreaterThan(0);
    expect([...called, ...left].map(({ visitor }) => visitor.id).toSorted()).toEqual(come.toSorted());
    expect(called.every(({ visitor, at }) => visitor.arrivesAt <= at && at <= visitor.leavesAt)).toBe(true);
    expect(left.every(({ visitor, at }) => at === visitor.leavesAt)).toBe(true);
  });

  it('has nobody serve two at once, nor begin before their time, nor through lunch', () => {
    const { served, day } = aDay({ load: 1.1 });
    for (const [point, { lunch, beginsAt }] of day.shifts.entries()) {
      const own = served.filter((service) => service.point === point);
      expect(own.every(({ from }) => from >= beginsAt)).toBe(true);
      expect(own.slice(1).every(({ from }, index) => from >= own[index]!.at)).toBe(true);
      const last = own.findLast(({ from }) => from < lunch!.from)!;
      const next = own.find(({ from }) => from >= lunch!.from)!;
      expect(next.from - last.at).toBeGreaterThanOrEqual(30 * minute);
    }
  });

  it('calls urgent cases first, then the booked, each as they came', () => {
    const busy = { load: 1.1, namedShare: 0, urgentShare: 0.2 };
    let waits = 0;
    aDay({ ...busy, turnoverMinutes: 0 }, 3, {
      waits(visitor, { waiting, points }) {
        waits += 1;
        expect(waiting).toContain(visitor);
        expect(points.every(({ serving, backAt }) => serving !== null || backAt !== null)).toBe(true);
      },
    });
    expect(waits).toBeGreaterThan(50);
    const { called } = aDay(busy, 3);
    const classes = ['emergency', 'booked', 'walk-in'];
    for (const [index, { visitor, at }] of called.entries()) {
      for (const later of called.slice(index + 1)) {
        if (later.visitor.arrivesAt >= at) continue;
        expect(classes.indexOf(later.visitor.priorityClass)).toBeGreaterThanOrEqual(
          classes.indexOf(visitor.priorityClass),
        );
      }
    }
  });

  it('takes a while between two, and says so of who waited for it', () => {
    const idle: number[] = [];
    aDay({ load: 1.1, turnoverMinutes: 2 }, 4, {
      called: (_visitor, _waitedMs, _at, idleMs) => {
        if (idleMs !== undefined) idle.push(idleMs);
      },
    });
    const mean = idle.reduce((sum, ms) => sum + ms, 0) / idle.length;
    expect(idle.length).toBeGreaterThan(50);
    expect(Math.abs(mean / minute - 2)).toBeLessThan(0.6);
  });

  it('brings as much work as its load says', () => {
    for (const load of [0.7, 1.1]) {
      const days = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => aDay({ load, patienceMinutes: 1_000_000 }, seed));
      const worked = days.flatMap(({ served }) => served).reduce((sum, { from, at }) => sum + at - from, 0);
      const able = days.length * usual.practitioners * (usual.openHours * hour - usual.lunchMinutes * minute);
      expect(Math.abs(worked / able - load)).toBeLessThan(0.1);
    }
  });
});

describe('the file of cells', () => {
  it('spans the loads, the practitioners, the services and the beliefs that are promised', () => {
    const range = (key: 'load' | 'practitioners' | 'meanMinutes' | 'variation'): readonly number[] => [
      Math.min(...cells.map((cell) => cell[key])),
      Math.max(...cells.map((cell) => cell[key])),
    ];
    expect(range('load')).toEqual([0.7, 1.1]);
    expect(range('practitioners')).toEqual([1, 6]);
    expect(range('meanMinutes')).toEqual([8, 15]);
    expect(range('variation')).toEqual([0.4, 0.8]);
    expect(beliefs).toEqual([0.7, 1, 1.4]);
    expect(readCells(usualCellFile).seeds).toBeGreaterThanOrEqual(30);
  });
});
