// This tablet: hand, light, size, language, when it locks; and the evacuation, which is in reach from every page. Fires `preferences` with what was chosen; it takes effect
// at once.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { languageCodes, Languages, language } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { hands, lockMinutes, textSizes, themes, type Preferences } from '../data/preferences.ts';
import { t } from '../strings/strings.ts';
import './evacuate-act.ts';
import './staff-dialog.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('staff-settings')
export class StaffSettings extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 8px;
      }
      .tongues {
        font-family: var(--font-tongues);
      }
    `,
  ];

  @property({ attribute: false }) preferences!: Preferences;
  /** Of who is signed in, behind the lock too; absent where nobody is. */
  @property({ attribute: false }) frame: Frame | undefined;

  override render() {
    const { hand, theme, textSize, lockAfter } = this.preferences;
    return html`<staff-dialog
      heading=${t('settings.title')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.#group(
        t('settings.hand'),
        hands,
        hand,
        (value) => t(`settings.hand-${value}`),
        (value) => ({ hand: value }),
      )}
      ${this.#group(
        t('settings.theme'),
        themes,
        theme,
        (value) => t(`settings.theme-${value}`),
        (value) => ({ theme: value }),
      )}
      ${this.#group(
        t('settings.size'),
        textSizes,
        textSize,
        (value) => `${value} %`,
        (value) => ({ textSize: value }),
      )}
      ${this.#group(
        t('settings.language'),
        languageCodes,
        language.code,
        (value) => html`<span class="tongues" lang=${value}>${Languages[value].name}</span>`,
        (value) => ({ language: value }),
      )}
      ${this.#group(
        t('settings.lock'),
        lockMinutes,
        lockAfter,
        (value) => t('common.minutes', { count: value }),
        (value) => ({ lockAfter: value }),
      )}
      ${this.frame ? html`<evacuate-act .frame=${this.frame}></evacuate-act>` : nothing}
    </staff-dialog>`;
  }

  #group<T>(
    title: string,
    values: readonly T[],
    chosen: T,
    words: (value: T) => unknown,
    change: (value: T) => Partial<Preferences>,
  ) {
    return html`<section>
      <h3>${title}</h3>
      <div class="choices" role="group" aria-label=${title}>
        ${values.map((value) => html`<foyer-button toggle ?on=${value === chosen} @click=${() => this.#choose(change(value))}>${words(value)}</foyer-button>`)}
      </div>
    </section>`;
  }

  #choose(change: Partial<Preferences>): void {
    this.dispatchEvent(
      new CustomEvent<Preferences>('preferences', {
        detail: { ...this.preferences, ...change },
        bubbles: true,
        composed: true,
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-settings': StaffSettings;
  }
  interface HTMLElementEventMap {
    preferences: CustomEvent<Preferences>;
  }
}
