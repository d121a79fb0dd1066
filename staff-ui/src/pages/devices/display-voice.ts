// In which languages a display speaks, and when it is silent or softer.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { quietSounds } from '@foyer/contracts/display-layout-limits.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { toggled } from '../../data/display-draft.ts';
import { typedTime } from '../../data/typed-time.ts';
import { t } from '../../strings/strings.ts';
import { sayLayout } from './display-events.ts';
import { displayFieldStyles } from './display-field-styles.ts';

type QuietHours = NonNullable<DisplayLayout['quietHours']>;

const usualQuiet = { from: '21:00', until: '07:00' } as const;

@customElement('display-voice')
export class DisplayVoice extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    displayFieldStyles,
    css`
      input {
        width: 6rem;
      }
    `,
  ];

  @property({ attribute: false }) layout!: DisplayLayout;
  @property({ attribute: false }) languages: readonly Language[] = [];

  override render() {
    const { voiceLanguages, quietHours } = this.layout;
    const place = (language: Language) => voiceLanguages.indexOf(language) + 1;
    return html`<h3 id="voice">${t('display.voice')}</h3>
      <p class="small muted">${t('display.voice-what')}</p>
      <div class="choices" role="group" aria-labelledby="voice">
        ${this.languages.map(
          (language) =>
            html`<foyer-button
              toggle
              ?on=${place(language) > 0}
              @click=${() => sayLayout(this, { voiceLanguages: toggled(voiceLanguages, language) })}
              >${place(language) > 0 ? html`<bdi>${place(language)}.</bdi> ` : nothing}${t(`language.${language}`)}</foyer-button
            >`,
        )}
      </div>
      <h3 id="quiet">${t('display.quiet')}</h3>
      <div class="choices" role="group" aria-labelledby="quiet">
        <foyer-button toggle ?on=${quietHours === undefined} @click=${() => sayLayout(this, { quietHours: undefined })}
          >${t('display.quiet-none')}</foyer-button
        >
        ${quietSounds.map(
          (sound) =>
            html`<foyer-button
              toggle
              ?on=${quietHours?.sound === sound}
              @click=${() => sayLayout(this, { quietHours: { ...usualQuiet, ...quietHours, sound } })}
              >${t(`display.quiet-${sound}`)}</foyer-button
            >`,
        )}
      </div>
      ${quietHours ? html`<div class="choices">${this.#time('from', quietHours)} ${this.#time('until', quietHours)}</div>` : nothing}`;
  }

  #time(end: 'from' | 'until', quietHours: QuietHours) {
    return html`<label class="field"
      ><span>${t(`display.quiet-${end}`)}</span>
      <input
        inputmode="numeric"
        maxlength="5"
        autocomplete="off"
        name=${end}
        .value=${quietHours[end]}
        @change=${(event: Event) => {
          // What is no time is put back to the one before.
          const field = event.target as HTMLInputElement;
          const time = typedTime(field.value) ?? quietHours[end];
          field.value = time;
          sayLayout(this, { quietHours: { ...quietHours, [end]: time } });
        }}
    /></label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-voice': DisplayVoice;
  }
}
