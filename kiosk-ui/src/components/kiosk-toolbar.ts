// Below the floor, on every screen, in the same places: Back and Start again, move, enlarge, listen, the languages, and
// help. Fires `kiosk-tool` for what changes how the screen stands; help, back and start again are acts.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { language, Languages, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Act } from '../session/acts.ts';
import type { Screen } from '../session/screens.ts';
import { t } from '../strings/strings.ts';
import { lying, tight, tightLying, tightUpright } from './panel.ts';

export type Tool =
  | { readonly tool: 'move' | 'larger' | 'listen' }
  | { readonly tool: 'language'; readonly code: LanguageCode };

@customElement('kiosk-toolbar')
export class KioskToolbar extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 16px;
        padding: 20px 64px 44px;
        grid-template: 'nav tools' auto 'languages languages' auto 'help help' auto / 1fr auto;
        font-size: calc(28px * var(--text-scale));
      }
      .nav,
      .tools,
      .languages,
      .help {
        display: flex;
        gap: 16px;
        min-width: 0;
      }
      .nav {
        grid-area: nav;
        align-items: center;
        min-height: 80px;
      }
      .tools {
        grid-area: tools;
        justify-content: flex-end;
      }
      .nav foyer-button,
      .tools foyer-button {
        font-size: calc(26px * var(--text-scale));
        --button-height: 80px;
        --button-padding: 4px 14px;
        --button-gap: 8px;
        white-space: nowrap;
        --button-icon: min(48px, calc(32px * var(--text-scale)));
      }
      .languages {
        grid-area: languages;
      }
      .languages foyer-button {
        flex: 1 1 0;
        font: 400 calc(30px * var(--text-scale)) var(--font-tongues);
        --button-height: 80px;
        --button-padding: 4px 8px;
      }
      .help {
        grid-area: help;
      }
      .call {
        flex: 0 0 304px;
        font-size: calc(34px * var(--text-scale));
        --button-height: 152px;
        --button-gap: 16px;
        --button-icon: 44px;
        --button-align: start;
      }
      .unwell {
        flex: 1;
        font-size: calc(28px * var(--text-scale));
        --button-height: 152px;
        --button-padding: 4px 24px;
        --button-justify: flex-start;
        --button-align: start;
        --button-gap: 20px;
        --button-icon: 56px;
      }
      .unwell span {
        display: block;
        line-height: 1.28;
      }
      .unwell b {
        display: block;
        font-size: calc(34px * var(--text-scale));
        line-height: 1.3;
        color: var(--alert);
      }
      .call small {
        display: block;
        font-size: calc(26px * var(--text-scale));
        font-weight: 400;
      }
      @container ${tightUpright} {
        :host {
          padding-bottom: 24px;
          grid-template: 'nav' auto 'tools' auto 'languages' auto 'help' auto / minmax(0, 1fr);
        }
        .nav,
        .tools {
          flex-wrap: wrap;
          min-height: 0;
        }
        .tools foyer-button {
          flex: 1 1 auto;
        }
        .help {
          flex-direction: column;
        }
        .call {
          flex: none;
          --button-height: 96px;
        }
        .unwell {
          flex: none;
        }
      }
      @container ${lying} {
        :host {
          padding: 20px 64px;
          grid-template: 'languages nav' auto 'help tools' auto / minmax(0, 952px) minmax(0, 1fr);
          column-gap: 64px;
        }
        .nav {
          justify-content: flex-end;
        }
        .tools foyer-button {
          flex: 1 1 0;
          white-space: normal;
          --button-height: 152px;
          --button-gap: 16px;
          --button-icon: 40px;
        }
      }
      @container ${tight} {
        .languages foyer-button {
          flex: 1 1 auto;
          --button-height: 88px;
        }
        .call {
          --button-gap: 12px;
          --button-padding: 4px 16px;
        }
        .unwell {
          --button-padding: 8px 16px;
          --button-gap: 16px;
          --button-icon: 48px;
        }
        .unwell b {
          display: inline;
        }
      }
      @container ${tightLying} {
        :host {
          gap: 12px 16px;
          padding-block: 12px;
          grid-template: 'languages nav nav' auto 'help help tools' auto / minmax(0, 1fr) 300px 380px;
        }
        .tools {
          flex-direction: column;
          gap: 12px;
        }
        .tools foyer-button {
          --button-height: 80px;
        }
        .call {
          flex-basis: 384px;
        }
        .call::part(button) {
          flex-direction: column;
        }
        .call small {
          display: none;
        }
      }
    `,
  ];

  @property() page: Screen['page'] | 'stopped' | 'leaving' = 'idle';
  @property({ type: Boolean }) back = false;
  @property({ attribute: false }) languages: readonly LanguageCode[] = [];
  @property() openUntil: string | undefined;
  @property({ type: Boolean }) low = false;
  @property({ type: Number }) larger = 1;
  /** Whether something here can speak this language. */
  @property({ type: Boolean }) voice = false;
  @property({ type: Boolean }) speaking = false;
  /** A call for help went out and has not ended. */
  @property({ type: Boolean }) alarm = false;

  override render() {
    const inHelp = this.page === 'help';
    const stands = this.page === 'stopped' || this.page === 'leaving';
    return html`<div class="nav">
        ${
          this.page === 'idle'
            ? html`<span>${this.openUntil ? t('frame.open', { time: this.openUntil }) : t('frame.closed')}</span>`
            : nothing
        }
        ${this.back ? html`<foyer-button icon="back" icon-stroke="2.5" @click=${() => this.#ask({ act: 'back' })}>${t('frame.back')}</foyer-button>` : nothing}
        ${
          this.page === 'idle' || stands || inHelp
            ? nothing
            : html`<foyer-button icon="again" icon-stroke="2.5" @click=${() => this.#ask({ act: 'finish' })}
                >${t('frame.again')}</foyer-button
              >`
        }
      </div>
      <div class="tools">
        ${
          stands
            ? nothing
            : html`<foyer-button .icon=${this.low ? 'move-up' : 'move-down'} @click=${() => this.#use({ tool: 'move' })}
                >${this.low ? t('frame.up') : t('frame.down')}</foyer-button
              >`
        }
        <foyer-button icon="larger" @click=${() => this.#use({ tool: 'larger' })}
          >${this.larger >= 2 ? t('frame.smaller') : t('frame.larger')}</foyer-button
        >
        ${
          this.voice
            ? html`<foyer-button
                .icon=${this.speaking ? 'quiet' : 'listen'}
                @click=${() => this.#use({ tool: 'listen' })}
                >${this.speaking ? t('frame.quiet') : t('frame.listen')}</foyer-button
              >`
            : nothing
        }
      </div>
      <div class="languages" role="group" aria-label=${t('frame.languages')}>
        ${this.languages.map(
          (code) =>
            html`<foyer-button
              toggle
              ?on=${language.code === code}
              lang=${code}
              @click=${() => this.#use({ tool: 'language', code })}
              >${Languages[code].name}</foyer-button
            >`,
        )}
      </div>
      <div class="help">
        ${
          inHelp
            ? html`<foyer-button class="call" kind="strong" icon="forward" @click=${() => this.#ask({ act: 'back' })}
                >${t('help.goOn')}${this.alarm ? html`<small>${t('help.goOnWhat')}</small>` : nothing}</foyer-button
              >`
            : html`<foyer-button
                class="call"
                kind="strong"
                icon="person"
                @click=${() => this.#ask({ act: 'help', kind: 'assistance' })}
                >${t('frame.help')}</foyer-button
              >`
        }
        <foyer-button
          class="unwell"
          kind="alert"
          icon="emergency"
          icon-stroke="3"
          @click=${() => this.#ask({ act: 'help', kind: 'emergency' })}
        >
          <span
            ><b>${inHelp ? t('help.worse') : t('frame.unwell')}</b>
            ${inHelp ? t('help.worseWhat') : t('frame.unwellWhat')}</span
          >
        </foyer-button>
      </div>`;
  }

  #ask(act: Act): void {
    this.dispatchEvent(new CustomEvent('kiosk-act', { detail: act, bubbles: true, composed: true }));
  }

  #use(tool: Tool): void {
    this.dispatchEvent(new CustomEvent('kiosk-tool', { detail: tool }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-toolbar': KioskToolbar;
  }
  interface HTMLElementEventMap {
    'kiosk-tool': CustomEvent<Tool>;
  }
}
