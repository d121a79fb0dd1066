// The sound of help that nobody took: it sounds on every tablet until somebody does. Most browsers play nothing before
// the first touch, so `arm` is called by every touch; what began before then sounds from that touch on, and until then
// `armed` says that it cannot be heard.

export const AlarmKind = {
  silent: 'silent',
  assistance: 'assistance',
  emergency: 'emergency',
} as const;
export type AlarmKind = (typeof AlarmKind)[keyof typeof AlarmKind];

interface Tone {
  readonly hertz: number;
  readonly fromMs: number;
  readonly forMs: number;
}
/** One round of each alarm. Emergencies are told from the rest by rhythm, not by loudness alone. */
const rounds: Readonly<
  Record<Exclude<AlarmKind, 'silent'>, { readonly everyMs: number; readonly tones: readonly Tone[] }>
> = {
  assistance: {
    everyMs: 4_000,
    tones: [
      { hertz: 660, fromMs: 0, forMs: 250 },
      { hertz: 880, fromMs: 300, forMs: 350 },
    ],
  },
  emergency: {
    everyMs: 1_500,
    tones: [0, 250, 500].map((fromMs) => ({ hertz: 988, fromMs, forMs: 180 })),
  },
};
/** Once, for what waits and is no alarm: a room is ready. */
const chime: readonly Tone[] = [
  { hertz: 784, fromMs: 0, forMs: 160 },
  { hertz: 1047, fromMs: 180, forMs: 260 },
];
const LOUDNESS = 0.5;

export class Alarm {
  readonly #changed: () => void;
  #audio: AudioContext | undefined;
  #kind: AlarmKind = AlarmKind.silent;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `changed` is called whenever sound is allowed, or is no more. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Where a policy allows sound without a touch, it is allowed from here on. */
  start(): void {
    this.#audio ??= this.#open();
  }

  get kind(): AlarmKind {
    return this.#kind;
  }

  /** Whether it can be heard. */
  get armed(): boolean {
    return this.#audio?.state === 'running';
  }

  /** Call in the handler of a touch or key. */
  async arm(): Promise<void> {
    if (this.armed) return;
    this.#audio ??= this.#open();
    await this.#audio.resume();
    if (this.#kind !== AlarmKind.silent) this.#restart();
  }

  sound(kind: AlarmKind): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    this.#restart();
  }

  /** Not over an alarm. */
  chime(): void {
    if (this.#kind === AlarmKind.silent) chime.forEach((tone) => this.#play(tone));
  }

  stop(): void {
    this.sound(AlarmKind.silent);
    void this.#audio?.close();
    this.#audio = undefined;
  }

  #open(): AudioContext {
    const audio = new AudioContext();
    audio.addEventListener('statechange', this.#changed);
    return audio;
  }

  #restart(): void {
    clearInterval(this.#timer);
    if (this.#kind === AlarmKind.silent) return;
    const { everyMs, tones } = rounds[this.#kind];
    const round = () => tones.forEach((tone) => this.#play(tone));
    round();
    this.#timer = setInterval(round, everyMs);
  }

  #play({ hertz, fromMs, forMs }: Tone): void {
    const audio = this.#audio;
    if (audio?.state !== 'running') return;
    const from = audio.currentTime + fromMs / 1_000;
    const until = from + forMs / 1_000;
    const oscillator = new OscillatorNode(audio, { frequency: hertz, type: 'triangle' });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
    gain.gain.setValueAtTime(LOUDNESS, until - 0.04);
    gain.gain.linearRampToValueAtTime(0, until);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(from);
    oscillator.stop(until);
  }
}
