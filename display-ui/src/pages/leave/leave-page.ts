// The wall while the building is being left: the message alone, and the voice that says it. It stays when the server is
// lost: that may be the fire.

import type { Language } from '@foyer/contracts/languages.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-leave.ts';
import { strings as sharedWords } from '@foyer/ui-kit/strings/strings.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/wall-clock.ts';
import { fetchSpokenText, SPOKEN } from '../../data/voice.ts';
import { CallSound, type Voice } from '../../sound/call-sound.ts';
import { LeaveVoice } from '../../sound/leave-voice.ts';
import { t } from '../../strings/strings.ts';

@customElement('leave-page')
export class LeavePage extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        --u: min(100vw / 1920, 100vh / 1080);
        display: grid;
        grid-template: calc(104 * var(--u)) minmax(0, 1fr) / minmax(0, 1fr);
        height: 100vh;
        overflow: hidden;
        cursor: none;
        background: var(--surface);
        font-size: calc(44 * var(--u));
      }
      header {
        display: flex;
        align-items: center;
        gap: calc(40 * var(--u));
        padding-inline: calc(64 * var(--u));
      }
      foyer-brand {
        flex: 1;
      }
      .silent {
        display: flex;
        align-items: center;
        gap: calc(16 * var(--u));
        font-size: calc(36 * var(--u));
      }
      wall-clock {
        font-size: calc(64 * var(--u));
        font-weight: 700;
      }
      @media (orientation: portrait) {
        :host {
          --u: min(100vw / 1080, 100vh / 1920);
        }
      }
    `,
  ];

  @property({ attribute: false }) view!: DisplayView;
  @property({ attribute: false }) serverNow: () => number = () => Date.now();
  @property() token = '';

  readonly #sound = new CallSound(() => this.requestUpdate());
  readonly #voice = new LeaveVoice(this.#sound, () => this.#voices());
  /** What was fetched once is there without the server. */
  readonly #spoken = new Map<string, ArrayBuffer>();
  readonly #touched = () => this.#sound.unlock();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sound.start();
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, this.#touched);
  }

  override firstUpdated(): void {
    const spoken = this.#languages.map((code) => sharedWords.load(code));
    void Promise.allSettled(spoken).then(() => this.isConnected && this.#voice.start());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#voice.stop();
    this.#sound.stop();
    for (const touch of ['pointerdown', 'keydown']) removeEventListener(touch, this.#touched);
  }

  override render() {
    const { clinic, evacuation } = this.view;
    return html`<header>
        <foyer-brand .name=${clinic.name}></foyer-brand>
        ${this.#sound.blocked ? html`<p class="silent"><foyer-icon name="announce"></foyer-icon>${t('calls.silent')}</p>` : nothing}
        <wall-clock .zone=${clinic.zone} .now=${this.serverNow}></wall-clock>
      </header>
      <foyer-leave .evacuation=${evacuation!} .languages=${clinic.languages} .zone=${clinic.zone}></foyer-leave>`;
  }

  get #languages(): readonly Language[] {
    const { clinic, voice } = this.view;
    return voice ? SPOKEN.filter((code) => clinic.languages.includes(code)) : [];
  }

  #voices(): readonly Voice[] {
    const meetingPoint = this.view.evacuation?.meetingPoint;
    return this.#languages.map((code) => {
      const what = sharedWords.in(code, 'leave.spoken');
      const where = meetingPoint && sharedWords.in(code, 'leave.meet', { place: localised(meetingPoint, code) });
      return this.#voiceOf(where === undefined ? what : `${what} ${where}.`, code);
    });
  }

  #voiceOf(text: string, code: Language): Voice {
    return async (stop) => {
      const kept = this.#spoken.get(text) ?? (await fetchSpokenText(text, code, this.token, stop));
      if (kept) this.#spoken.set(text, kept);
      // Decoding takes the bytes away.
      return kept?.slice(0);
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leave-page': LeavePage;
  }
}
