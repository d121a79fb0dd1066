// What the kiosk's camera sees, with a frame to hold a code in, until it has read one. It is open for as long as this
// element is in the page.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { CameraReader, type NoPicture } from '../camera/camera-reader.ts';
import type { Scan } from '../session/acts.ts';
import { t } from '../strings/strings.ts';

@customElement('kiosk-camera')
export class KioskCamera extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 24px;
        min-height: 0;
      }
      .picture {
        position: relative;
        flex: 1 1 0;
        min-height: min(420px, var(--act-height));
        display: grid;
        place-items: center;
        overflow: hidden;
        border: 4px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
      }
      video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
        /* As in a mirror: a hand that moves left is seen to move left. */
        transform: scaleX(-1);
      }
      .frame {
        position: relative;
        width: 72%;
        height: 64%;
        border: 8px dashed var(--accent);
        border-radius: var(--r1);
        outline: 4px solid var(--text);
        outline-offset: -14px;
      }
      .without {
        padding: 48px;
        font-size: calc(46px * var(--text-scale));
        line-height: 1.3;
        font-weight: 700;
        text-wrap: balance;
      }
      p {
        font-size: calc(34px * var(--text-scale));
        line-height: 1.41;
      }
      :host(:lang(ar)) p {
        line-height: 1.55;
      }
    `,
  ];

  @state() private stream: MediaStream | undefined;
  @state() private why: NoPicture | undefined;
  @query('video') private video!: HTMLVideoElement;

  readonly #reader = new CameraReader({
    opened: (stream) => (this.stream = stream),
    read: (scan) => this.dispatchEvent(new CustomEvent<Scan>('camera-read', { detail: scan })),
    failed: (why) => {
      this.stream = undefined;
      this.why = why;
    },
  });
  #shown: MediaStream | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#reader.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reader.stop();
    this.stream = undefined;
  }

  override updated(): void {
    if (this.stream === undefined || this.stream === this.#shown) return;
    this.#shown = this.stream;
    this.video.srcObject = this.stream;
    void this.video.play().catch(() => undefined);
    this.#reader.look(this.video);
  }

  override render() {
    const words = this.why === undefined ? t(this.stream ? 'camera.hold' : 'camera.opening') : t(`camera.${this.why}`);
    if (this.why !== undefined) return html`<div class="picture"><p class="without" role="alert">${words}</p></div>`;
    return html`<div class="picture">
        ${this.stream ? html`<video muted playsinline aria-hidden="true"></video><span class="frame"></span>` : nothing}
      </div>
      <p role="status">${words}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-camera': KioskCamera;
  }
  interface HTMLElementEventMap {
    'camera-read': CustomEvent<Scan>;
  }
}
