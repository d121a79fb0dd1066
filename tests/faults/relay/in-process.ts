/** Histories of a simulated relay, as many as have so many acts together; one that fails is made small and told. */
import type { Relay } from '@foyer/cloud-sync/relay.ts';
import { createRandom } from '../../bench/kit/random.ts';
import type { Variant } from '../../bench/kit/source-variant.ts';
import { plantedRelay } from '../../bench/kit/planted-relay.ts';
import { sourceWith } from '../kit/sources-with-plant.ts';
import { carelessInboxes } from './inbox-model.ts';
import { drawActs, type RelayAct, toldAct } from './relay-acts.ts';
import { playRelay, type RelayEnd, type RelayPlant } from './relay-history.ts';
import { shrunk } from './shrink-acts.ts';
import type { RelayMaker } from './simulated-box.ts';

export interface HistoriesVerdict {
  readonly steps: number;
  readonly histories: number;
  readonly acknowledged: number;
  /** Histories in which a fork or a clone was noticed. */
  readonly halted: number;
  readonly lost: number;
  readonly duplicated: number;
  /** One for each kind, with the smallest history that shows it. */
  readonly violations: readonly string[];
}

const mostViolations = 8;
const historiesOfAPlant = 4_000;
const tellEvery = 100_000;

export async function playHistories(
  seed: number,
  wanted: number,
  say: (line: string) => void,
): Promise<HistoriesVerdict> {
  const plant = { makeRelay: await relayWith(undefined) };
  const seen = new Map<string, string>();
  const total = { steps: 0, histories: 0, acknowledged: 0, halted: 0, lost: 0, duplicated: 0 };
  while (total.steps < wanted) {
    const of = seed + total.histories;
    const acts = drawActs(createRandom(of));
    const end = await playRelay(acts, plant);
    if (Math.floor((total.steps + acts.length) / tellEvery) > Math.floor(total.steps / tellEvery))
      say(`${total.steps + acts.length} of ${wanted} steps`);
    total.steps += acts.length;
    total.histories += 1;
    total.acknowledged += end.acknowledged;
    total.halted += Number(end.isHalted);
    total.lost += count(end, /has lost/);
    total.duplicated += count(end, /was applied/);
    for (const kind of kindsOf(end)) {
      if (seen.has(kind) || seen.size >= mostViolations) continue;
      const small = await shrunk(acts, async (fewer) => kindsOf(await playRelay(fewer, plant)).has(kind));
      seen.set(kind, `history ${of}: ${sentenceOf(await playRelay(small, plant), kind)}: ${told(small)}`);
      say(seen.get(kind)!);
    }
  }
  return { ...total, violations: [...seen.values()] };
}

/** How many of the planted bugs are seen by a history that is whole without them; tells of each the smallest. */
export async function catchPlants(
  seed: number,
  names: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const whole = { makeRelay: await relayWith(undefined) };
  let caught = 0;
  for (const name of names) {
    const plant = await plantNamed(name);
    const found = await findHistory(seed, plant, whole);
    if (found === undefined) say(`${name}: NOT caught`);
    else {
      caught += 1;
      say(`${name}: caught, ${found}`);
    }
  }
  return caught;
}

/** In words: what is wrong, and after which acts. */
async function findHistory(seed: number, plant: RelayPlant, whole: RelayPlant): Promise<string | undefined> {
  const isWhole = async (acts: readonly RelayAct[]): Promise<boolean> =>
    (await playRelay(acts, whole)).violations.length === 0;
  for (let of = seed; of < seed + historiesOfAPlant; of++) {
    const acts = drawActs(createRandom(of));
    const [kind] = kindsOf(await playRelay(acts, plant));
    if (kind === undefined || !(await isWhole(acts))) continue;
    const small = await shrunk(acts, async (fewer) => kindsOf(await playRelay(fewer, plant)).has(kind));
    const shown = (await isWhole(small)) ? small : acts;
    return `${sentenceOf(await playRelay(shown, plant), kind)}: ${told(shown)}`;
  }
  return undefined;
}

export const plantNames: readonly string[] = [
  ...Object.keys(plantedRelay),
  ...carelessInboxes,
  'answered before the commit',
  'feed numbered before it is applied',
];

async function plantNamed(name: string): Promise<RelayPlant> {
  if (name in plantedRelay) return { makeRelay: await relayWith(name as Variant) };
  const makeRelay = await relayWith(undefined);
  if (name === 'feed numbered before it is applied') return { makeRelay, isFeedCareless: true };
  const centre = name === 'answered before the commit' ? name : carelessInboxes.find((careless) => careless === name);
  return { makeRelay, ...(centre === undefined ? {} : { centre }) };
}

async function relayWith(variant: Variant | undefined): Promise<RelayMaker> {
  const module = (await sourceWith(variant, 'cloud-sync/src/relay.ts')) as { readonly Relay: typeof Relay };
  return (options) => new module.Relay(options);
}

function count({ violations }: RelayEnd, what: RegExp): number {
  return violations.filter((violation) => what.test(violation)).length;
}

/** Without the numbers. */
function kindsOf({ violations }: RelayEnd): ReadonlySet<string> {
  return new Set(violations.map(kindOf));
}

function kindOf(violation: string): string {
  return violation.replaceAll(/\d+/g, 'N');
}

function sentenceOf({ violations }: RelayEnd, kind: string): string {
  return violations.find((violation) => kindOf(violation) === kind) ?? kind;
}

function told(acts: readonly RelayAct[]): string {
  return acts.map(toldAct).join('; ') || 'nothing at all';
}
