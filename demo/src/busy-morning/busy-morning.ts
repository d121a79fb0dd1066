// A busy morning that can be started and watched: a step every second or two, for as long as a quarter of an hour. It
// touches nothing that a person at the clinic has begun but goes on with it, as colleagues do.

import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Seeded } from '../clinic/seeded.ts';
import type { ClinicScene } from './clinic-scene.ts';
import { nextActs, type MorningFacts, type MorningMemory } from './next-acts.ts';

export interface BusyMorningOptions {
  readonly scene: ClinicScene;
  readonly facts: () => MorningFacts | Promise<MorningFacts>;
  readonly chance: Seeded;
  readonly now: () => EpochMs;
  /** Waits; an aborted signal ends it at once. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

const everyMs = 1_500;
const lastsMs = 15 * minuteMs;

export class BusyMorning {
  readonly name = 'busy-morning';
  readonly #options: BusyMorningOptions;
  readonly #listeners = new Set<(running: boolean) => void>();
  #ending: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: BusyMorningOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#ending !== undefined;
  }

  onChanged(listener: (running: boolean) => void): void {
    this.#listeners.add(listener);
  }

  /** One that runs goes on. */
  begin(): void {
    if (this.isRunning) return;
    const ending = new AbortController();
    this.#ending = ending;
    this.#tell();
    this.#running = this.#run(ending.signal).finally(() => {
      if (this.#ending === ending) this.#ending = undefined;
      this.#tell();
    });
  }

  /** Resolves when the last of its acts is done. */
  async stop(): Promise<void> {
    this.#ending?.abort();
    await this.#running;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { scene, facts, chance, now, pause } = this.#options;
    const memory: MorningMemory = { until: new Map(), codesUsed: 0 };
    const end = now() + lastsMs;
    while (!signal.aborted && now() < end) {
      // A box whose plug was pulled is back in a moment.
      await this.#step(scene, await facts(), chance, memory).catch(() => undefined);
      await pause(everyMs, signal);
    }
  }

  async #step(scene: ClinicScene, facts: MorningFacts, chance: Seeded, memory: MorningMemory): Promise<void> {
    const acts = nextActs(await scene.board(), facts, memory, chance, this.#options.now());
    // One after the other, as a room is cleaned before it calls.
    for (const act of acts) await scene.send(act);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.isRunning);
  }
}
