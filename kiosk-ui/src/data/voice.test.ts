import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Voice } from './voice.ts';

const asked: string[] = [];
const spoken: string[] = [];
let edgeAnswers = true;
let ended: (() => void) | undefined;

class FakeAudioContext {
  readonly destination = {};
  createBufferSource() {
    const source = {
      buffer: undefined,
      onended: undefined as (() => void) | undefined,
      connect() {},
      start: () => (ended = () => source.onended?.()),
    };
    return source;
  }
  decodeAudioData = async () => ({});
  close = async () => undefined;
}

beforeEach(() => {
  asked.length = 0;
  spoken.length = 0;
  edgeAnswers = true;
  ended = undefined;
  vi.stubGlobal('AudioContext', FakeAudioContext);
  vi.stubGlobal(
    'fetch',
    async (path: string) => (asked.push(path), new Response('wav', { status: edgeAnswers ? 200 : 404 })),
  );
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  );
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'es-ES' }],
    speak: ({ text }: { text: string }) => spoken.push(text),
    cancel: () => spoken.push('cancelled'),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const aVoice = () =>
  new Voice(
    () => 'token',
    () => undefined,
  );

describe('reading aloud', () => {
  it('is offered where the edge or the browser can speak the language', () => {
    expect([aVoice().canSpeak('zh', true), aVoice().canSpeak('es', false), aVoice().canSpeak('zh', false)]).toEqual([
      true,
      true,
      false,
    ]);
  });
  it('is the voice of the edge, until it ends', async () => {
    const voice = aVoice();
    await voice.read('Welcome', 'en', true);
    expect(asked).toEqual(['/api/v1/voice?lang=en&text=Welcome']);
    expect(voice.speaking).toBe(true);
    ended?.();
    expect(voice.speaking).toBe(false);
  });
  it('is kept nowhere when it is said to one person alone, and tells when it is over', async () => {
    const voice = aVoice();
    let over = false;
    const said = voice.say('14 March 1962', 'en', true).then((heard) => {
      over = true;
      return heard;
    });
    await vi.waitFor(() => expect(ended).toBeDefined());
    expect(asked).toEqual(['/api/v1/voice?lang=en&text=14+March+1962&keep=no']);
    expect(over).toBe(false);
    ended?.();
    expect(await said).toBe(true);
  });
  it('falls back to the voice of the browser', async () => {
    edgeAnswers = false;
    const voice = aVoice();
    await voice.read('Bienvenidos', 'es', true);
    expect(spoken).toEqual(['Bienvenidos']);
    voice.stop();
    expect(spoken).toEqual(['Bienvenidos', 'cancelled']);
  });
  it('ends silently where nothing can speak after all', async () => {
    edgeAnswers = false;
    const voice = aVoice();
    await voice.read('欢迎', 'zh', true);
    expect(voice.speaking).toBe(false);
    expect(await voice.say('欢迎', 'zh', true)).toBe(false);
  });
});
