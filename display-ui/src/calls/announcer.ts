// Drives the announcements of a screen: gives them the time, sounds the call that takes the stage, and draws the host
// again when the stage changes. The rules are in announcements.ts.

import type { Language } from '@foyer/contracts/languages.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallSound, Voice } from '../sound/call-sound.ts';
import {
  advance,
  forgetCurrent,
  heardOut,
  nextChangeMs,
  noAnnouncements,
  takeCalls,
  type Announcements,
  type Now,
} from './announcements.ts';
import type { DisplayCall } from './call-list.ts';
import { paceOf } from './pace.ts';

export interface AnnouncerOptions {
  readonly sound: Pick<CallSound, 'announce' | 'silence'>;
  readonly now: () => Now;
  /** In which languages a call is spoken, in their order; none: the chime alone. */
  readonly languages: (call: DisplayCall) => readonly Language[];
  /** The voice of a call in one language. */
  readonly voice: (call: DisplayCall, language: Language) => Voice;
  /** 1 as ever, 0 for no sound at all. */
  readonly loudness: () => number;
}

export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: AnnouncerOptions;
  #state: Announcements = noAnnouncements;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: AnnouncerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get onStage(): DisplayCall | undefined {
    return this.#state.onStage?.call;
  }

  /** The calls of a live view. */
  take(calls: readonly DisplayCall[], leastDwellMs?: number): void {
    this.#become(takeCalls(this.#state, calls, this.#options.now(), leastDwellMs));
  }

  /** The screen is no longer live: nothing is current, and nothing sounds. */
  forget(): void {
    this.#become(forgetCurrent(this.#state));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#options.sound.silence();
  }

  #become(state: Announcements): void {
    const before = this.#state.onStage?.call;
    this.#state = state;
    const call = state.onStage?.call;
    if (call !== before) {
      if (call) void this.#announce(call);
      else this.#options.sound.silence();
      this.#host.requestUpdate();
    }
    this.#wakeUp();
  }

  async #announce(call: DisplayCall): Promise<void> {
    const { sound, voice, loudness } = this.#options;
    const voices = this.#languagesNow(call).map((language) => voice(call, language));
    await sound.announce(voices, loudness());
    this.#become(heardOut(this.#state, call, this.#options.now().monotonicMs));
  }

  #languagesNow(call: DisplayCall): readonly Language[] {
    const { waiting, leastDwellMs } = this.#state;
    const { voices } = paceOf(call, waiting.length, leastDwellMs);
    const languages = voices === 'none' ? [] : this.#options.languages(call);
    return voices === 'first' ? languages.slice(0, 1) : languages;
  }

  #wakeUp(): void {
    clearTimeout(this.#timer);
    const waitMs = nextChangeMs(this.#state, this.#options.now().monotonicMs);
    if (waitMs === undefined) return;
    this.#timer = setTimeout(() => {
      this.#become(advance(this.#state, this.#options.now().monotonicMs));
    }, waitMs);
  }
}
