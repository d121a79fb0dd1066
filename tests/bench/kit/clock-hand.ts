/** The hand at the clock of an edge that runs with `moved-clock.ts`. */
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { minuteMs } from '@foyer/contracts/time.ts';
import { controlBytes, movedClockOptions, threadFile, type ThreadHeap } from './moved-clock.ts';

/** A thread that rests ends after a while, and then says nothing any more. */
const longestAnswerMs = 4_000;
/** What the edge shows for five minutes, and then no more; what waits for a thread waits for two at most. */
const onceFromMs = 3 * minuteMs;

export class ClockHand {
  readonly #control: string;
  readonly #file: number;
  readonly #onceMs: number | undefined;
  #movedMs = 0;
  #questions = 0;

  /** `onceMs`: timers of this length that go off once follow the clock, beside those that are long. */
  constructor(folder: string, onceMs?: number) {
    this.#onceMs = onceMs;
    this.#control = join(folder, 'moved-clock');
    writeFileSync(this.#control, Buffer.alloc(controlBytes));
    this.#file = openSync(this.#control, 'r+');
  }

  /** Node's options for the edge. */
  get nodeOptions(): readonly string[] {
    const onceMs = this.#onceMs;
    return movedClockOptions({ control: this.#control, onceFromMs, ...(onceMs === undefined ? {} : { onceMs }) });
  }

  /** What the edge's clock says. */
  now(): number {
    return Date.now() + this.#movedMs;
  }

  move(ms: number): void {
    this.#movedMs += ms;
    this.#write(this.#movedMs, 0);
  }

  /** What all threads hold together, once each has cleared its heap, in bytes. One that has ended is forgotten. */
  async heapBytes(): Promise<number> {
    this.#write(++this.#questions, 8);
    const giveUpAt = performance.now() + longestAnswerMs;
    for (;;) {
      const heaps = this.#threads();
      const silent = heaps.filter(({ said }) => said.question !== this.#questions);
      if (silent.length === 0) return heaps.reduce((sum, { said }) => sum + said.usedBytes, 0);
      if (performance.now() > giveUpAt) for (const { file } of silent) rmSync(file, { force: true });
      else await sleep(2);
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #threads(): readonly { readonly file: string; readonly said: ThreadHeap }[] {
    const folder = dirname(this.#control);
    return readdirSync(folder)
      .filter((name) => name.startsWith(basename(threadFile(this.#control, ''))) && !name.endsWith('.new'))
      .map((name) => ({
        file: join(folder, name),
        said: JSON.parse(readFileSync(join(folder, name), 'utf8')) as ThreadHeap,
      }));
  }

  #write(value: number, place: number): void {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    writeSync(this.#file, bytes, 0, 8, place);
  }
}
