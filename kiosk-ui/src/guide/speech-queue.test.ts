import { describe, expect, it } from 'vitest';
import { FakeSpeech } from './fake-speech.ts';
import { SpeechQueue } from './speech-queue.ts';

const sentences = (...texts: string[]) => texts.map((text) => ({ text, code: 'en' as const }));

describe('what the guide says', () => {
  it('comes sentence after sentence', async () => {
    const speech = new FakeSpeech();
    const queue = new SpeechQueue(speech, () => undefined);
    queue.add(sentences('One.', 'Two.'));
    expect(speech.said).toEqual(['One.']);
    await speech.end();
    expect(speech.said).toEqual(['One.', 'Two.']);
  });
  it('is silenced by what is urgent, and not taken up again', async () => {
    const speech = new FakeSpeech();
    const queue = new SpeechQueue(speech, () => undefined);
    queue.add(sentences('One.', 'Two.'));
    queue.interrupt(sentences('Leave now.'));
    await speech.end();
    await speech.end();
    expect(speech.said).toEqual(['One.', 'Leave now.']);
  });
  it('waits its turn when it is not', async () => {
    const speech = new FakeSpeech();
    const queue = new SpeechQueue(speech, () => undefined);
    queue.add(sentences('Your number is A 0 4 7.'));
    queue.add(sentences('Your ticket is below.'));
    expect(speech.said).toHaveLength(1);
    await speech.end();
    expect(speech.said.at(-1)).toBe('Your ticket is below.');
  });
  it('tells when nothing here speaks the language', async () => {
    const speech = new FakeSpeech();
    speech.canSpeak = false;
    const heard: boolean[] = [];
    new SpeechQueue(speech, (each) => heard.push(each)).add(sentences('One.', 'Two.'));
    await speech.end();
    await speech.end();
    expect(heard).toEqual([false, false]);
  });
});
