import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHIME_LASTS_S } from './chime.ts';
import { CallSound } from './call-sound.ts';

/** Writes down what is played, instead of playing it. */
class FakeContext extends EventTarget {
  readonly heard: string[];
  state: AudioContextState = 'running';
  currentTime = 0;
  readonly destination = {};

  constructor(heard: string[], state: AudioContextState = 'running') {
    super();
    this.heard = heard;
    this.state = state;
  }
  createGain() {
    const gain = {
      setValueAtTime: vi.fn<() => void>(),
      exponentialRampToValueAtTime: vi.fn<() => void>(),
    };
    return { gain, connect: (to: unknown) => to };
  }
  createOscillator() {
    return {
      frequency: { value: 0 },
      connect: (to: unknown) => to,
      start: () => this.#note('tone'),
      stop: vi.fn<() => void>(),
    };
  }
  createBufferSource() {
    const source = {
      buffer: undefined as { words: string } | undefined,
      connect: vi.fn<() => void>(),
      stop: () => this.heard.push('cut off'),
    };
    return Object.assign(source, { start: () => this.heard.push(source.buffer!.words) });
  }
  decodeAudioData(wav: ArrayBuffer) {
    const words = new TextDecoder().decode(wav);
    return words === 'noise' ? Promise.reject(new Error('not audio')) : Promise.resolve({ words, duration: 2 });
  }
  resume() {
    return Promise.resolve();
  }
  close() {
    return Promise.resolve();
  }
  #note(what: string): void {
    if (this.heard.at(-1) !== what) this.heard.push(what);
  }
}

const spoken = (words: string) => () => Promise.resolve(new TextEncoder().encode(words).buffer);
const nothing = () => Promise.resolve(undefined);

function aSound(state: AudioContextState = 'running') {
  const heard: string[] = [];
  const context = new FakeContext(heard, state);
  const sound = new CallSound(vi.fn<() => void>(), () => context as unknown as AudioContext);
  sound.start();
  return { sound, heard, context };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the sound of a call', () => {
  it('may come in parts, which are heard one after the other', async () => {
    const { sound, heard } = aSound();
    const parts = ['Number', 'A', '7'].map((word) => new TextEncoder().encode(word).buffer);
    void sound.announce([() => Promise.resolve(parts), spoken('es')]);
    await vi.advanceTimersByTimeAsync(CHIME_LASTS_S * 1000 + 4 * 2_000);
    expect(heard).toEqual(['tone', 'Number', 'A', '7', 'es']);
  });

  it('is none at all in silence, and is over at once', async () => {
    const { sound, heard } = aSound();
    await sound.announce([spoken('en')], 0);
    expect(heard).toEqual([]);
  });

  it('is the chime, then the voice in each language, one after the other', async () => {
    const { sound, heard } = aSound();
    const over = vi.fn<() => void>();
    void sound.announce([spoken('en'), spoken('es')]).then(over);
    await vi.advanceTimersByTimeAsync(CHIME_LASTS_S * 1000);
    expect(heard).toEqual(['tone', 'en']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard).toEqual(['tone', 'en', 'es']);
    expect(over).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(over).toHaveBeenCalled();
  });

  it('is the chime alone where there is no voice, or one that cannot be played', async () => {
    const { sound, heard } = aSound();
    const over = vi.fn<() => void>();
    void sound.announce([nothing, spoken('noise')]).then(over);
    await vi.advanceTimersByTimeAsync(CHIME_LASTS_S * 1000);
    expect(heard).toEqual(['tone']);
    expect(over).toHaveBeenCalled();
  });

  it('never talks over another call: the one before is cut off', async () => {
    const { sound, heard } = aSound();
    void sound.announce([spoken('first')]);
    await vi.advanceTimersByTimeAsync(CHIME_LASTS_S * 1000 + 500);
    void sound.announce([spoken('second')]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard).toEqual(['tone', 'first', 'cut off', 'tone', 'second']);
  });

  it('is over at once where the browser waits for a touch, and says so', async () => {
    const { sound, heard, context } = aSound('suspended');
    expect(sound.blocked).toBe(true);
    await sound.announce([spoken('en')]);
    expect(heard).toEqual([]);
    context.state = 'running';
    expect(sound.blocked).toBe(false);
  });
});
