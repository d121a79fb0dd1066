// Where a clinic records the voice of its calls, a phrase at a time. Each is kept at the edge as soon as it is stopped, so
// that somebody may go away and come back; displays say a call in this voice once all of its parts are there.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PhraseId } from '@foyer/contracts/call-phrases.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { nextToRead, toRead } from '../../data/clip-progress.ts';
import { refusedIn } from '../../data/refusals.ts';
import { ClipRecorder } from '../../sound/clip-recorder.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

@customElement('clips-dialog')
export class ClipsDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      staff-dialog {
        --dialog-width: 960px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      progress {
        width: 100%;
        height: 12px;
        border: 1px solid var(--line);
        border-radius: 6px;
        overflow: hidden;
        appearance: none;
        background: var(--floor);
      }
      progress::-webkit-progress-bar {
        background: var(--floor);
      }
      progress::-webkit-progress-value {
        background: var(--serving);
      }
      progress::-moz-progress-bar {
        background: var(--serving);
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(12rem, 20rem);
        gap: 24px;
      }
      .now {
        display: grid;
        gap: 16px;
        align-content: start;
      }
      .phrase {
        display: grid;
        place-items: center;
        min-height: 9rem;
        padding: 16px;
        border: 4px solid var(--line);
        border-radius: var(--r1);
        background: var(--raised);
        font-size: 3rem;
        font-weight: 700;
        line-height: 1.3;
        text-align: center;
        overflow-wrap: anywhere;
      }
      .recording {
        border-color: var(--alert);
      }
      ol {
        max-height: 22rem;
        overflow-y: auto;
      }
      li button {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        width: 100%;
        min-height: 2.75rem;
        padding: 4px 8px;
        border: 0;
        border-bottom: 1px solid var(--hair);
        background: none;
        text-align: start;
        --icon-size: 1.25rem;
      }
      li button[aria-current='true'] {
        background: var(--floor);
        font-weight: 700;
      }
      @media (max-width: 40rem) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
        ol {
          max-height: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private language: Language = 'en';
  @state() private recorded: ReadonlySet<PhraseId> = new Set();
  @state() private current: PhraseId | undefined;
  @state() private state: 'still' | 'recording' | 'saving' = 'still';
  @state() private fault = '';

  readonly #recorder = new ClipRecorder();
  readonly #player = new Audio();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#choose(this.frame.view.clinic.languages[0] ?? 'en');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#recorder.stop();
    this.#player.pause();
    URL.revokeObjectURL(this.#player.src);
  }

  override render() {
    const phrases = toRead(this.frame.view, this.language);
    const done = phrases.filter(({ id }) => this.recorded.has(id)).length;
    const isComplete = done === phrases.length;
    return html`<staff-dialog
      heading=${t('clips.title')}
      what=${t('clips.what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <div class="choices" role="group" aria-label=${t('clips.title')}>
        ${this.frame.view.clinic.languages.map(
          (language) =>
            html`<foyer-button
              toggle
              ?on=${this.language === language}
              ?disabled=${this.state !== 'still'}
              @click=${() => void this.#choose(language)}
              >${t(`language.${language}`)}</foyer-button
            >`,
        )}
      </div>
      ${this.fault ? html`<p class="alert" role="alert">${this.fault}</p>` : nothing}
      <div>
        <p role="status">
          ${isComplete ? html`<b class="serving">${t('clips.complete')}</b>` : t('clips.done', { done, of: phrases.length })}
        </p>
        <progress
          max=${phrases.length}
          value=${done}
          aria-label=${t('clips.done', { done, of: phrases.length })}
        ></progress>
      </div>
      <div class="sides">
        ${this.#now()}
        <ol>
          ${phrases.map(
            ({ id, words }) =>
              html`<li>
                <button
                  aria-current=${id === this.current}
                  ?disabled=${this.state !== 'still'}
                  @click=${() => (this.current = id)}
                >
                  <bdi lang=${this.language}>${words}</bdi>
                  ${this.recorded.has(id) ? html`<foyer-icon name="tick" label=${t('clips.recorded')}></foyer-icon>` : nothing}
                </button>
              </li>`,
          )}
        </ol>
      </div>
    </staff-dialog>`;
  }

  #now() {
    const phrase = toRead(this.frame.view, this.language).find(({ id }) => id === this.current);
    if (!phrase) return nothing;
    const isRecorded = this.recorded.has(phrase.id);
    const isRecording = this.state === 'recording';
    return html`<div class="now">
      <b>${t('clips.read')}</b>
      <div class="phrase ${isRecording ? 'recording' : ''}" lang=${this.language}><bdi>${phrase.words}</bdi></div>
      <div class="choices">
        <foyer-button
          kind=${isRecording ? 'alert' : 'strong'}
          icon=${isRecording ? 'pause' : 'speech'}
          ?pending=${this.state === 'saving'}
          ?disabled=${this.state === 'saving'}
          @click=${() => (isRecording ? this.#recorder.stop() : void this.#record(phrase.id))}
          >${isRecording ? t('clips.stop') : isRecorded ? t('clips.again') : t('clips.record')}</foyer-button
        >
        <foyer-button
          icon="listen"
          ?disabled=${!isRecorded || this.state !== 'still'}
          @click=${() => void this.#play(phrase.id)}
          >${t('clips.play')}</foyer-button
        >
        <foyer-button icon="forward" ?disabled=${this.state !== 'still'} @click=${() => this.#goOn()}
          >${t('clips.next')}</foyer-button
        >
        <foyer-button
          kind="quiet"
          ?disabled=${!isRecorded || this.state !== 'still'}
          @click=${() => void this.#remove(phrase.id)}
          >${t('clips.remove')}</foyer-button
        >
      </div>
    </div>`;
  }

  async #choose(language: Language): Promise<void> {
    this.language = language;
    [this.recorded, this.current, this.fault] = [new Set(), undefined, ''];
    const answer = await this.frame.api.recordedClips(language, this.frame.session.token);
    if (this.language !== language) return;
    this.#judge(refusedIn(answer));
    if (answer.ok) this.recorded = new Set(answer.value.recorded);
    this.#goOn();
  }

  #goOn(): void {
    this.current = nextToRead(toRead(this.frame.view, this.language), this.recorded, this.current);
  }

  async #record(phrase: PhraseId): Promise<void> {
    this.#player.pause();
    this.fault = '';
    try {
      await this.#recorder.start((clip) => void this.#keep(phrase, clip));
      this.state = 'recording';
    } catch {
      this.fault = t('clips.no-microphone');
    }
  }

  async #keep(phrase: PhraseId, clip: Blob): Promise<void> {
    this.state = 'saving';
    const kept = await this.frame.api.recordClip(this.language, phrase, clip, this.frame.session.token);
    this.state = 'still';
    this.#judge(refusedIn(kept));
    if (kept.ok) this.recorded = new Set([...this.recorded, phrase]);
  }

  async #play(phrase: PhraseId): Promise<void> {
    const clip = await this.frame.api.fileOf(`clips/${this.language}/${phrase}`, this.frame.session.token);
    if (clip === undefined || !this.isConnected) return;
    URL.revokeObjectURL(this.#player.src);
    this.#player.src = URL.createObjectURL(clip);
    await this.#player.play().catch(() => undefined);
  }

  async #remove(phrase: PhraseId): Promise<void> {
    const removed = await this.frame.api.removeClip(this.language, phrase, this.frame.session.token);
    this.#judge(refusedIn(removed));
    if (removed.ok) this.recorded = new Set([...this.recorded].filter((other) => other !== phrase));
  }

  #judge(refused: ReturnType<typeof refusedIn>): void {
    this.fault = refused ? refusalText(refused.code, refused.facts) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'clips-dialog': ClipsDialog;
  }
}
