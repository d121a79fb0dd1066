/**
 * One day after the other at one clinic: people come, staff act, alarms sound, the clock is wrong, the power fails, the
 * house is evacuated, the evening forgets to close; and what was broken is mended by somebody, sooner or later.
 */
import { setImmediate } from 'node:timers/promises';
import { gapAfterMs } from '@foyer/contracts/gap.ts';
import { hourMs, minuteMs, secondMs } from '@foyer/contracts/time.ts';
import type { Random } from '../../bench/kit/random.ts';
import type { DayJudge } from './day-judge.ts';
import { SightWatcher } from './sight-watcher.ts';
import { SimulatedActs } from './simulated-acts.ts';
import { SimulatedArrivals, type Arrival } from './simulated-arrivals.ts';
import { CallingJudge } from './calling-judge.ts';
import { GraceJudge } from './grace-judge.ts';
import { JourneyJudge } from './journey-judge.ts';
import { configuration, kiosks, nurses, pageOf, reception, supervisor } from './simulated-clinic.ts';
import type { SimulatedEdge } from './simulated-edge.ts';
import { SimulatedForms } from './simulated-forms.ts';
import type { SimulatedPeople } from './simulated-people.ts';
import { SimulatedSenders } from './simulated-senders.ts';
import { SimulatedStaff } from './simulated-staff.ts';
import { ViewWatcher } from './view-watcher.ts';
import { wallTimeOf } from './wall-calendar.ts';

const morning = 7 * 60 + 30;
const evening = 18 * 60 + 30;
const [shortestStepMs, longestStepMs] = [21 * secondMs, 5 * minuteMs];
/** What is shorter is none. */
const [shortestGapMs, longestGapMs] = [gapAfterMs + secondMs, 2 * hourMs];
const jumpsMs = [-30 * hourMs, -3 * hourMs, -40 * minuteMs, 40 * minuteMs, 3 * hourMs, 30 * hourMs];
/** Per step of a day, of which there are some 250. */
const chances = {
  restart: 0.002,
  powerCut: 0.003,
  longPowerCut: 0.002,
  jump: 0.002,
  mend: 0.03,
  believeWrongTime: 0.003,
  help: 0.01,
  takeHelp: 0.4,
  evacuate: 0.0006,
  allClear: 0.15,
  reopen: 0.02,
} as const;

export class SimulatedDays {
  readonly #edge: SimulatedEdge;
  readonly #judge: DayJudge;
  readonly #random: Random;
  readonly #senders: SimulatedSenders;
  readonly #staff: SimulatedStaff;
  readonly #arrivals: SimulatedArrivals;
  readonly #acts: SimulatedActs;
  readonly #watcher: ViewWatcher;
  readonly #sight: SightWatcher;
  readonly #calling = new CallingJudge(configuration.servicePoints);
  readonly #grace = new GraceJudge();
  readonly #journeys = new JourneyJudge();
  /** How wrong the wall clock is. */
  #clockErrorMs = 0;

  constructor(edge: SimulatedEdge, people: SimulatedPeople, judge: DayJudge, random: Random) {
    this.#edge = edge;
    this.#judge = judge;
    this.#random = random;
    this.#senders = new SimulatedSenders(edge, random, (told) => judge.tell(told));
    this.#staff = new SimulatedStaff(this.#senders, random);
    const forms = new SimulatedForms(this.#senders, people, random);
    this.#sight = new SightWatcher(edge, forms.sentElsewhere);
    this.#arrivals = new SimulatedArrivals(this.#senders, people, forms, random);
    this.#acts = new SimulatedActs({ senders: this.#senders, people, forms, sight: this.#sight, random });
    this.#watcher = new ViewWatcher(edge, people, random, (helpId) => judge.sawEscalated(helpId));
  }

  get powerCuts(): number {
    return this.#senders.powerCuts;
  }
  get looks(): number {
    return this.#watcher.looks;
  }
  get sights(): number {
    return this.#sight.looks;
  }
  /** Calls that the turn of a class chose. */
  get turns(): number {
    return this.#calling.byTurn;
  }
  /** Who came back while their place was kept. */
  get inTime(): number {
    return this.#grace.inTime;
  }
  get violations(): readonly string[] {
    const ofVisits = [this.#calling, this.#grace, this.#journeys].flatMap(({ violations }) => violations);
    return [...this.#watcher.violations, ...this.#sight.violations, ...ofVisits];
  }

  /** From a morning to the next one, when whatever was left open the evening before is over. */
  async play(): Promise<void> {
    this.#passUntil(morning);
    this.#staff.openRooms();
    if (!this.#edge.state.isAdopted) this.#acts.beforeAnyCentre();
    const arrivals = [...this.#arrivals.plan(), ...this.#acts.plan()].toSorted((a, b) => a.afterMs - b.afterMs);
    const began = this.#edge.clock.monotonic();
    while (this.#edge.clock.monotonic() - began < (evening - morning) * minuteMs) await this.#step(arrivals, began);
    this.#close();
    await this.#passNight();
    this.#edge.perform({ kind: 'look-at-clock' });
    this.#readLog();
    this.#judge.endOfDay();
  }

  /** The clock is right, nobody stands outside, and another day has begun. */
  end(): void {
    this.#mendClock();
    this.#senders.send('all-clear', {}, supervisor);
    this.#passUntil(morning);
    this.#edge.perform({ kind: 'look-at-clock' });
    this.#staff.openRooms();
    this.#readLog();
    this.#judge.endOfDay();
  }

  async #step(arrivals: Arrival[], began: number): Promise<void> {
    const { clock } = this.#edge;
    this.#pass(shortestStepMs + this.#random.below(longestStepMs - shortestStepMs));
    while ((arrivals[0]?.afterMs ?? Infinity) <= clock.monotonic() - began) arrivals.shift()?.come();
    for (let acts = this.#random.below(4); acts > 0; acts--) this.#staff.act();
    this.#acts.act();
    this.#mishap();
    this.#repair();
    this.#tellScreens();
    await reactionsSettled();
    if (this.#chance(0.3)) this.#look();
  }

  /** What the log says by now is at least as new as what the screens show: of a doubt they know once they have heard of it. */
  #look(): void {
    this.#judgeRows();
    this.#watcher.look(this.#judge.inDoubtBy(this.#edge.heardUntil));
    this.#sight.look();
  }

  #mishap(): void {
    if (this.#chance(chances.restart)) this.#edge.restart();
    if (this.#chance(chances.powerCut)) {
      this.#senders.cutPower();
      this.#arrivals.fromPaper();
    }
    if (this.#chance(chances.longPowerCut)) {
      this.#senders.cutPower(shortestGapMs + this.#random.below(longestGapMs - shortestGapMs));
      this.#arrivals.fromPaper();
    }
    if (this.#chance(chances.jump)) this.#jump(jumpsMs[this.#random.below(jumpsMs.length)]!);
    if (this.#chance(chances.help)) this.#askForHelp();
    if (this.#chance(chances.evacuate)) this.#senders.send('evacuate', {}, reception);
  }

  #repair(): void {
    const { clockFrozen, queue } = this.#edge.state;
    if (this.#clockErrorMs !== 0 && this.#chance(chances.mend)) this.#mendClock();
    if (clockFrozen && this.#chance(chances.believeWrongTime)) this.#senders.send('confirm-clock', {}, supervisor);
    for (const { id: helpId, acknowledgedAt } of queue.help.values()) {
      if (acknowledgedAt === null && this.#chance(chances.takeHelp)) this.#takeHelp(helpId);
    }
    const [evacuation] = queue.evacuations.values();
    if (evacuation?.endedAt === null) this.#muster();
    if (this.#chance(chances.reopen) && [...queue.closings.values()].some(({ reopenedAt }) => reopenedAt === null)) {
      this.#senders.send('reopen-day', {}, supervisor);
    }
  }

  #askForHelp(): void {
    const tickets = [...this.#edge.state.queue.tickets.keys()];
    const page = tickets[this.#random.below(tickets.length)];
    const senders = [kiosks[0]!, nurses[0]!, ...(page === undefined ? [] : [pageOf(page)])];
    const sender = senders[this.#random.below(senders.length)]!;
    const kind = this.#chance(0.5) ? 'emergency' : 'assistance';
    const result = this.#senders.send('request-help', { kind }, sender);
    if (result === undefined) return;
    this.#edge.tellScreens();
    this.#watcher.listen();
    if (!this.#chance(0.5)) return;
    this.#pass(this.#random.below(20) * secondMs);
    this.#takeHelp(result['helpId'] as string);
  }

  #takeHelp(helpId: string): void {
    this.#senders.send('acknowledge-help', { helpId }, nurses[this.#random.below(nurses.length)]!);
  }

  #muster(): void {
    for (const { id: ticketId, standing } of this.#edge.state.queue.tickets.values()) {
      if (standing.state !== 'waiting' || !this.#chance(0.5)) continue;
      this.#senders.send('account-for', { ticketId, present: this.#chance(0.9) }, reception);
    }
    if (this.#chance(0.3)) this.#senders.send('print-muster-list', {}, reception);
    if (this.#chance(chances.allClear)) this.#senders.send('all-clear', {}, supervisor);
  }

  #jump(ms: number): void {
    this.#clockErrorMs += ms;
    this.#edge.clock.jump(ms);
  }

  #mendClock(): void {
    this.#edge.clock.jump(-this.#clockErrorMs);
    this.#clockErrorMs = 0;
    this.#edge.perform({ kind: 'look-at-clock' });
    this.#senders.send('confirm-clock', {}, supervisor);
  }

  /** On most evenings; on others the night finds everything open. */
  #close(): void {
    if (this.#chance(0.8)) this.#mendClock();
    if (this.#chance(0.8)) this.#senders.send('all-clear', {}, supervisor);
    if (this.#chance(0.4)) return;
    const open = [...this.#edge.state.queue.tickets.values()].filter(({ closedAt }) => closedAt === null);
    const outcomes = open.filter(() => this.#chance(0.3)).map(({ id }) => ({ ticketId: id, outcome: 'left' as const }));
    this.#senders.send('close-day', { outcomes }, supervisor);
    if (!this.#chance(0.2)) return;
    this.#senders.send('reopen-day', {}, supervisor);
    this.#arrivals.atNight();
  }

  /** On some nights somebody comes, before the day changes and after it, also in an hour that is there twice. */
  async #passNight(): Promise<void> {
    const somebodyComes = this.#chance(0.4);
    for (const minute of [60, 110, 130, 170, 190, 230, 250]) {
      this.#passUntil(minute);
      if (somebodyComes && this.#chance(0.5)) this.#arrivals.atNight();
      this.#tellScreens();
      await reactionsSettled();
    }
    this.#mendClock();
    this.#senders.send('all-clear', {}, supervisor);
    this.#passUntil(5 * 60);
  }

  /** By the clock on the wall, right or wrong as it is; an hour that is left out is passed over. */
  #passUntil(minuteOfDay: number): void {
    const now = wallTimeOf(this.#edge.clock.wall()).minuteOfDay;
    this.#pass(((minuteOfDay - now + 24 * 60) % (24 * 60)) * minuteMs);
  }

  #pass(ms: number): void {
    this.#edge.clock.pass(ms);
    this.#watcher.listen();
  }

  #tellScreens(): void {
    this.#edge.tellScreens(this.#chance(0.8) ? undefined : this.#random.below(this.#edge.behind + 1));
    this.#watcher.listen();
  }

  #readLog(): void {
    this.#edge.tellScreens();
    this.#watcher.listen();
    this.#judgeRows();
  }

  #judgeRows(): void {
    for (const row of this.#edge.rowsAfter(this.#judge.position)) {
      this.#judge.read(row);
      this.#sight.read(row);
      for (const judge of [this.#calling, this.#grace, this.#journeys]) judge.read(row);
    }
  }

  #chance(chance: number): boolean {
    return this.#random.next() < chance;
  }
}

/** What the edge does of its own accord has its answers by then. */
function reactionsSettled(): Promise<void> {
  return setImmediate();
}
