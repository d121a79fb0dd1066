// What a wall says while the building is being left: the chime, then the message in each language that can be spoken,
// again every half minute. It has the sound to itself: calls are silent until the all clear.

import type { CallSound, Voice } from './call-sound.ts';

export const SAID_AGAIN_MS = 30_000;

export class LeaveVoice {
  readonly #sound: Pick<CallSound, 'announce' | 'silence'>;
  readonly #voices: () => readonly Voice[];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(sound: Pick<CallSound, 'announce' | 'silence'>, voices: () => readonly Voice[]) {
    this.#sound = sound;
    this.#voices = voices;
  }

  start(): void {
    if (this.#timer !== undefined) return;
    this.#say();
    this.#timer = setInterval(() => this.#say(), SAID_AGAIN_MS);
  }

  stop(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#sound.silence();
  }

  #say(): void {
    void this.#sound.announce(this.#voices());
  }
}
