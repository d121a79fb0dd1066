// What the strip below the calls says, one turn after the other, so that every language of the clinic has its turn and
// nothing takes room from the calls. Pure.

import type { Language } from '@foyer/contracts/languages.ts';

export interface StripLine {
  /** Undefined: as the clinic wrote it. */
  readonly language?: Language;
  readonly words: string;
}

/** Each of `sayings` holds one saying in every language, in the clinic's order; `atOnce` languages share a turn. */
export function stripTurns(
  sayings: readonly (readonly StripLine[])[],
  atOnce: number,
  message?: string,
): readonly (readonly StripLine[])[] {
  const groups = Math.max(0, ...sayings.map(({ length }) => Math.ceil(length / atOnce)));
  const inTurn = Array.from({ length: groups }, (_, group) =>
    sayings.map((lines) => lines.slice(group * atOnce, (group + 1) * atOnce)),
  ).flat();
  return [...(message ? [[{ words: message }]] : []), ...inTurn.filter(({ length }) => length > 0)];
}
