/** What a person does, counted, and how long that takes: nothing here is timed but the waiting for a screen. */
import times from './times.json' with { type: 'json' };

export interface Effort {
  readonly key: number;
  readonly touch: number;
  readonly hand: number;
  readonly thought: number;
  readonly look: number;
  readonly spokenWord: number;
  readonly writtenWord: number;
  readonly metre: number;
  /** Measured. */
  readonly waitedMs: number;
}
export type Deed = keyof typeof times.seconds;

export const none: Effort = {
  key: 0,
  touch: 0,
  hand: 0,
  thought: 0,
  look: 0,
  spokenWord: 0,
  writtenWord: 0,
  metre: 0,
  waitedMs: 0,
};
export const metres = { deskToKiosk: times.metres.deskToKiosk.value, roomToHall: times.metres.roomToHall.value };

export function together(...efforts: readonly Partial<Effort>[]): Effort {
  const sum = { ...none };
  for (const effort of efforts) {
    for (const [deed, count] of Object.entries(effort) as [keyof Effort, number][]) sum[deed] += count;
  }
  return sum;
}

export function secondsOf({ waitedMs, ...deeds }: Effort): number {
  const done = Object.entries(deeds) as [Deed, number][];
  return waitedMs / 1000 + done.reduce((total, [deed, count]) => total + count * times.seconds[deed].value, 0);
}

/** Said, and heard by whoever stands there. */
export const said = (words: string): Partial<Effort> => ({ spokenWord: wordsOf(words) });
/** Each thing that is written is thought of first, with the pen in the hand. */
export const written = (words: string): Partial<Effort> => ({ writtenWord: wordsOf(words), hand: 1, thought: 1 });
/** A field of a program: found, entered, typed. */
export const typedInto = (text: string): Partial<Effort> => ({ key: text.length, touch: 1, hand: 2, thought: 1 });

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
