/** A figure of a bench or a fault, as the table and the last line of its run give it. */
import { round } from './statistics.ts';

export interface Goal {
  readonly of: 'value' | 'ratio';
  readonly op: '<=' | '>=';
  readonly bound: number;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the disk, the socket, the database or the named peer does at best, in the same unit and run. */
  readonly floor?: number;
  /** The median of the rounds' ratios to their floor, not the ratio of the two medians. */
  readonly ratio?: number;
  readonly goal?: Goal;
}

export type JudgedFigure = Figure & { readonly met?: boolean };

/** Says whether the goal is met, by the exact numbers; rounds for the eye only afterwards. */
export function judge(figure: Figure, quick: boolean): JudgedFigure {
  const { goal, ...rest } = figure;
  const rounded = {
    ...rest,
    value: round(rest.value),
    ...(rest.floor === undefined ? {} : { floor: round(rest.floor) }),
    ...(rest.ratio === undefined ? {} : { ratio: round(rest.ratio) }),
  };
  return goal === undefined || quick ? rounded : { ...rounded, goal, met: isMet(figure, goal) };
}

function isMet(figure: Figure, goal: Goal): boolean {
  const measured = goal.of === 'value' ? figure.value : figure.ratio;
  if (measured === undefined || Number.isNaN(measured)) return false;
  return goal.op === '<=' ? measured <= goal.bound : measured >= goal.bound;
}

/** The table for people: one line for each figure, columns aligned. */
export function formatFigures(figures: readonly JudgedFigure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${figure.value} ${figure.unit}`.trim(),
    figure.floor === undefined ? '' : `${figure.floor} ${figure.unit}`.trim(),
    figure.ratio === undefined ? '' : `${figure.ratio}`,
    figure.goal === undefined ? '' : `${figure.goal.of} ${figure.goal.op} ${figure.goal.bound}`,
    figure.met === undefined ? '' : figure.met ? 'met' : 'NOT MET',
  ]);
  return formatTable([['figure', 'value', 'floor', 'ratio', 'goal', ''], ...rows]);
}

export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
