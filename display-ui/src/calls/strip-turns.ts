// What the strip below the calls says, one turn after the other, so that every language of the clinic has its turn and
// nothing takes room from the calls. Pure.

import type { Language } from '@foyer/contracts/languages.ts';

export interface StripLine {
  readonly language: Language;
  readonly words: string;
  /** The clinic tells it to everybody now: it stands alone, and out. */
  readonly loud?: true;
}

/**
 * Each of `sayings` holds one saying in every language, in the clinic's order; `atOnce` languages share a turn.
 * A message has a turn for each of its `messages`, and between two of them another saying has its own.
 */
export function stripTurns(
  sayings: readonly (readonly StripLine[])[],
  atOnce: number,
  messages: readonly StripLine[] = [],
): readonly (readonly StripLine[])[] {
  const groups = Math.max(0, ...sayings.map(({ length }) => Math.ceil(length / atOnce)));
  const inTurn = Array.from({ length: groups }, (_, group) =>
    sayings.map((lines) => lines.slice(group * atOnce, (group + 1) * atOnce)),
  ).flat();
  const others = inTurn.filter(({ length }) => length > 0);
  if (messages.length === 0) return others;
  return Array.from({ length: Math.max(messages.length, others.length) }, (_, turn) => {
    const [message, other] = [messages[turn % messages.length], others[turn]];
    return [...(message === undefined ? [] : [[message]]), ...(other === undefined ? [] : [other])];
  }).flat();
}
