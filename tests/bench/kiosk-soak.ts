/**
 * A kiosk over days on end: the real page in real Chromium on the real edge, session after session of every kind, with the
 * hours between them and the nights at some 600 times their speed. Hands, the line and the edge's answers keep the
 * machine's time while somebody stands there; otherwise the edge's clock is moved on by two seconds again and again, and
 * the page's follows each word of it (`kiosk-soak/page-clock.ts`). Nobody at the bench touches the page's own memory:
 * names go in as keys and come out, if ever, by the search of `kiosk-soak/remains.ts`.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs, minuteMs, secondMs } from '@foyer/contracts/time.ts';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { repositoryRoot } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { launchWithProfile } from './kit/chromium.ts';
import { ClockHand } from './kit/clock-hand.ts';
import { type EdgeProcess, startEdge } from './kit/edge-process.ts';
import type { Figure, Goal } from './kit/figure.ts';
import { bounded, growthOf } from './kit/growth.ts';
import { createRandom, type Random } from './kit/random.ts';
import { RunRefused } from './kit/run-refused.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median } from './kit/statistics.ts';
import { PatientHands } from './kiosk-soak/hands.ts';
import { hearPageClock, installPageClock, passInPage } from './kiosk-soak/page-clock.ts';
import { type PageSize, sizeOfPage } from './kiosk-soak/page-size.ts';
import { clearLeaks, plantLeak, plantedLeaks } from './kiosk-soak/planted-leaks.ts';
import { type Remain, RemainsSearch } from './kiosk-soak/remains.ts';
import { isOfBooked, playSession, type SessionKind, sessionKinds } from './kiosk-soak/sessions.ts';
import { fromOpeningMs, openForMs, soakClinic, type SoakClinic } from './kiosk-soak/soak-clinic.ts';
import { aSoakPerson } from './kiosk-soak/soak-people.ts';

const fullDays = 7;
/** Of each kind, on each day. On the last one three times as many: what a page still grows by behind a usual day. */
const timesADay = 4;
const timesOnLastDay = 3 * timesADay;
const usualSessions = timesADay * sessionKinds.length;
const sessionsPerSize = 4;
const quickKinds: readonly SessionKind[] = ['code'];
/**
 * The edge is told that time has passed, 2 s each time, when the page waits for its word, or for nothing for so long: a
 * line that broke off. A machine that does much else besides takes a tenth of it.
 */
const movedByMs = 2 * secondMs;
const movedAgainMs = secondMs;
/** How often the edge looks whether the page is there: by the page's clock, or it takes the line for dead. */
const heartbeatMs = 10 * secondMs;
const atOnceMs = minuteMs;
/** Longer than any screen waits for whoever stands there. */
const longestStillMs = 3 * minuteMs;
/** Of the machine, for a screen to come. */
const longestWaitMs = 2 * minuteMs;
/** Of the renderers' memory on a usual evening: as much at most, at any time. */
const mostOfAnEvening = 1.25;
const bytesInMb = 1024 * 1024;
const perSessions = 1_000;

export const kioskSoak: Bench = {
  name: 'kiosk-soak',
  about: 'a week of a kiosk: what its page grows by, and what is left of a patient after the wipe',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  if (!existsSync(join(repositoryRoot, 'kiosk-ui', 'dist', 'index.html')))
    throw new RunRefused('not-built', 'the kiosk is not built: npm run build');
  const random = createRandom(options.seed);
  const days = options.quick ? 1 : (options.cycles ?? fullDays);
  const plan = Array.from({ length: days }, (_, day) =>
    aDay(options.quick ? 'quick' : day === days - 1 ? 'last' : 'usual'),
  );
  const planted = options.quick ? plantedLeaks.slice(0, 1) : plantedLeaks;
  const booked = plan.map(({ kinds, everyMs }) => {
    const count = kinds.filter(isOfBooked).length;
    return { count, everyMs: options.quick ? minuteMs : (everyMs * kinds.length) / count };
  });
  const sessions = plan.reduce((sum, { kinds }) => sum + kinds.length, 0);
  const known = soakClinic(random, { seed: options.seed, booked, regulars: sessions + planted.length });
  const soak = new KioskSoak(known, random, options.say);
  try {
    await soak.start();
    for (const [day, { kinds, everyMs }] of plan.entries()) await soak.live(day, random.shuffle(kinds), everyMs);
    for (const leak of planted) await soak.catch(leak);
    return { runs: days, figures: soak.figures(planted.length) };
  } finally {
    await soak.stop();
    known.clinic.remove();
  }
}

/** The sessions of a day and how far they are apart; those of the quick form follow each other. */
function aDay(form: 'usual' | 'last' | 'quick'): { readonly kinds: readonly SessionKind[]; readonly everyMs: number } {
  if (form === 'quick') return { kinds: quickKinds, everyMs: 0 };
  const kinds = Array.from({ length: form === 'last' ? timesOnLastDay : timesADay }, () => sessionKinds).flat();
  return { kinds, everyMs: (openForMs - 2 * fromOpeningMs) / kinds.length };
}

interface Sized extends PageSize {
  /** From 0. */
  readonly day: number;
  readonly sessions: number;
  /** How often the page had drawn itself anew. */
  readonly life: number;
  /** Since then. A page goes on keeping what it needs once (code, fonts, templates) through a usual day. */
  readonly sessionsOfLife: number;
}

class KioskSoak {
  readonly #known: SoakClinic;
  readonly #random: Random;
  readonly #say: (line: string) => void;
  readonly #profile: string;
  readonly #clock: ClockHand;
  readonly #sizes: Sized[] = [];
  readonly #remains: Remain[] = [];
  #sessionsOfLife = 0;
  #edge!: EdgeProcess;
  #context!: BrowserContext;
  #page!: Page;
  #devtools!: CDPSession;
  #hands!: PatientHands;
  #search!: RemainsSearch;
  #sessions = 0;
  #lives = 0;
  #searches = 0;
  #caught = 0;
  #regulars = 0;
  #goOn: () => void = () => undefined;
  #passedMs = 0;
  readonly #startedAt: number;

  constructor(known: SoakClinic, random: Random, say: (line: string) => void) {
    this.#known = known;
    this.#random = random;
    this.#say = say;
    this.#profile = join(known.clinic.folder, 'profile');
    this.#clock = new ClockHand(known.clinic.folder, heartbeatMs);
    this.#startedAt = this.#clock.now();
  }

  async start(): Promise<void> {
    const { clinic } = this.#known;
    mkdirSync(this.#profile);
    this.#edge = await startEdge({ clinic, nodeOptions: this.#clock.nodeOptions });
    const viewport = { width: 1080, height: 1920 };
    this.#context = await launchWithProfile(this.#profile, { viewport, locale: 'en-GB' });
    this.#page = this.#context.pages()[0] ?? (await this.#context.newPage());
    this.#page.on('load', () => {
      this.#lives += 1;
      this.#sessionsOfLife = 0;
    });
    this.#page.setDefaultTimeout(longestWaitMs);
    const credential = { token: clinic.kiosks[0]!, deviceId: '', role: 'kiosk', name: 'Kiosk 1' };
    await this.#page.addInitScript(
      (kept) => localStorage.setItem('foyer.credential.kiosk', kept),
      JSON.stringify(credential),
    );
    await installPageClock(this.#page);
    this.#devtools = await this.#context.newCDPSession(this.#page);
    await hearPageClock(this.#devtools, () => this.#goOn());
    this.#hands = new PatientHands(this.#page, this.#devtools);
    this.#search = new RemainsSearch(this.#page, this.#devtools, this.#profile);
    // From a day that has not begun: the clinic is shut, and nobody has come yet.
    this.#clock.move(this.#known.mornings[0]! - this.#clock.now());
    await this.#page.goto(`${this.#edge.url}/kiosk/`);
    await this.#isIdle();
  }

  /** From the morning to the next one. */
  async live(day: number, kinds: readonly SessionKind[], everyMs: number): Promise<void> {
    const morning = this.#known.mornings[day]!;
    const booked = [...this.#known.booked[day]!];
    const looked = new Set<SessionKind>();
    let traces: readonly string[] = [];
    for (const [index, kind] of kinds.entries()) {
      if (everyMs > 0) await this.#passUntil(morning + fromOpeningMs + index * everyMs);
      traces = [...traces, ...(await this.#visit(kind, isOfBooked(kind) ? booked.shift()! : booked[0]))];
      if (!looked.has(kind)) this.#remains.push(...(await this.#lookFor(kind, traces)));
      looked.add(kind);
      if (this.#sessions % sessionsPerSize === 0 || index === kinds.length - 1) await this.#size(day);
    }
    const next = this.#known.mornings[day + 1];
    if (next !== undefined) await this.#passUntil(next);
    const { heapBytes, nodes, rendererBytes } = this.#sizes.at(-1)!;
    this.#say(
      `day ${day + 1}, the page’s ${(this.#passedMs / dayMs).toFixed(2)}: ${this.#sessions} sessions, heap ${(heapBytes / bytesInMb).toFixed(2)} MB, ${nodes} nodes, ` +
        `renderers ${(rendererBytes / bytesInMb).toFixed(0)} MB, ` +
        `${this.#searches} searches, ${this.#remains.length} found, life ${this.#lives}`,
    );
  }

  /** A fault in the page: what it keeps of a new patient has to be found. */
  async catch(leak: (typeof plantedLeaks)[number]): Promise<void> {
    await plantLeak(this.#page, leak);
    const traces = await this.#visit('new', undefined);
    const found = await this.#search.find(traces);
    if (found.length > 0) this.#caught += 1;
    this.#say(`planted: ${leak}: ${found.length === 0 ? 'NOT FOUND' : `found, ${found[0]!.where}`}`);
    await clearLeaks(this.#page);
    await this.#page.reload();
    await this.#isIdle();
  }

  figures(planted: number): readonly Figure[] {
    const warm = this.#sizes.filter(({ sessionsOfLife }) => sessionsOfLife > usualSessions);
    const sizes = warm.length > 0 ? warm : this.#sizes;
    const grows = (name: string, unit: string, scale: number, of: (size: PageSize) => number, goal?: Goal): Figure => {
      const measured = sizes.map((size) => ({ after: size.sessions, value: of(size) / scale, life: size.life }));
      const { slope, floor, ratio } = growthOf(measured, this.#random);
      return {
        name: `${name}, growth for 1,000 sessions`,
        value: slope * perSessions,
        unit,
        floor: floor * perSessions,
        ratio,
        ...(goal && { goal }),
      };
    };
    const evenings = this.#sizes.filter(({ day }, index) => this.#sizes[index + 1]?.day !== day);
    // On the first day the browser keeps what it needs once; on the last one the page has had more sessions.
    const later = evenings.length > 2 ? evenings.slice(1, -1) : evenings;
    const growsByDay = (name: string, of: (size: PageSize) => number): Figure => {
      const measured = later.map((size) => ({ after: size.day, value: of(size) / bytesInMb }));
      const { slope, floor, ratio } = growthOf(measured, this.#random);
      return { name: `${name}, growth from evening to evening`, value: slope, unit: 'MB', floor, ratio, goal: bounded };
    };
    const heaps = this.#sizes.map(({ heapBytes }) => heapBytes / bytesInMb);
    const renderers = this.#sizes.map(({ rendererBytes }) => rendererBytes / bytesInMb);
    const most = Math.max(...renderers);
    const evening = median(later.map(({ rendererBytes }) => rendererBytes / bytesInMb));
    const days = (this.#clock.now() - this.#startedAt) / dayMs;
    const none = { of: 'value', op: '<=', bound: 0 } as const;
    return [
      { name: 'patient’s data found after a wipe', value: this.#remains.length, unit: '', goal: none },
      { name: 'wipes that were searched after', value: this.#searches, unit: '' },
      {
        name: 'planted leaks that were found',
        value: this.#caught,
        unit: '',
        goal: { of: 'value', op: '>=', bound: planted },
      },
      { name: 'JavaScript heap at the first sessions', value: heaps[0]!, unit: 'MB' },
      { name: 'JavaScript heap at the end', value: heaps.at(-1)!, unit: 'MB' },
      grows('JavaScript heap', 'MB', bytesInMb, ({ heapBytes }) => heapBytes, bounded),
      grows('DOM nodes', '', 1, ({ nodes }) => nodes, bounded),
      grows('event listeners', '', 1, ({ listeners }) => listeners, bounded),
      {
        name: 'renderers’ memory',
        value: median(renderers),
        unit: 'MB',
      },
      {
        name: 'renderers’ memory at its most, beside an evening’s',
        value: most,
        unit: 'MB',
        floor: evening,
        ratio: most / evening,
        goal: { of: 'ratio', op: '<=', bound: mostOfAnEvening },
      },
      // Told and not judged: within a day it holds what devtools keep of each answer for whoever drives this page, and
      // half-empty pages of Chromium’s own heap. What the page itself keeps is in the heap, nodes and listeners above.
      grows('renderers’ memory', 'MB', bytesInMb, ({ rendererBytes }) => rendererBytes),
      growsByDay('JavaScript heap', ({ heapBytes }) => heapBytes),
      growsByDay('renderers’ memory', ({ rendererBytes }) => rendererBytes),
      { name: 'sessions', value: this.#sessions, unit: '' },
      { name: 'days of the clinic', value: days, unit: '' },
      { name: 'days by the page’s own clock', value: this.#passedMs / dayMs, unit: '' },
      { name: 'times that the page drew itself anew', value: this.#lives - 1 - planted, unit: '' },
    ];
  }

  async stop(): Promise<void> {
    await this.#context?.close();
    await this.#edge?.stop();
    this.#clock.close();
  }

  /** From the first touch to the screen as it always is; answers what may be left of nobody. */
  async #visit(
    kind: SessionKind,
    booked: SoakClinic['booked'][number][number] | undefined,
  ): Promise<readonly string[]> {
    const regular = this.#known.regulars[this.#regulars++]!;
    const newcomer = aSoakPerson(this.#random);
    // Who needs no appointment is asked for none.
    const visitor = { booked: booked ?? { person: newcomer, time: '', code: '' }, regular, newcomer };
    const { traces, isLeft } = await playSession(this.#hands, kind, visitor).catch(async (cause: unknown) => {
      const shown = await this.#page.locator('body').ariaSnapshot();
      const at = new Date(this.#clock.now()).toISOString();
      throw new Error(`a session did not go its way: ${kind}, ${visitor.booked.time}, at ${at}, before\n${shown}`, {
        cause,
      });
    });
    if (isLeft) await this.#pass(longestStillMs);
    else await this.#page.locator('kiosk-toolbar .nav foyer-button button').last().click();
    await this.#isIdle();
    // What was on its way arrives, and what waits for its turn has it.
    await this.#pass(movedByMs * 2);
    this.#sessions += 1;
    this.#sessionsOfLife += 1;
    return traces;
  }

  async #lookFor(kind: SessionKind, traces: readonly string[]): Promise<readonly Remain[]> {
    this.#searches += 1;
    const remains = await this.#search.find(traces);
    for (const { trace, where } of remains) this.#say(`after ${kind}: ${trace} in ${where}`);
    return remains;
  }

  async #size(day: number): Promise<void> {
    const size = await sizeOfPage(this.#devtools, this.#profile);
    const sessions = { sessions: this.#sessions, sessionsOfLife: this.#sessionsOfLife };
    this.#sizes.push({ ...size, ...sessions, day, life: this.#lives });
  }

  async #isIdle(): Promise<void> {
    await this.#page.locator('idle-page .walk-in').waitFor();
  }

  async #passUntil(at: number): Promise<void> {
    for (let left = at - this.#clock.now(); left > 0; left = at - this.#clock.now())
      await this.#passAtOnce(Math.min(left, atOnceMs));
  }

  async #pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= atOnceMs) await this.#passAtOnce(Math.min(left, atOnceMs));
  }

  /** The edge's clock goes on as far, word by word. */
  async #passAtOnce(ms: number): Promise<void> {
    const life = this.#lives;
    let isOver = false;
    let waits = this.#pageWaits();
    const inPage = passInPage(this.#page, ms)
      .then(() => (this.#passedMs += ms))
      .catch(async (fault: unknown) => {
        // At night a page draws itself anew: what was left of this time is not asked of its new clock.
        if (this.#lives > life) return;
        await this.#page.waitForEvent('load').catch(() => {
          throw fault;
        });
      })
      .finally(() => {
        isOver = true;
        this.#goOn();
      });
    for (await waits; !isOver; await waits) {
      waits = this.#pageWaits();
      this.#clock.move(movedByMs);
    }
    await inPage;
  }

  /** For a word, or for nothing any more. */
  async #pageWaits(): Promise<void> {
    const waits = new Promise<void>((resolve) => (this.#goOn = resolve));
    const again = setTimeout(this.#goOn, movedAgainMs);
    await waits;
    clearTimeout(again);
  }
}
