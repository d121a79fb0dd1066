/**
 * A busy clinic lives for seven days without its centre, and the centre without its clinic: the real box with its clock
 * moved on and cut off from power once a day, a real centre on PostgreSQL. Then the line comes back, and both are compared
 * to the last row by what their databases hold. `.build/seven-days.html` tells it to whoever runs a clinic.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import { type BenchClinic, makeBenchClinic, repositoryRoot } from '../bench/kit/bench-clinic.ts';
import { ClockHand } from '../bench/kit/clock-hand.ts';
import { createEdgeClient, readLog } from '../bench/kit/edge-client.ts';
import { createRandom } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { BothEnds } from './seven-days/both-ends.ts';
import { ClinicLine } from './seven-days/clinic-line.ts';
import { compareSides } from './seven-days/compare.ts';
import { catchPlants } from './seven-days/planted-differences.ts';
import { Told } from './seven-days/told.ts';
import { WeekCentre } from './seven-days/week-centre.ts';
import { WeekClinic } from './seven-days/week-clinic.ts';
import { WeekDesk } from './seven-days/week-desk.ts';
import { pageOf } from './seven-days/week-page.ts';
import { planWeek } from './seven-days/week-plan.ts';
import { dayOf, type DayNotes, differencesOf, type Waiting, type WeekStory } from './seven-days/week-story.ts';

const fullDays = 7;
const fullVisits = 200;
const quickVisits = 5;
/** What a clinic's line carries upward: then the report of how it is now is there before the backlog is. */
const upBitsPerSecond = 1_000_000;
/** With fewer rows waiting than this, the rows themselves are there as soon. */
const reportedFrom = 200;

export const sevenDays: Fault = {
  name: 'seven-days',
  about: 'a clinic and its centre, a week apart: both sides equal to the last row afterwards, and a page that says so',
  run: liveApart,
};

async function liveApart(options: RunOptions): Promise<FaultOutcome> {
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: 0, oneService: true });
  const clock = new ClockHand(clinic.folder);
  const random = createRandom(options.seed);
  const days = options.cycles ?? (options.quick ? 1 : fullDays);
  const visits = options.quick ? quickVisits : fullVisits;
  const plan = planWeek({ days, visits, zone: clinic.configuration.zone, now: Date.now() }, random);
  const told = new Told();
  const centre = new WeekCentre({ clinic, clock, plan, told, random });
  try {
    await centre.start();
    const line = new ClinicLine(centre.url, upBitsPerSecond);
    await line.start();
    const tokenFile = join(clinic.folder, 'edge-token');
    writeFileSync(tokenFile, centre.edgeToken, { mode: 0o600 });
    const environment = { FOYER_PMS_URL: line.url, FOYER_PMS_TOKEN_FILE: tokenFile };
    const desk = new WeekDesk({ clinic, clock, environment });
    try {
      await desk.start();
      const week = new WeekApart({ clinic, clock, plan, told, random, centre, line, desk, options });
      return await week.live();
    } finally {
      await desk.stop();
      await line.stop();
    }
  } finally {
    await centre.stop();
    clock.close();
    clinic.remove();
  }
}

interface WeekParts {
  readonly clinic: BenchClinic;
  readonly clock: ClockHand;
  readonly plan: ReturnType<typeof planWeek>;
  readonly told: Told;
  readonly random: ReturnType<typeof createRandom>;
  readonly centre: WeekCentre;
  readonly line: ClinicLine;
  readonly desk: WeekDesk;
  readonly options: RunOptions;
}

class WeekApart {
  readonly #parts: WeekParts;
  readonly #waiting: Waiting[] = [];
  readonly #notes: DayNotes[] = [];

  constructor(parts: WeekParts) {
    this.#parts = parts;
  }

  async live(): Promise<FaultOutcome> {
    const { clinic, centre, line, desk } = this.#parts;
    const box = dataFiles(clinic.dataDir).database;
    const ends = new BothEnds(box, await centre.connect(), clinic.configuration.clinicId);
    try {
      await ends.untilEqual();
      line.cut();
      await this.#liveApart((await ends.read()).centre.rows.length);
      // To a report that was under way while the clock was moved on, it took hours, and the next one waits as long again.
      if (this.#backlog >= reportedFrom) await desk.kill(0);
      line.mend();
      const story = await this.#compare(ends);
      const page = writePage(story);
      this.#parts.options.say(`\nthe page of the week: ${page}`);
      return this.#outcome(story);
    } finally {
      await ends.close();
    }
  }

  /** Day by day on both sides, from the next morning on. */
  async #liveApart(held: number): Promise<void> {
    const { plan, clock, centre, desk, options } = this.#parts;
    const cutAt = clock.now();
    const onVisit = (): void => {
      this.#waiting.push({ afterMs: clock.now() - cutAt, rows: Math.max(0, desk.newestSeq - held) });
    };
    const atClinic = new WeekClinic({ ...this.#parts, onVisit });
    clock.move(plan.morning(1) - clock.now());
    for (let day = 1; day <= plan.days; day++) {
      const businessDay = this.#today();
      const meanwhile = await centre.live(day);
      this.#notes.push({ businessDay, atCentre: meanwhile, atClinic: await atClinic.live(day) });
      if (!options.quick) options.say(`day ${day}: ${this.#waiting.at(-1)?.rows ?? 0} rows wait`);
    }
  }

  /** Rows that wait for the centre. */
  get #backlog(): number {
    return this.#waiting.at(-1)?.rows ?? 0;
  }

  #today(): BusinessDay {
    const { clock, clinic } = this.#parts;
    const { zone, businessDayStartsAt } = clinic.configuration;
    return businessDayAt(clock.now(), zone, businessDayStartsAt).businessDay;
  }

  async #compare(ends: BothEnds): Promise<WeekStory> {
    const { clinic, told, centre, desk, plan, options } = this.#parts;
    const reconnection = await ends.untilEqual();
    const sides = await ends.read();
    await this.#readLedger();
    const days = [];
    for (const notes of this.#notes)
      days.push(dayOf(notes, sides.clinic, sides.centre, await centre.dashboard(notes.businessDay)));
    const { liveAfterMs = Infinity, backlogAfterMs } = reconnection;
    const isLate = this.#backlog >= reportedFrom && liveAfterMs > backlogAfterMs;
    const amiss = days.filter(({ clinic: ours, dashboardMinor }) => ours.cashMinor + ours.cardMinor !== dashboardMinor);
    await desk.stop();
    const { request, appointment } = sides.centre.things;
    const accepted = [...request.values()].filter(({ state }) => state === 'accepted').length;
    return {
      clinicName: clinic.configuration.name,
      currency: clinic.configuration.currency,
      seed: options.seed,
      days,
      waiting: this.#waiting,
      reconnection,
      checks: compareSides(sides.clinic, sides.centre, told),
      caught: await catchPlants(ends, told),
      cameAllTheSame: [...sides.clinic.things.arrival.keys()].filter((id) => appointment.get(id)?.['cancelled']).length,
      requests: { accepted, refused: request.size - accepted },
      sentAgain: desk.sentAgain,
      broken: [
        ...desk.ledger.verdict().violations,
        ...(isLate ? ['the centre had the whole backlog before it knew how the clinic is now'] : []),
        ...amiss.map(({ businessDay }) => `the dashboard has other takings of ${businessDay} than the clinic`),
        ...(days.length === plan.days ? [] : ['not every day was lived']),
      ],
    };
  }

  async #readLedger(): Promise<void> {
    const { clinic, desk } = this.#parts;
    const auditor = createEdgeClient(desk.url, clinic.auditor);
    for await (const row of readLog(auditor)) desk.ledger.read(row);
    auditor.close();
  }

  #outcome(story: WeekStory): FaultOutcome {
    const { caught, broken, days } = story;
    const { liveAfterMs, equalAfterMs } = story.reconnection;
    const { acknowledged, lost, duplicated } = this.#parts.desk.ledger.verdict();
    const sum = (of: (day: (typeof days)[number]) => number): number => days.reduce((all, day) => all + of(day), 0);
    return {
      cycles: days.length,
      acknowledged,
      lost,
      duplicated,
      violations: [...broken, ...differencesOf(story), ...caught.missed.map((plant) => `nobody saw that ${plant}`)],
      planted: caught.planted,
      caught: caught.caught,
      figures: [
        { name: 'visits', value: sum(({ clinic }) => clinic.arrived), unit: '' },
        { name: 'rows that waited', value: this.#backlog, unit: '' },
        { name: 'commands sent again after a power cut', value: story.sentAgain, unit: '' },
        ...(liveAfterMs === undefined
          ? []
          : [{ name: 'until the centre knew how the clinic is', value: liveAfterMs / 1_000, unit: 's' }]),
        { name: 'until both sides were equal', value: equalAfterMs / 1_000, unit: 's' },
      ],
    };
  }
}

function writePage(story: WeekStory): string {
  const folder = join(repositoryRoot, '.build');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'seven-days.html');
  writeFileSync(file, pageOf(story));
  return file;
}
