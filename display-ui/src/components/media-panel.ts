// What a clinic shows beside its calls, in turn and without sound. It never covers a call, and holds still while a call
// is new. A file that cannot be fetched or shown is passed over; where none can be, the frame is gone.

import { isVideo } from '@foyer/contracts/media.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { nextTurn, type MediaItem } from '../calls/media-turns.ts';
import { fetchMedia } from '../data/media.ts';
import { t } from '../strings/strings.ts';

/** For how long a call is new. */
const HOLD_MS = 8_000;
/** When nothing could be fetched, it is tried again. */
const TRY_AGAIN_MS = 30_000;

@customElement('media-panel')
export class MediaPanel extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
        box-sizing: border-box;
        min-height: 0;
        border: calc(2 * var(--u)) solid var(--line);
        border-radius: calc(12 * var(--u));
        overflow: hidden;
        background: var(--floor);
      }
      :host([empty]) {
        visibility: hidden;
      }
      img,
      video {
        display: block;
        width: 100%;
        height: 100%;
        min-height: 0;
        object-fit: contain;
      }
      p {
        display: flex;
        align-items: center;
        gap: calc(20 * var(--u));
        padding: calc(6 * var(--u)) calc(24 * var(--u));
        color: var(--muted);
        font-size: calc(28 * var(--u));
        line-height: 1.2;
      }
      i {
        flex: none;
        width: calc(160 * var(--u));
        height: calc(6 * var(--u));
        background: linear-gradient(var(--text) 0 0) no-repeat 0 / var(--told, 0%) 100% var(--line);
      }
      :host(:dir(rtl)) i {
        background-position-x: 100%;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly MediaItem[] = [];
  @property() token = '';
  /** Another one: a call is new. */
  @property() newest = '';
  @property({ type: Boolean, reflect: true }) empty = true;

  @state() private shown: { readonly place: number; readonly file: string; readonly address: string } | undefined;
  @query('video') private readonly video!: HTMLVideoElement | null;

  readonly #missing = new Set<string>();
  #turn: ReturnType<typeof setTimeout> | undefined;
  #hold: ReturnType<typeof setTimeout> | undefined;
  #fetching: AbortController | undefined;
  /** The turn is over, and a new call holds the next one back. */
  #isDue = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#turn);
    clearTimeout(this.#hold);
    this.#hold = undefined;
    this.#fetching?.abort();
    this.#show(undefined);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('newest') && this.newest !== '' && this.hasUpdated) this.#holdStill();
    if (!changed.has('items') && !changed.has('token')) return;
    this.#missing.clear();
    const isThere = this.items.some(({ file }) => file === this.shown?.file);
    if (!isThere || changed.has('token')) void this.#next();
  }

  override render() {
    const { shown, items } = this;
    if (!shown) return nothing;
    return html`${
      isVideo(shown.file)
        ? html`<video
            src=${shown.address}
            muted
            autoplay
            playsinline
            ?loop=${items.length === 1}
            @ended=${() => void this.#next()}
            @error=${() => this.#fail(shown.file)}
          ></video>`
        : html`<img src=${shown.address} alt="" @error=${() => this.#fail(shown.file)} />`
    }
    ${items.length > 1 ? html`<p><i></i>${t('media.turn', { turn: shown.place + 1, of: items.length })}</p>` : nothing}`;
  }

  override updated(): void {
    const { shown, items, video } = this;
    if (shown) this.style.setProperty('--told', `${((shown.place + 1) / items.length) * 100}%`);
    // The attribute alone does not keep every browser silent.
    if (video) video.muted = true;
    if (video && this.#hold !== undefined) video.pause();
  }

  #holdStill(): void {
    clearTimeout(this.#hold);
    this.video?.pause();
    this.#hold = setTimeout(() => {
      this.#hold = undefined;
      if (this.#isDue) void this.#next();
      else void this.video?.play().catch(() => undefined);
    }, HOLD_MS);
  }

  async #next(): Promise<void> {
    clearTimeout(this.#turn);
    this.#isDue = this.#hold !== undefined && this.shown !== undefined;
    if (this.#isDue) return;
    this.#fetching?.abort();
    const fetching = new AbortController();
    this.#fetching = fetching;
    const place = nextTurn(this.items, this.shown?.place, (file) => this.#missing.has(file));
    const item = place === undefined ? undefined : this.items[place];
    if (place === undefined || !item) return this.#none();
    if (item.file === this.shown?.file) return this.#begin(item);
    const address = await fetchMedia(item.file, this.token, fetching.signal);
    if (fetching.signal.aborted || !this.isConnected) {
      if (address !== undefined) URL.revokeObjectURL(address);
      return;
    }
    if (address === undefined) return this.#fail(item.file);
    this.#show({ place, file: item.file, address });
    this.#begin(item);
  }

  #begin({ seconds }: MediaItem): void {
    if (this.items.length > 1) this.#turn = setTimeout(() => void this.#next(), seconds * 1000);
  }

  #fail(file: string): void {
    this.#missing.add(file);
    void this.#next();
  }

  #none(): void {
    this.#show(undefined);
    if (this.items.length === 0) return;
    this.#turn = setTimeout(() => {
      this.#missing.clear();
      void this.#next();
    }, TRY_AGAIN_MS);
  }

  #show(shown: typeof this.shown): void {
    if (this.shown) URL.revokeObjectURL(this.shown.address);
    this.shown = shown;
    this.empty = shown === undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'media-panel': MediaPanel;
  }
}
