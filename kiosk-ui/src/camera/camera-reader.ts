// Opens the kiosk's camera and gives its pictures to the worker, one after the other, until something is read.

import type { Scan } from '../session/acts.ts';
import type { CameraAnswer } from './camera-worker.ts';

/** Why there is no picture. */
export type NoPicture = 'refused' | 'missing' | 'busy' | 'broken';

export interface CameraListener {
  opened(stream: MediaStream): void;
  read(scan: Scan): void;
  failed(why: NoPicture): void;
}

/** Larger finds nothing more, and takes longer. */
const WIDEST = 1_280;
const EVERY_MS = 100;
const reasons: Readonly<Record<string, NoPicture>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export class CameraReader {
  readonly #listener: CameraListener;
  readonly #canvas = document.createElement('canvas');
  #stream: MediaStream | undefined;
  #worker: Worker | undefined;
  #next: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;

  constructor(listener: CameraListener) {
    this.#listener = listener;
  }

  async start(): Promise<void> {
    this.#isRunning = true;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: WIDEST } }, audio: false });
      if (!this.#isRunning) return stopTracks(stream);
      this.#stream = stream;
      for (const track of stream.getTracks()) track.addEventListener('ended', () => this.#fail('missing'));
      this.#listener.opened(stream);
    } catch (error) {
      this.#fail(reasons[error instanceof DOMException ? error.name : ''] ?? 'broken');
    }
  }

  /** Reads what this shows from now on. */
  look(video: HTMLVideoElement): void {
    const worker = new Worker(new URL('./camera-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    worker.addEventListener('error', () => this.#fail('broken'));
    worker.addEventListener('message', ({ data }: MessageEvent<CameraAnswer>) => {
      if (!this.#isRunning) return;
      if ('broken' in data) return this.#fail('broken');
      if (data.scan === undefined) this.#next = setTimeout(() => this.#show(video), EVERY_MS);
      else this.#listener.read(data.scan);
    });
    this.#show(video);
  }

  /** The camera's light goes out, and nothing of what it saw is left. */
  stop(): void {
    this.#isRunning = false;
    clearTimeout(this.#next);
    this.#worker?.terminate();
    this.#worker = undefined;
    if (this.#stream) stopTracks(this.#stream);
    this.#stream = undefined;
    this.#canvas.width = 0;
  }

  #show(video: HTMLVideoElement): void {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0) {
      this.#next = setTimeout(() => this.#show(video), EVERY_MS);
      return;
    }
    const scale = Math.min(1, WIDEST / videoWidth);
    const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
    Object.assign(this.#canvas, { width, height });
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return this.#fail('broken');
    context.drawImage(video, 0, 0, width, height);
    const picture = context.getImageData(0, 0, width, height);
    this.#worker?.postMessage(picture, [picture.data.buffer]);
  }

  #fail(why: NoPicture): void {
    if (!this.#isRunning) return;
    this.stop();
    this.#listener.failed(why);
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
