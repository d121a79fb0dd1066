// The clinic's pictures and videos: which of them this display shows and for how long, new ones, and ones that go from
// the edge for good.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { mediaSeconds, mostMediaItems } from '@foyer/contracts/display-layout-limits.ts';
import { isVideo, mediaTypes, mostVideoBytes, type MediaList } from '@foyer/contracts/media.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { secondsTyped, usualMediaSeconds } from '../../data/display-draft.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import { sayLayout } from './display-events.ts';
import { displayFieldStyles } from './display-field-styles.ts';

const mebi = 1024 * 1024;

@customElement('display-media')
export class DisplayMedia extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    displayFieldStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding-block: 8px;
        border-bottom: 1px solid var(--hair);
      }
      .look {
        display: grid;
        place-items: center;
        width: 96px;
        height: 54px;
        overflow: hidden;
        border: 1px solid var(--line);
        background: var(--floor);
      }
      img,
      video {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      input[type='number'] {
        width: 6rem;
      }
      input[type='file'] {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) layout!: DisplayLayout;
  @property({ attribute: false }) frame!: Frame;
  @state() private list: MediaList | undefined;
  @state() private bringing = false;
  @state() private refused = '';
  /** Addresses of what is shown here, by file. */
  @state() private looks: ReadonlyMap<string, string> = new Map();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const address of this.looks.values()) URL.revokeObjectURL(address);
    this.looks = new Map();
  }

  override render() {
    const files = this.list?.files ?? [];
    const size = Math.floor((this.list?.bytesLeft ?? 0) / mebi);
    return html`<h3>${t('display.media')}</h3>
      <p class="small muted">${t('display.media-what')} ${this.list ? t('display.media-left', { size }) : nothing}</p>
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <ul>
        ${files.map(({ file }, index) => this.#row(file, index + 1))}
      </ul>
      <div class="choices">
        <input
          type="file"
          accept=${Object.values(mediaTypes).join()}
          @change=${(event: Event) => void this.#bring(event.target as HTMLInputElement)}
        />
        <foyer-button
          icon="plus"
          ?pending=${this.bringing}
          ?disabled=${this.bringing}
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()}
          >${t('display.media-add')}</foyer-button
        >
      </div>`;
  }

  #row(file: string, place: number) {
    const shown = this.layout.media.find((item) => item.file === file);
    const look = this.looks.get(file);
    const words = t(isVideo(file) ? 'display.media-video' : 'display.media-picture');
    return html`<li>
      <span class="look"
        >${look === undefined ? words : isVideo(file) ? html`<video src=${look} muted preload="metadata"></video>` : html`<img src=${look} alt="" />`}</span
      >
      <foyer-button
        toggle
        ?on=${shown !== undefined}
        ?disabled=${shown === undefined && this.layout.media.length >= mostMediaItems}
        label=${t('display.media-show', { place })}
        @click=${() => this.#toggle(file)}
        >${t('display.media-shown')}</foyer-button
      >
      ${
        shown
          ? html`<input
              type="number"
              min=${mediaSeconds.least}
              max=${mediaSeconds.most}
              aria-label=${t('display.media-seconds', { place })}
              .value=${String(shown.seconds)}
              @change=${(event: Event) => this.#setSeconds(file, (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <foyer-button
        class="bare push"
        icon="cross"
        label=${t('display.media-delete', { place })}
        @click=${() => void this.#delete(file)}
      ></foyer-button>
    </li>`;
  }

  #toggle(file: string): void {
    const { media } = this.layout;
    const others = media.filter((item) => item.file !== file);
    const isShown = others.length < media.length;
    sayLayout(this, { media: isShown ? others : [...media, { file, seconds: usualMediaSeconds }] });
  }

  #setSeconds(file: string, typed: string): void {
    const seconds = secondsTyped(typed);
    sayLayout(this, { media: this.layout.media.map((item) => (item.file === file ? { file, seconds } : item)) });
  }

  async #bring(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    // The edge closes the line on what is larger, before a browser has read why.
    if (file.size > mostVideoBytes) return this.#judge({ code: 'file-too-large', facts: {} });
    this.bringing = true;
    const added = await this.frame.api.addMedia(file, this.frame.session.token);
    this.bringing = false;
    input.value = '';
    this.#judge(refusedIn(added));
    if (!added.ok) return;
    const { file: name } = added.value;
    const isNew = this.layout.media.every((item) => item.file !== name);
    if (isNew && this.layout.media.length < mostMediaItems) this.#toggle(name);
    await this.#read();
  }

  async #delete(file: string): Promise<void> {
    const removed = await this.frame.api.removeMedia(file, this.frame.session.token);
    this.#judge(refusedIn(removed));
    if (!removed.ok) return;
    if (this.layout.media.some((item) => item.file === file)) this.#toggle(file);
    await this.#read();
  }

  #judge(refused: ReturnType<typeof refusedIn>): void {
    this.refused = refused ? refusalText(refused.code, refused.facts) : '';
  }

  async #read(): Promise<void> {
    const { api, session } = this.frame;
    const answer = await api.mediaList(session.token);
    if (!answer.ok) return this.#judge(refusedIn(answer));
    this.list = answer.value;
    for (const { file } of answer.value.files) {
      if (this.looks.has(file)) continue;
      const look = await api.fileOf(`media/${file}`, session.token);
      if (look === undefined || !this.isConnected) continue;
      this.looks = new Map([...this.looks, [file, URL.createObjectURL(look)]]);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-media': DisplayMedia;
  }
}
