// The scanner: the chosen code, large enough for a camera, over the one lit door that scans it at a kiosk.

import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import type { BenchView } from '../../../bench-view.ts';
import { t } from '../strings/strings.ts';
import type { Readable } from './code-list.ts';

type Kiosk = BenchView['kiosks'][number];

@customElement('scanner-door')
export class ScannerDoor extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 24px;
      }
      .code {
        display: grid;
        place-items: center;
        align-content: center;
        grid-template-columns: minmax(0, auto);
      }
      .place {
        display: grid;
        place-items: center;
        width: min(100%, 320px);
        aspect-ratio: 1;
        margin: 0;
        padding: 32px;
        box-sizing: border-box;
        border: 2px dashed var(--hair);
        border-radius: var(--r1);
        text-align: center;
        text-wrap: balance;
      }
      img {
        width: min(100%, 320px);
        image-rendering: pixelated;
        background: var(--raised);
      }
      pre {
        margin: 0;
        max-width: 100%;
        max-height: 320px;
        overflow: auto;
        padding: 24px 16px;
        background: var(--raised);
        border: 1px solid var(--hair);
        border-radius: var(--r1);
        font-family: monospace;
        font-size: 15px;
        line-height: 1.6;
      }
      .kiosks {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        --button-height: 48px;
        --button-padding: 4px 16px;
      }
      foyer-door {
        min-height: 240px;
        --handle-y: 50%;
      }
      .act {
        display: block;
        font-size: 64px;
        font-weight: 700;
        line-height: 1.1;
        letter-spacing: -0.02em;
      }
      .what {
        font-size: 20px;
      }
    `,
  ];

  @property({ attribute: false }) code: Readable | undefined;
  @property({ attribute: false }) kiosks: readonly Kiosk[] = [];

  @state() private atKiosk = '';

  override render() {
    const kiosk = this.#kiosk();
    const ready = this.code !== undefined && kiosk !== undefined;
    return html`<div class="code">${this.#picture()}</div>
      <div class="kiosks">
        ${
          kiosk === undefined
            ? html`<span class="muted">${t('scanner.none')}</span>`
            : html`<span>${t('scanner.kiosk')}</span> ${this.kiosks.map(
                  (one) =>
                    html`<foyer-button toggle ?on=${one === kiosk} @click=${() => (this.atKiosk = one.deviceId)}>
                      ${one.name}
                    </foyer-button>`,
                )}`
        }
      </div>
      <foyer-door action state=${ready ? 'lit' : 'hollow'} ?disabled=${!ready} @click=${this.#scan}>
        <span class="act">${t('scanner.scan')}</span>
        <span class="what">${this.#what(kiosk)}</span>
      </foyer-door>`;
  }

  #what(kiosk: Kiosk | undefined): string {
    if (this.code === undefined) return t('scanner.choose');
    const { title } = this.code;
    return kiosk === undefined ? title : t('scanner.what', { title, kiosk: kiosk.name });
  }

  #picture() {
    if (this.code === undefined) return html`<p class="place muted">${t('scanner.place')}</p>`;
    const { picture, text } = this.code;
    return picture === undefined
      ? html`<pre tabindex="0">${text}</pre>`
      : html`<img src=${picture.address} alt=${picture.words} />`;
  }

  #kiosk(): Kiosk | undefined {
    return this.kiosks.find(({ deviceId }) => deviceId === this.atKiosk) ?? this.kiosks[0];
  }

  readonly #scan = (): void => {
    const kiosk = this.#kiosk();
    if (this.code === undefined || kiosk === undefined) return;
    this.dispatchEvent(new CustomEvent('code-scanned', { detail: { kiosk, code: this.code } }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'scanner-door': ScannerDoor;
  }
}
