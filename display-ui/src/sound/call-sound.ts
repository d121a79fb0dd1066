// What a call sounds like: the chime, then the voice in each language. One call at a time: a new one, or a withdrawn
// one, cuts the sound off. Browsers may refuse all sound until somebody touches the screen.

import { CHIME_LASTS_S, scheduleChime } from './chime.ts';

/** The spoken call in one language, whole or in parts, or undefined where there is none. */
export type Voice = (stop: AbortSignal) => Promise<ArrayBuffer | readonly ArrayBuffer[] | undefined>;

export class CallSound {
  readonly #openContext: () => AudioContext;
  readonly #changed: () => void;
  #context: AudioContext | undefined;
  #stop: AbortController | undefined;

  constructor(changed: () => void, openContext: () => AudioContext = () => new AudioContext()) {
    this.#changed = changed;
    this.#openContext = openContext;
  }

  /** The browser plays nothing before a touch. */
  get blocked(): boolean {
    return this.#context !== undefined && this.#context.state !== 'running';
  }

  start(): void {
    this.#context = this.#openContext();
    this.#context.addEventListener('statechange', this.#changed);
    this.unlock();
  }

  /** Call at any touch or key: that is what browsers wait for. */
  unlock(): void {
    if (this.blocked) void this.#context?.resume().then(this.#changed, () => undefined);
  }

  stop(): void {
    this.silence();
    this.#context?.removeEventListener('statechange', this.#changed);
    void this.#context?.close();
    this.#context = undefined;
  }

  silence(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  /**
   * Resolves when everything was heard, at once where nothing can be, and when it is cut off. `loudness` is from 0, which
   * is silent, to 1.
   */
  async announce(voices: readonly Voice[], loudness = 1): Promise<void> {
    this.silence();
    const context = this.#context;
    if (!context || context.state !== 'running' || loudness === 0) return;
    const output = context.createGain();
    output.gain.value = loudness;
    output.connect(context.destination);
    const stop = new AbortController();
    this.#stop = stop;
    // Fetched while the chime rings, played in their order.
    const spoken = voices.map((voice) => voice(stop.signal));
    await this.#play(scheduleChime(context, output), CHIME_LASTS_S, stop.signal);
    for (const voice of spoken) {
      for (const part of [(await voice) ?? []].flat()) await this.#speak(output, part, stop.signal);
    }
  }

  async #speak(output: AudioNode, part: ArrayBuffer, stop: AbortSignal): Promise<void> {
    const context = this.#context;
    if (!context || stop.aborted) return;
    const buffer = await context.decodeAudioData(part).catch(() => undefined);
    if (!buffer || stop.aborted) return;
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(output);
    source.start();
    await this.#play([source], buffer.duration, stop);
  }

  #play(sources: readonly AudioScheduledSourceNode[], lastsS: number, stop: AbortSignal): Promise<void> {
    return new Promise((over) => {
      const end = () => {
        clearTimeout(timer);
        stop.removeEventListener('abort', cutOff);
        over();
      };
      const cutOff = () => {
        for (const source of sources) source.stop();
        end();
      };
      const timer = setTimeout(end, lastsS * 1000);
      stop.addEventListener('abort', cutOff);
    });
  }
}
