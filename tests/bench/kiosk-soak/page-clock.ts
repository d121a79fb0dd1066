/**
 * The clock of the kiosk's page. While hands are at work it is the machine's. Told to pass time, it goes on by two seconds
 * at each word of the clinic's line, and no faster than those come: so the page is never without word of its server,
 * whatever the machine does beside it. It says when it waits for one, and the clinic's clock goes on then. What follows it: Date,
 * performance.now, timers. What does not: frames, idle callbacks, the time stamps of keys, animations, the network and its
 * time limits.
 */
import type { CDPSession, Page } from 'playwright-core';

export interface PageClock {
  pass(ms: number): Promise<void>;
}
interface WithClock {
  pageClock: PageClock;
  /** Undefined where nobody listens. */
  waits?: (nothing: string) => void;
}

/** What the page calls, in every document, when it waits for the next word. */
const waits = 'waits' satisfies keyof WithClock;

/** In every document of this page, before its own scripts. */
export async function installPageClock(page: Page): Promise<void> {
  await page.addInitScript(replaceClock);
}

/** Hears each time that the page's clock has gone on as far as it can, and waits for the next word. */
export async function hearPageClock(devtools: CDPSession, onWaiting: () => void): Promise<void> {
  devtools.on('Runtime.bindingCalled', ({ name }) => (name === waits ? onWaiting() : undefined));
  await devtools.send('Runtime.enable');
  await devtools.send('Runtime.addBinding', { name: waits });
}

/** Rejects where the page drew itself anew meanwhile. */
export async function passInPage(page: Page, ms: number): Promise<void> {
  await page.evaluate((time) => (globalThis as unknown as WithClock).pageClock.pass(time), ms);
}

/** Runs in the page: it stands alone. */
function replaceClock(): void {
  const perWordMs = 2_000;
  interface Timer {
    readonly act: () => void;
    readonly everyMs: number | undefined;
    dueAt: number;
    handle: number;
  }
  const machine = {
    Date,
    now: performance.now.bind(performance),
    begin: setTimeout.bind(globalThis) as unknown as (act: () => void, ms: number) => number,
    end: clearTimeout.bind(globalThis),
    Line: WebSocket,
  };
  const timers = new Map<number, Timer>();
  let passedMs = 0;
  let last = 0;
  let heard: () => void = () => undefined;
  const now = (): number => machine.now() + passedMs;

  const wait = (id: number, timer: Timer): void => {
    timer.handle = machine.begin(() => fire(id), Math.max(0, timer.dueAt - now()));
  };
  const fire = (id: number): void => {
    const timer = timers.get(id);
    if (timer === undefined) return;
    machine.end(timer.handle);
    if (timer.everyMs === undefined) timers.delete(id);
    else {
      timer.dueAt += timer.everyMs;
      wait(id, timer);
    }
    timer.act();
  };
  const begin = (act: () => void, ms: number, everyMs?: number): number => {
    const timer = { act, everyMs, dueAt: now() + ms, handle: 0 };
    timers.set(++last, timer);
    wait(last, timer);
    return last;
  };
  const end = (id?: number): void => {
    machine.end(timers.get(id ?? 0)?.handle);
    timers.delete(id ?? 0);
  };

  class PageDate extends Date {
    constructor(...parts: readonly [] | ConstructorParameters<typeof Date>) {
      if (parts.length === 0) super(machine.Date.now() + passedMs);
      else super(...parts);
    }
    static override now(): number {
      return machine.Date.now() + passedMs;
    }
  }
  class HeardLine extends machine.Line {
    constructor(...parts: ConstructorParameters<typeof WebSocket>) {
      super(...parts);
      this.addEventListener('message', () => heard());
    }
  }
  type Act = (...given: unknown[]) => void;
  Object.assign(globalThis, {
    Date: PageDate,
    WebSocket: HeardLine,
    setTimeout: (act: Act, ms = 0, ...given: unknown[]) => begin(() => act(...given), ms),
    setInterval: (act: Act, ms = 0, ...given: unknown[]) => begin(() => act(...given), ms, Math.max(1, ms)),
    clearTimeout: end,
    clearInterval: end,
  });
  performance.now = now;

  const nextDue = (): number | undefined =>
    [...timers]
      .filter(([, { dueAt }]) => dueAt <= now())
      .toSorted(([, a], [, b]) => a.dueAt - b.dueAt)
      .at(0)?.[0];
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= perWordMs) {
      const word = new Promise<void>((resolve) => (heard = resolve));
      (globalThis as unknown as WithClock).waits?.('');
      await word;
      passedMs += Math.min(perWordMs, left);
      for (let id = nextDue(); id !== undefined; id = nextDue()) {
        fire(id);
        // What it has asked for is drawn before the next one.
        await Promise.resolve();
      }
      for (const [id, timer] of timers) {
        machine.end(timer.handle);
        wait(id, timer);
      }
    }
    heard = () => undefined;
  };
  (globalThis as unknown as WithClock).pageClock = { pass };
}
