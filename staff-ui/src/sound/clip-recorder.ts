// Records one short clip from the tablet's microphone. The microphone is open from `start` until the clip is there.

/** A phrase is a few words: what runs on was forgotten. */
const LONGEST_CLIP_MS = 10_000;

export interface Microphone {
  readonly open: () => Promise<MediaStream>;
  readonly record: (stream: MediaStream) => MediaRecorder;
}

const ofThisDevice: Microphone = {
  open: () => navigator.mediaDevices.getUserMedia({ audio: { noiseSuppression: true, autoGainControl: true } }),
  record: (stream) => new MediaRecorder(stream),
};

export class ClipRecorder {
  readonly #microphone: Microphone;
  #recorder: MediaRecorder | undefined;

  constructor(microphone: Microphone = ofThisDevice) {
    this.#microphone = microphone;
  }

  /** Throws where there is no microphone, or nobody allows it. `recorded` hears the clip once it has been stopped. */
  async start(recorded: (clip: Blob) => void): Promise<void> {
    const stream = await this.#microphone.open();
    const recorder = this.#microphone.record(stream);
    const parts: Blob[] = [];
    const limit = setTimeout(() => this.stop(), LONGEST_CLIP_MS);
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => {
      clearTimeout(limit);
      for (const track of stream.getTracks()) track.stop();
      if (this.#recorder === recorder) this.#recorder = undefined;
      recorded(new Blob(parts, { type: recorder.mimeType }));
    });
    this.#recorder = recorder;
    recorder.start();
  }

  stop(): void {
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  }
}
