import type { Speech } from './speech-queue.ts';

/** Says nothing, and writes down what it would have said; each sentence lasts until `end`, or until it is hushed. */
export class FakeSpeech implements Speech {
  readonly said: string[] = [];
  canSpeak = true;
  #over: ((heard: boolean) => void) | undefined;

  say(text: string): Promise<boolean> {
    this.said.push(text);
    if (!this.canSpeak) return Promise.resolve(false);
    return new Promise((over) => (this.#over = over));
  }

  async end(): Promise<void> {
    this.#over?.(true);
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
  }

  hush(): void {
    this.#over?.(true);
  }
}
