// What a screen shows that nobody has let in yet: its code, in letters that are read across a room, and the words of its
// key, which the administrator compares.
// Fires `foyer-enrolled` with the credential once an administrator approved it.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Credential } from '../connection/credential.ts';
import { Enrolment, type EnrolmentProgress } from '../connection/enrolment.ts';
import { wordsOfKey } from '../key-words/key-words.ts';
import { readyForHan } from '../language/han.ts';
import type { LanguageCode } from '../language/language.ts';
import { t } from '../strings/strings.ts';
import { FoyerElement, shared } from './foyer-element.ts';
import './foyer-brand.ts';
import './foyer-door.ts';
import './foyer-floor.ts';

@customElement('foyer-enrol')
export class FoyerEnrol extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto 1fr auto;
        min-height: 100vh;
        padding-top: clamp(24px, 5vmin, 64px);
        font-size: clamp(16px, 2.6vmin, 36px);
        line-height: 1.4;
      }
      foyer-brand,
      main {
        padding-inline: clamp(20px, 6vmin, 64px);
      }
      main {
        display: grid;
        align-content: end;
        gap: 1.2em;
      }
      h1 {
        font-size: 2.2em;
        line-height: 1.15;
      }
      foyer-door {
        justify-self: start;
        max-width: 100%;
        margin-top: 1.5em;
        --handle: 0.8em;
        --handle-x: 1em;
        --door-padding: 1em 3.6em 1.2em 1em;
      }
      foyer-door:dir(rtl) {
        --door-padding: 1em 1em 1.2em 3.6em;
      }
      .code {
        display: block;
        font-size: clamp(36px, 11vmin, 128px);
        line-height: 1.2;
        font-weight: 700;
        letter-spacing: 0.04em;
        direction: ltr;
        white-space: nowrap;
      }
      .words b {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2em 0.5em;
        margin-top: 0.3em;
        font-size: 1.6em;
        line-height: 1.3;
      }
      .words bdi:not(:last-child)::after {
        margin-inline-start: 0.5em;
        color: var(--muted);
        font-weight: 400;
        content: '·';
      }
      foyer-floor p {
        padding: 1em clamp(20px, 6vmin, 64px) 1.6em;
      }
    `,
  ];

  @state() private code: string | undefined;
  @state() private asked = false;
  @state() private words: readonly string[] = [];
  @state() private language: LanguageCode = 'en';

  readonly #enrolment = new Enrolment(
    ({ code, key }) => {
      this.code = code;
      this.asked = true;
      void this.#show(key);
    },
    (credential) => {
      this.dispatchEvent(
        new CustomEvent<Credential>('foyer-enrolled', { detail: credential, bubbles: true, composed: true }),
      );
    },
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#enrolment.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#enrolment.stop();
  }

  async #show(key: EnrolmentProgress['key']): Promise<void> {
    if (!key) return;
    if (key.language === 'zh') readyForHan();
    this.words = await wordsOfKey(key.publicKey, key.language);
    this.language = key.language;
  }

  override render() {
    return html`<foyer-brand name="Foyer"></foyer-brand>
      <main>
        <h1>${t('enrol.title')}</h1>
        <p>${this.asked && !this.code ? t('enrol.unreachable') : t('enrol.what')}</p>
        ${
          this.code && this.words.length > 0
            ? html`<p class="words">
                ${t('enrol.words')}
                <b lang=${this.language}>${this.words.map((word) => html`<bdi>${word}</bdi> `)}</b>
              </p>`
            : nothing
        }
        <foyer-door state=${this.code ? 'lit' : 'hollow'}>
          ${t('enrol.code')}
          <span class="code" role="status">${this.code ?? '····'}</span>
        </foyer-door>
      </main>
      <foyer-floor><p class="muted">${t('enrol.promise')}</p></foyer-floor>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-enrol': FoyerEnrol;
  }
  interface HTMLElementEventMap {
    'foyer-enrolled': CustomEvent<Credential>;
  }
}
