/**
 * A month of a busy clinic at one edge, a day in some ten seconds: what its memory, its files and its disk grow by beyond
 * the data itself. The process is the one that a clinic runs; its clock is moved (`kit/moved-clock.ts`). Measured is each
 * morning, when the day before is over; the first one counts in no line. What an engine takes once (space for its young
 * objects, a thread's arenas) it takes in steps over many days: memory must not grow in the second half of the month.
 */
import { openForWriting } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { migrate } from '@foyer/edge-server/adapters/sqlite/migrate.ts';
import { createReferenceTables } from '@foyer/edge-server/adapters/sqlite/reference-tables.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import { DaysAtTheClinic, priceMinor } from './edge-soak/day-at-the-clinic.ts';
import { type EdgeSize, sizeOfEdge } from './edge-soak/edge-size.ts';
import { type BenchClinic, makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { ClockHand } from './kit/clock-hand.ts';
import { createEdgeClient } from './kit/edge-client.ts';
import { type EdgeProcess, startEdge } from './kit/edge-process.ts';
import type { Figure } from './kit/figure.ts';
import { bounded, growthOf } from './kit/growth.ts';
import { createRandom, type Random } from './kit/random.ts';
import type { RunOptions } from './kit/run-options.ts';

const fullDays = 30;
const fullVisits = 600;
const quickDays = 2;
const quickVisits = 4;
const displays = 4;
const bytesInMb = 1024 * 1024;
const perCommands = 100_000;

export const edgeSoak: Bench = {
  name: 'edge-soak',
  about: 'a month of a busy clinic: what the edge’s memory, files and disk grow by beyond the data',
  run: measure,
};

/** A morning. */
interface Sized extends EdgeSize {
  readonly commands: number;
  readonly waiting: number;
}

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const { seed, quick } = options;
  const days = quick ? quickDays : Math.max(3, options.cycles ?? fullDays);
  const visits = quick ? quickVisits : fullVisits;
  const random = createRandom(seed);
  const clinic = makeBenchClinic({ seed, kiosks: 1, displays, oneService: true });
  setPrices(clinic);
  const clock = new ClockHand(clinic.folder);
  let edge: EdgeProcess | undefined;
  try {
    edge = await startEdge({ clinic, nodeOptions: clock.nodeOptions });
    const clinicDays = new DaysAtTheClinic({ clinic, edge, clock, random });
    const mornings: Sized[] = [];
    const startedAt = performance.now();
    for (let day = 1; day <= days; day++) {
      await clinicDays.live(visits);
      const size = await sizeOfEdge(edge, clock, clinic.dataDir);
      mornings.push({ ...size, commands: clinicDays.commands, waiting: await waitingAt(edge, clinic) });
      if (!quick) options.say(`day ${day}: ${described(mornings.at(-1)!)}`);
    }
    clinicDays.end();
    const perSecond = clinicDays.commands / ((performance.now() - startedAt) / 1000);
    return {
      runs: days,
      figures: [
        ...figuresOf(mornings, random),
        { name: 'commands a second, nights included', value: perSecond, unit: '/s' },
      ],
    };
  } finally {
    await edge?.stop();
    clock.close();
    clinic.remove();
  }
}

function figuresOf(mornings: readonly Sized[], random: Random): readonly Figure[] {
  const last = mornings.at(-1)!;
  const first = mornings[0]!;
  const warm = mornings.slice(1);
  const grows = (
    name: string,
    unit: string,
    of: (size: Sized, index: number) => number,
    among: readonly Sized[] = warm,
  ): Figure => {
    const { slope, floor, ratio } = growthOf(
      among.map((size, day) => ({ after: day, value: of(size, day) })),
      random,
    );
    return { name: `${name}, growth a day`, value: slope, unit, floor, ratio, goal: bounded };
  };
  const settled = warm.slice(Math.floor(warm.length / 2));
  /** What one day added to the database, for each 100,000 commands. */
  const added = (size: Sized, day: number): number => {
    const before = mornings[day]!;
    return (
      (((size.databaseBytes - before.databaseBytes) / (size.commands - before.commands)) * perCommands) / bytesInMb
    );
  };
  return [
    { name: 'commands', value: last.commands, unit: '' },
    { name: 'resident memory at the end', value: last.residentBytes / bytesInMb, unit: 'MB' },
    grows('resident memory', 'MB', ({ residentBytes }) => residentBytes / bytesInMb, settled),
    { name: 'heap of all threads at the end', value: last.heapBytes / bytesInMb, unit: 'MB' },
    grows('heap of all threads', 'MB', ({ heapBytes }) => heapBytes / bytesInMb, settled),
    { name: 'open files at the end', value: last.openFiles, unit: '' },
    grows('open files', '', ({ openFiles }) => openFiles),
    grows('numbers that wait in the morning', '', ({ waiting }) => waiting),
    {
      name: 'database for 100,000 commands',
      value:
        (((last.databaseBytes - first.databaseBytes) / (last.commands - first.commands)) * perCommands) / bytesInMb,
      unit: 'MB',
    },
    grows('database for 100,000 commands', 'MB', added),
    {
      name: 'write-ahead log at its largest',
      value: Math.max(...mornings.map(({ walBytes }) => walBytes)) / bytesInMb,
      unit: 'MB',
    },
    grows('write-ahead log', 'MB', ({ walBytes }) => walBytes / bytesInMb),
    grows('other files', 'MB', ({ otherBytes }) => otherBytes / bytesInMb),
  ];
}

function described({ commands, residentBytes, heapBytes, openFiles, databaseBytes, walBytes, waiting }: Sized): string {
  const mb = (bytes: number): string => `${(bytes / bytesInMb).toFixed(1)} MB`;
  return (
    `${commands} commands, ${mb(residentBytes)} resident, ${mb(heapBytes)} of heap, ${openFiles} files, ` +
    `${mb(databaseBytes)} on disk, ${mb(walBytes)} of log ahead, ${waiting} waiting`
  );
}

/** As the centre's feed leaves them. */
function setPrices(clinic: BenchClinic): void {
  const { services, currency } = clinic.configuration;
  const db = openForWriting(dataFiles(clinic.dataDir).database);
  try {
    migrate(db);
    const tables = createReferenceTables(db);
    for (const { id } of services)
      tables.apply({
        number: 1,
        kind: 'price',
        id,
        body: { serviceId: id, amountMinor: priceMinor, currency, version: 1 },
      });
  } finally {
    db.close();
  }
}

async function waitingAt(edge: EdgeProcess, clinic: BenchClinic): Promise<number> {
  const supervisor = createEdgeClient(edge.url, clinic.supervisor);
  const board = await supervisor.get<{ readonly tickets?: Readonly<Record<string, { readonly state: string }>> }>(
    '/api/v1/board',
  );
  supervisor.close();
  return Object.values(board.tickets ?? {}).filter(({ state }) => state === 'waiting').length;
}
