import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClipRecorder } from './clip-recorder.ts';

/** Records one word at once. */
class FakeRecorder extends EventTarget {
  state: RecordingState = 'inactive';
  readonly mimeType = 'audio/webm';
  start(): void {
    this.state = 'recording';
  }
  stop(): void {
    this.state = 'inactive';
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['seven']) }));
    this.dispatchEvent(new Event('stop'));
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aRecorder() {
  const closed = vi.fn<() => void>();
  const stream = { getTracks: () => [{ stop: closed }] } as unknown as MediaStream;
  const recorder = new ClipRecorder({
    open: () => Promise.resolve(stream),
    record: () => new FakeRecorder() as unknown as MediaRecorder,
  });
  return { recorder, closed };
}

describe('a clip', () => {
  it('is what was said until it was stopped, and the microphone is closed then', async () => {
    const { recorder, closed } = aRecorder();
    const clips: Blob[] = [];
    await recorder.start((clip) => clips.push(clip));
    expect(closed).not.toHaveBeenCalled();
    recorder.stop();
    expect(await clips[0]?.text()).toBe('seven');
    expect(clips[0]?.type).toBe('audio/webm');
    expect(closed).toHaveBeenCalledOnce();
    recorder.stop();
    expect(clips).toHaveLength(1);
  });

  it('ends by itself when nobody stops it', async () => {
    const { recorder, closed } = aRecorder();
    const clips: Blob[] = [];
    await recorder.start((clip) => clips.push(clip));
    vi.advanceTimersByTime(10_000);
    expect(clips).toHaveLength(1);
    expect(closed).toHaveBeenCalledOnce();
  });
});
