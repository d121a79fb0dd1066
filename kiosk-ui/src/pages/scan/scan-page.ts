import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { hasCamera } from '../../camera/has-camera.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import type { Scan } from '../../session/acts.ts';
import { t } from '../../strings/strings.ts';

/**
 * Where to hold the code or the document. The reader is on all the time; this page only says how. Where the kiosk has a
 * camera, it may be opened instead.
 */
@customElement('scan-page')
export class ScanPage extends KioskPage<'scan'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      .doors > * {
        --door-padding: 40px;
      }
      .reader {
        flex: 560 1 0;
        min-height: min(760px, var(--act-height));
      }
      .reader foyer-icon {
        --icon-size: min(300px, calc(var(--act-height) * 0.3));
      }
      .reader .big {
        margin-top: auto;
        font-size: min(calc(80px * var(--text-scale)), 144px, calc(var(--act-height) * 0.11 * var(--text-scale)));
        line-height: 1.1;
      }
      .reader .door-what {
        margin-top: 12px;
        font-size: calc(36px * var(--text-scale));
        line-height: 1.34;
      }
      .reader .down {
        display: block;
      }
      .reader .down foyer-icon {
        --icon-size: min(112px, calc(var(--act-height) * 0.12));
      }
      .other {
        flex: 372 1 0;
        min-height: min(480px, var(--act-height));
        --door-padding: 32px;
      }
      :host {
        grid-template: 'ask' auto 'camera' minmax(0, 1fr) 'act' auto / minmax(0, 1fr);
      }
      .camera {
        grid-area: camera;
        align-self: end;
        padding-top: 32px;
      }
      .filming {
        flex: 560 1 0;
        min-height: min(760px, var(--act-height));
        padding-bottom: 32px;
      }
      @container ${lying} {
        :host {
          grid-template: 'ask act' auto 'camera act' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
        }
        .camera {
          padding-bottom: 32px;
        }
      }
      @container ${tight} {
        .reader > foyer-icon {
          display: none;
        }
      }
    `,
    tightStyles,
  ];

  @state() private canFilm = false;
  @state() private isFilming = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void hasCamera().then((has) => (this.canFilm = has));
  }

  override spoken(): string {
    const reading = this.isFilming ? [] : [t('scan.on')];
    return [this.#title(), this.#how(), ...reading, `${t('scan.otherWay')}: ${t('scan.otherWayWhat')}`].join(' ');
  }

  override render() {
    return html`<section class="ask">
        <h1><kiosk-words>${this.#title()}</kiosk-words></h1>
        <p class="sub">${this.#how()}</p>
      </section>
      ${this.canFilm ? this.#cameraButton() : nothing}
      <section class="act doors">
        ${this.isFilming ? this.#camera() : this.#reader()}
        <foyer-door class="other" action @click=${() => this.ask({ act: 'back' })}>
          <kiosk-words class="door-title">${t('scan.otherWay')}</kiosk-words>
          <span class="door-what" slot="foot">${t('scan.otherWayWhat')}</span>
        </foyer-door>
      </section>`;
  }

  #reader() {
    return html`<foyer-door class="reader" state="lit" fill>
      <foyer-icon .name=${this.screen.what === 'code' ? 'qr' : 'document'} stroke="1.25"></foyer-icon>
      <kiosk-words class="big">${t('scan.here')}</kiosk-words>
      <span class="door-what">${t('scan.on')}</span>
      <span class="down" slot="foot"><foyer-icon name="arrow-down" stroke="2.6"></foyer-icon></span>
    </foyer-door>`;
  }

  #camera() {
    return html`<kiosk-camera
      class="filming"
      @camera-read=${({ detail }: CustomEvent<Scan>) => this.ask({ act: 'read', scan: detail })}
    ></kiosk-camera>`;
  }

  #cameraButton() {
    return html`<foyer-button class="wide camera" @click=${() => void this.#switch()}>
      ${t(this.isFilming ? 'scan.reader' : 'scan.camera')}
      <span class="end"><foyer-icon name=${this.isFilming ? 'back' : 'forward'} stroke="2.5"></foyer-icon></span>
    </foyer-button>`;
  }

  /** The camera and what reads its pictures are fetched by whoever opens it first. */
  async #switch(): Promise<void> {
    if (!this.isFilming) await import('../../components/kiosk-camera.ts');
    this.isFilming = !this.isFilming;
  }

  #how(): string {
    return this.isFilming ? t(`camera.${this.screen.what}`) : t('scan.how');
  }

  #title(): string {
    if (this.isFilming) return t('camera.title');
    return this.screen.what === 'code' ? t('scan.code') : t('scan.document');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scan-page': ScanPage;
  }
}
