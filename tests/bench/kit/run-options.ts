/** The words after `npm run bench --` and `npm run faults --`. */
import { parseArgs } from 'node:util';

export interface RunOptions {
  readonly seed: number;
  /** The form that CI runs: within 8 s on two cores, without goals. */
  readonly quick: boolean;
  /** The length of the run; each bench and fault has its own default. */
  readonly cycles: number | undefined;
  /** A line for people, before the table. */
  readonly say: (line: string) => void;
}

export type RunRequest =
  | { readonly kind: 'list' }
  | { readonly kind: 'run'; readonly name: string; readonly options: Omit<RunOptions, 'say'> }
  | { readonly kind: 'mistake'; readonly message: string };

export function parseRunRequest(args: readonly string[], names: readonly string[], defaultSeed: number): RunRequest {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: 'string' },
        cycles: { type: 'string' },
        quick: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return { kind: 'mistake', message: (error as Error).message };
  }
  const { values, positionals } = parsed;
  const [name, ...others] = positionals;
  if (name === undefined) return { kind: 'list' };
  if (others.length > 0) return { kind: 'mistake', message: `one name at a time: ${name} or ${others[0]}` };
  if (!names.includes(name))
    return { kind: 'mistake', message: `no such name: ${name}; there are ${names.join(', ')}` };
  const seed = wholeNumber(values.seed);
  const cycles = wholeNumber(values.cycles);
  if (Number.isNaN(seed)) return { kind: 'mistake', message: '--seed takes a whole number' };
  if (Number.isNaN(cycles) || cycles === 0) return { kind: 'mistake', message: '--cycles takes a whole number from 1' };
  return {
    kind: 'run',
    name,
    options: { seed: seed ?? defaultSeed, quick: values.quick, cycles },
  };
}

/** NaN for what is not one, undefined for what was not said. */
function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
