// Below the floor, on every screen, in the same places: Back and Start again, move, enlarge, listen, the languages, and
// help. Fires `kiosk-tool` for what changes how the screen stands; help, back and start again are acts.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { language, Languages, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Act } from '../session/attendant.ts';
import type { Screen } from '../session/screens.ts';
import { t } from '../strings/strings.ts';

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
        grid-template: 'nav tools' 80px 'languages languages' 80px 'help help' 152px / 1fr auto;
        font-size: 28px;
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
      }
      .tools {
        grid-area: tools;
        justify-content: flex-end;
      }
      .nav foyer-button,
      .tools foyer-button {
        font-size: 26px;
        --button-height: 80px;
        --button-padding: 4px 14px;
        --button-gap: 8px;
        white-space: nowrap;
        --button-icon: 32px;
      }
      .languages {
        grid-area: languages;
      }
      .languages foyer-button {
        flex: 1 1 0;
        font: 400 30px var(--font-tongues);
        --button-height: 80px;
        --button-padding: 4px 8px;
      }
      .help {
        grid-area: help;
      }
      .call {
        flex: 0 0 304px;
        font-size: 34px;
        --button-height: 152px;
        --button-gap: 16px;
        --button-icon: 44px;
        --button-align: start;
      }
      .unwell {
        flex: 1;
        font-size: 28px;
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
        font-size: 34px;
        line-height: 1.3;
        color: var(--alert);
      }
      .call small {
        display: block;
        font-size: 26px;
        font-weight: 400;
      }
      @container kiosk (min-aspect-ratio: 1/1) {
        :host {
          padding: 20px 64px;
          grid-template: 'languages nav' 80px 'help tools' 152px / minmax(0, 952px) minmax(0, 1fr);
          column-gap: 64px;
        }
        .nav {
          justify-content: flex-end;
        }
        .tools foyer-button {
          flex: 1 1 0;
          font-size: 28px;
          --button-height: 152px;
          --button-gap: 16px;
          --button-icon: 40px;
        }
      }
    `,
  ];

  @property() page: Screen['page'] = 'idle';
  @property({ type: Boolean }) back = false;
  @property({ attribute: false }) languages: readonly LanguageCode[] = [];
  @property() openUntil: string | undefined;
  @property({ type: Boolean }) low = false;
  @property({ type: Number }) larger = 1;
  /** Whether something here can speak this language. */
  @property({ type: Boolean }) voice = false;
  @property({ type: Boolean }) speaking = false;

  override render() {
    const inHelp = this.page === 'help';
    return html`<div class="nav">
        ${
          this.page === 'idle'
            ? html`<span>${this.openUntil ? t('frame.open', { time: this.openUntil }) : t('frame.closed')}</span>`
            : nothing
        }
        ${this.back ? html`<foyer-button icon="back" icon-stroke="2.5" @click=${() => this.#ask({ act: 'back' })}>${t('frame.back')}</foyer-button>` : nothing}
        ${
          this.page === 'idle' || inHelp
            ? nothing
            : html`<foyer-button icon="again" icon-stroke="2.5" @click=${() => this.#ask({ act: 'finish' })}
                >${t('frame.again')}</foyer-button
              >`
        }
      </div>
      <div class="tools">
        <foyer-button .icon=${this.low ? 'move-up' : 'move-down'} @click=${() => this.#use({ tool: 'move' })}
          >${this.low ? t('frame.up') : t('frame.down')}</foyer-button
        >
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
                >${t('help.goOn')}<small>${t('help.goOnWhat')}</small></foyer-button
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
            ><b>${inHelp ? t('help.worse') : t('frame.unwell')}</b
            >${inHelp ? t('help.worseWhat') : t('frame.unwellWhat')}</span
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
