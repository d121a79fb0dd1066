// Which entries of a row are shown, and which wait behind "More": the first that fit, and always the one where one is.

export interface Row {
  /** What each entry takes, in order, with the distance after it. */
  readonly widths: readonly number[];
  /** What "More" takes. */
  readonly more: number;
  /** What there is. */
  readonly room: number;
  /** Where one is, by its place among the entries. */
  readonly current: number;
}

/** The places of the entries that are shown, in order. "More" is there when these are not all. */
export function entriesThatFit({ widths, more, room, current }: Row): readonly number[] {
  const all = widths.map((_, index) => index);
  if (sum(widths) <= room) return all;
  const inReach = room - more - (widths[current] ?? 0);
  const shown: number[] = [];
  let taken = 0;
  for (const index of all) {
    if (index === current) continue;
    taken += widths[index]!;
    if (taken > inReach) break;
    shown.push(index);
  }
  return all.filter((index) => index === current || shown.includes(index));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
