/** One update, cut off now and then, and what is to be said of how it ended. */
import { placesIn } from '@foyer/appliance/updates/places.ts';
import { readState, writeWanted } from '@foyer/appliance/updates/state-file.ts';
import { Supervisor, type SupervisorParts } from '@foyer/appliance/updates/supervisor.ts';
import { type BoxState, usualLimits } from '@foyer/appliance/updates/update-facts.ts';
import type { UpdateStep } from '@foyer/appliance/updates/update-plan.ts';
import { createRandom } from '../../bench/kit/random.ts';
import { PowerCut, SimulatedDisk } from './simulated-disk.ts';
import {
  type BundleFault,
  bundleFaults,
  maker,
  type Manner,
  manners,
  newRelease,
  oldRelease,
  putBundle,
  root,
  SimulatedDatabase,
  SimulatedEdge,
  stick,
  today,
  wholeRelease,
} from './update-house.ts';

export type Plant = Pick<SupervisorParts, 'plan' | 'executors'>;
export interface UpdateTrial {
  /** The steps that the power went in. */
  readonly cutIn: readonly UpdateStep['kind'][];
  readonly end: string;
  readonly violations: readonly string[];
}
interface Case {
  readonly seed: number;
  readonly manner: Manner;
  readonly fault: BundleFault | undefined;
  readonly waiting: number;
  readonly urgent: boolean;
}

const faultNames = Object.keys(bundleFaults) as BundleFault[];
/** Found when the bundle is unpacked or rehearsed, which nobody begins while patients wait. */
const seenLate: ReadonlySet<BundleFault> = new Set(['torn', 'cut', 'unrehearsed']);
const turnMs = 30_000;
const mostTurns = 400;
const mostCuts = 4;

/** The same seed is the same update; the power goes at a moment of its own. */
export async function tryUpdate(seed: number, plant: Plant = {}): Promise<UpdateTrial> {
  const random = createRandom(seed);
  const one: Case = {
    seed,
    manner: manners[random.below(manners.length)]!,
    fault: random.below(4) === 0 ? faultNames[random.below(faultNames.length)]! : undefined,
    waiting: random.below(6) === 0 ? 3 : 0,
    urgent: random.below(6) === 0,
  };
  const whole = await run(one, plant, () => Number.POSITIVE_INFINITY);
  let cuts = random.below(mostCuts) + 1;
  const cut = await run(one, plant, () => (cuts-- > 0 ? random.below(whole.changes) : Number.POSITIVE_INFINITY));
  return { ...cut, violations: [...whole.violations, ...cut.violations] };
}

async function run(
  one: Case,
  plant: Plant,
  powerFor: () => number,
): Promise<UpdateTrial & { readonly changes: number }> {
  const random = createRandom(one.seed + 1);
  const disk = new SimulatedDisk(random);
  const places = placesIn(root);
  const database = new SimulatedDatabase(disk);
  const edge = new SimulatedEdge(disk, database, one.manner, one.waiting);
  const clock = { ms: 0 };
  let step: UpdateStep['kind'] = 'rest';
  const supervisor = (planted: Plant): Supervisor =>
    new Supervisor({
      disk,
      places,
      payload: edge,
      database,
      publicKey: maker.publicKey,
      rehearse: async () => one.fault !== 'unrehearsed',
      limits: usualLimits,
      monotonic: () => clock.ms,
      now: () => today,
      machine: 'linux-x64',
      say: ({ kind }) => (step = kind),
      ...planted,
    });
  const drive = async (box: Supervisor, isOver: () => boolean): Promise<void> => {
    for (let turn = 0; turn < mostTurns; turn++) {
      step = 'rest';
      const { kind } = await box.turn();
      if (kind !== 'rest') continue;
      if (isOver()) return;
      clock.ms += turnMs;
    }
  };
  const ended = (updateId: string) => () =>
    readState(disk, places.state).last?.updateId === updateId && edge.runs !== null;

  disk.makeFolder(root);
  disk.syncFolder('/');
  putBundle(disk, random, 'old');
  database.make();
  writeWanted(disk, places.wanted, { updateId: 'first', folder: stick, urgent: false });
  await drive(supervisor({}), ended('first'));

  disk.remove(stick);
  putBundle(disk, random, 'new', one.fault);
  writeWanted(disk, places.wanted, { updateId: 'next', folder: stick, urgent: one.urgent });
  const before = disk.changes;
  const cutIn: UpdateStep['kind'][] = [];
  const violations: string[] = [];
  const say = (what: string): void => void violations.push(`seed ${one.seed}, ${told(one)}: ${what}`);
  for (let isDone = false; !isDone;) {
    disk.cutAfter(powerFor());
    try {
      await drive(supervisor(plant), ended('next'));
      isDone = true;
    } catch (fault) {
      if (!(fault instanceof PowerCut)) {
        say(`${step}: ${String(fault)}`);
        break;
      }
      cutIn.push(step);
      disk.powerUp();
      edge.runs = null;
      const current = disk.linkAt(places.current)?.split('/').at(-1);
      if (current === undefined || wholeRelease(disk, current) === undefined)
        say(`cut in ${step}: neither version is whole`);
    }
  }
  disk.cutAfter(Number.POSITIVE_INFINITY);
  let end = 'unreadable';
  try {
    const state = readState(disk, places.state);
    end = state.last?.end ?? 'none';
    for (const what of judge(one, { disk, database, edge, state, cuts: cutIn.length })) say(what);
  } catch (fault) {
    // Torn, by a power cut that nobody was prepared for.
    say(`what is on the disk at the end cannot be read: ${String(fault)}`);
  }
  return { cutIn, end, violations, changes: disk.changes - before };
}

interface Ended {
  readonly disk: SimulatedDisk;
  readonly database: SimulatedDatabase;
  readonly edge: SimulatedEdge;
  readonly state: BoxState;
  readonly cuts: number;
}

function judge(one: Case, { disk, database, edge, state, cuts }: Ended): readonly string[] {
  const found: string[] = [];
  const mark = database.mark();
  const manifest = edge.runs === null ? undefined : wholeRelease(disk, edge.runs);
  if (manifest === undefined) found.push(`nothing whole runs at the end (${edge.runs})`);
  if (mark === undefined || (manifest !== undefined && mark.number > manifest.highestDatabase))
    found.push('what runs cannot read the database');
  if (mark !== undefined && mark.seq < edge.acknowledged) found.push('an accepted command is gone');
  const { end, code } = state.last ?? { end: 'none', code: null };
  const said = code === null ? end : `${end} (${code})`;
  const wanted = expected(one, cuts);
  if (!wanted.includes(said)) found.push(`ended as ${said}, not as ${wanted.join(' or ')}`);
  const runs = end === 'kept' || end === 'stuck' ? newRelease : oldRelease;
  if (edge.runs !== runs) found.push(`${edge.runs} runs after ${said}`);
  return found;
}

/** A good version that the power is cut under three times may be given up as well. */
function expected({ fault, manner, waiting, urgent }: Case, cuts: number): readonly string[] {
  if (fault !== undefined && !seenLate.has(fault)) return [`refused (${bundleFaults[fault]})`];
  if (waiting > 0 && !urgent) return ['refused (patients-waiting)'];
  if (fault !== undefined) return [`refused (${bundleFaults[fault]})`];
  switch (manner) {
    case 'good':
      return cuts < usualLimits.starts ? ['kept'] : ['kept', 'rolled-back'];
    case 'migrates':
      return cuts < usualLimits.starts ? ['kept'] : ['kept', 'rolled-back', 'stuck (update-stuck)'];
    case 'crashes':
    case 'ill':
    case 'migrates-ill':
    case 'serves-crashes':
      return ['rolled-back'];
    case 'migrates-serves-ill':
      return cuts === 0 ? ['stuck (update-stuck)'] : ['stuck (update-stuck)', 'rolled-back'];
  }
}

function told({ fault, manner, waiting, urgent }: Case): string {
  return [fault ?? manner, waiting > 0 ? 'patients wait' : '', urgent ? 'urgent' : ''].filter(Boolean).join(', ');
}
