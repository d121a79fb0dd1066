import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LeaveVoice, SAID_AGAIN_MS } from './leave-voice.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the voice of an evacuation', () => {
  it('speaks at once and every half minute until the all clear, and then is silent', () => {
    const heard: string[] = [];
    const sound = {
      announce: async () => void heard.push('said'),
      silence: () => void heard.push('silence'),
    };
    const voice = new LeaveVoice(sound, () => []);
    voice.start();
    voice.start();
    expect(heard).toEqual(['said']);
    vi.advanceTimersByTime(2 * SAID_AGAIN_MS);
    expect(heard).toEqual(['said', 'said', 'said']);
    voice.stop();
    vi.advanceTimersByTime(2 * SAID_AGAIN_MS);
    expect(heard).toEqual(['said', 'said', 'said', 'silence']);
  });
});
