/**
 * Rounds of a measurement. In each round every subject is measured once, in an order of its own, so that what
 * the machine does beside us falls on all of them alike.
 */
import type { Random } from './random.ts';

/** Fewer rounds than this make no figure. */
export const leastRounds = 5;
/** Of a quick form, which shows that it runs. */
export const quickRounds = 1;

/** What is measured, by name; one call is one round's samples, in the unit of the figure. */
export type Subjects<Name extends string> = Readonly<Record<Name, () => Promise<readonly number[]>>>;

/** The samples of each subject: one list for each round. */
export type RoundSamples<Name extends string> = Readonly<Record<Name, readonly (readonly number[])[]>>;

export async function interleave<Name extends string>(
  random: Random,
  rounds: number,
  subjects: Subjects<Name>,
): Promise<RoundSamples<Name>> {
  const names = Object.keys(subjects) as Name[];
  const samples = new Map(names.map((name) => [name, [] as (readonly number[])[]]));
  for (let round = 0; round < rounds; round++)
    for (const name of random.shuffle(names)) samples.get(name)?.push(await subjects[name]());
  return Object.fromEntries(samples) as unknown as RoundSamples<Name>;
}
