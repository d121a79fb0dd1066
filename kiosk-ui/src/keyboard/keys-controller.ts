// How the kiosk is used by who does not point at it: the focus that begins at what is asked, the keys, and the spoken
// guide, which is fetched ahead of the first who needs it.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AudioGuide } from '../guide/audio-guide.ts';
import type { Speech } from '../guide/speech-queue.ts';
import { KioskKeys } from './kiosk-keys.ts';
import { PageWatch } from './page-watch.ts';
import { pageIn } from './screen-parts.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

export class KeysController implements ReactiveController {
  readonly #host: Host;
  readonly #speech: Speech;
  readonly #began: () => void;
  readonly #watch = new PageWatch(() => this.#guide?.look());
  readonly #keys = new KioskKeys({
    frame: () => this.#host.renderRoot,
    guide: () => this.#guide,
    beginGuide: () => void this.#begin(),
  });
  #guide: AudioGuide | undefined;

  /** `began` is told that somebody is guided from now on. */
  constructor(host: Host, speech: Speech, began: () => void) {
    this.#host = host;
    this.#speech = speech;
    this.#began = began;
    host.addController(this);
  }

  /** While somebody is guided. */
  get guide(): Pick<AudioGuide, 'isDark' | 'isSilent' | 'lift'> | undefined {
    return this.#guide;
  }

  hostUpdated(): void {
    this.#watch.follow(pageIn(this.#host.renderRoot));
    this.#guide?.look();
  }

  hostDisconnected(): void {
    this.end();
    this.#watch.stop();
  }

  down(event: KeyboardEvent): void {
    this.#keys.down(event);
  }

  typed(key: string, at: number): void {
    this.#keys.typed(key, at);
  }

  /** Nobody is guided any more. */
  end(): void {
    if (!this.#guide) return;
    this.#guide.stop();
    this.#guide = undefined;
    this.#host.requestUpdate();
  }

  async load(): Promise<typeof AudioGuide> {
    const [guide] = await Promise.all([
      import('../guide/audio-guide.ts'),
      import('../components/kiosk-guide-mark.ts'),
      import('../components/kiosk-curtain.ts'),
    ]);
    return guide.AudioGuide;
  }

  async #begin(): Promise<void> {
    const Guide = await this.load();
    if (this.#guide) return;
    this.#guide = new Guide({
      speech: this.#speech,
      frame: () => this.#host.renderRoot,
      page: () => pageIn(this.#host.renderRoot),
      changed: () => this.#host.requestUpdate(),
      ended: () => this.end(),
    });
    this.#guide.start();
    this.#began();
    this.#host.requestUpdate();
  }
}
