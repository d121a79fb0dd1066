import { describe, expect, it } from 'vitest';
import { readCells, usualCellFile } from './cells.ts';
import { added, limitName, otherNames, ownName, runCell } from './run-cell.ts';

const { usual } = readCells(usualCellFile);
const small = { ...usual, practitioners: 1, openHours: 4 };

describe('a simulated clinic whose waits are foretold', () => {
  it('has everybody foretell the same waits, always the same under its seed', () => {
    const tallies = runCell(small, [1, 1.4], 3);
    const names = [limitName, ownName(1), ownName(1.4), ...otherNames(1), ...otherNames(1.4)];
    expect(Object.keys(tallies).toSorted()).toEqual([...new Set(names)].toSorted());
    expect(new Set(Object.values(tallies).map(({ waits }) => waits)).size).toBe(1);
    expect(tallies[limitName]!.waits).toBeGreaterThan(30);
    expect(runCell(small, [1, 1.4], 3)).toEqual(tallies);
    expect(added(tallies, tallies)[limitName]!.squares).toBe(2 * tallies[limitName]!.squares);
  });

  it('is foretold less well by who holds to a wrong plan than by who learns', () => {
    const tallies = runCell({ ...small, variation: 0.4 }, [1.4], 8);
    const [constant] = otherNames(1.4).filter((name) => name.startsWith('position'));
    expect(tallies[ownName(1.4)]!.squares).toBeLessThan(tallies[constant!]!.squares);
  });

  it('is told intervals that hold about three waits of five, and errs little more than who knows the truth', () => {
    const tallies = [1, 2, 3, 4, 5, 6].map((seed) => runCell({ ...small, practitioners: 2 }, [1], seed)).reduce(added);
    const { within, waits, squares } = tallies[ownName(1)]!;
    expect(waits).toBeGreaterThan(300);
    expect(within / waits).toBeGreaterThan(0.53);
    expect(within / waits).toBeLessThan(0.67);
    expect(Math.sqrt(squares / tallies[limitName]!.squares)).toBeLessThan(1.2);
  });
});
