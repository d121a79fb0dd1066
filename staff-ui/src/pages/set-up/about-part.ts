// The clinic itself: its name, its languages, its colour, and what it says to everybody.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Language } from '@foyer/contracts/languages.ts';
import { serviceLetters } from '@foyer/contracts/set-up-faults.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { languageCodes, Languages } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { typedOrdinals } from '../../data/set-up/typed-ordinals.ts';
import { saidOrNone } from '../../data/set-up/texts.ts';
import { t } from '../../strings/strings.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';
import './texts-field.ts';

/** Foyer's own, where the clinic has none. */
const usualAccent = '#ffc933';

@customElement('about-part')
export class AboutPart extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      .fields {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        gap: 20px 28px;
      }
      .colour {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      input[type='color'] {
        width: 5rem;
        padding: 4px;
      }
      .fixed {
        color: var(--muted);
      }
    `,
  ];

  @state() private unread: string | undefined;

  override render() {
    const { name, languages, meetingPoint, staffNamesInPublic } = this.document;
    const nameFault = this.faultAt('/name');
    return html`<div class="fields">
      <div class="box">
        <label class="field"
          ><span>${t('first-run.clinic-name')}</span>
          <input
            name="name"
            maxlength="120"
            autocomplete="off"
            aria-invalid=${nameFault ? 'true' : 'false'}
            aria-describedby="name-fault"
            .value=${name}
            @input=${(event: Event) => this.change({ name: (event.target as HTMLInputElement).value }, 'name')}
        /></label>
        ${this.said('/name', 'name-fault')}
        <span class="small fixed"
          >${t('set-up.about-fixed', { code: this.clinic.code, zone: this.clinic.zone.replaceAll('_', ' '), currency: this.clinic.currency })}</span
        >
      </div>
      <div class="group">
        <b id="languages">${t('first-run.clinic-languages')}</b>
        <div class="choices" role="group" aria-labelledby="languages">
          ${languageCodes.map((code) => html`<foyer-button toggle lang=${code} ?on=${languages.includes(code)} @click=${() => this.#speak(code)}>${Languages[code].name}</foyer-button>`)}
        </div>
        <span class="small muted">${t('set-up.about-languages-what')}</span>
        ${this.said('/languages', 'languages-fault')}
      </div>
      ${this.#accent()}
      <div class="group">
        <b>${t('set-up.about-names')}</b>
        <div class="choices">
          <foyer-button
            toggle
            ?on=${staffNamesInPublic}
            @click=${() => this.change({ staffNamesInPublic: !staffNamesInPublic }, 'names')}
            >${t('set-up.about-names-said')}</foyer-button
          >
        </div>
        <span class="small muted">${t('set-up.about-names-what')}</span>
      </div>
      <texts-field
        class="whole"
        label=${t('set-up.about-meeting')}
        .texts=${meetingPoint ?? { en: '' }}
        .languages=${languages}
        fault=${this.faultAt('/meetingPoint')}
        @texts-changed=${({ detail }: CustomEvent<{ en: string }>) => this.change({ meetingPoint: saidOrNone(detail) ?? null }, 'meeting')}
      ></texts-field>
      ${this.#paperLetter()} ${this.#skipped()}
    </div>`;
  }

  #accent() {
    const { accent } = this.document;
    return html`<div class="group">
      <b id="accent">${t('set-up.about-accent')}</b>
      <div class="colour">
        <input
          type="color"
          aria-labelledby="accent"
          .value=${(accent ?? usualAccent).toLowerCase()}
          @input=${(event: Event) => this.change({ accent: (event.target as HTMLInputElement).value }, 'accent')}
        />
        <foyer-button toggle ?on=${accent === null} @click=${() => this.change({ accent: null }, 'accent')}
          >${t('set-up.about-accent-usual')}</foyer-button
        >
      </div>
      <span class="small muted">${t('set-up.about-accent-what')}</span>
    </div>`;
  }

  #paperLetter() {
    const { paperPrefix, services } = this.document;
    const free = serviceLetters.filter(
      (letter) => letter === paperPrefix || services.every(({ prefix }) => prefix !== letter),
    );
    return html`<div class="box">
      <label class="field"
        ><span>${t('set-up.about-paper')}</span>
        <select
          aria-invalid=${this.faultAt('/paperPrefix') ? 'true' : 'false'}
          aria-describedby="paper-fault"
          @change=${(event: Event) => this.change({ paperPrefix: (event.target as HTMLSelectElement).value || null }, 'paper')}
        >
          <option value="" ?selected=${paperPrefix === null}>${t('set-up.about-paper-usual')}</option>
          ${free.map((letter) => html`<option value=${letter} ?selected=${letter === paperPrefix}>${letter}</option>`)}
        </select></label
      >
      ${this.said('/paperPrefix', 'paper-fault')}
    </div>`;
  }

  #skipped() {
    const { skippedOrdinals } = this.document;
    return html`<div class="box">
      <label class="field"
        ><span>${t('set-up.about-skipped')}</span>
        <input
          inputmode="numeric"
          maxlength="400"
          autocomplete="off"
          placeholder="13, 666"
          aria-invalid=${this.unread === undefined ? 'false' : 'true'}
          aria-describedby="skipped-fault"
          .value=${this.unread ?? skippedOrdinals.join(', ')}
          @change=${(event: Event) => this.#skip((event.target as HTMLInputElement).value)}
      /></label>
      ${this.unread === undefined ? nothing : html`<span class="fault" id="skipped-fault">${t('set-up.about-skipped-unread')}</span>`}
    </div>`;
  }

  /** In the order of the strip: the first is the one that is said first. */
  #speak(code: Language): void {
    const { languages } = this.document;
    const now = languages.includes(code) ? languages.filter((other) => other !== code) : [...languages, code];
    this.change({ languages: now }, 'languages');
  }

  /** What is no number stays to be mended, and changes nothing. */
  #skip(typed: string): void {
    const skippedOrdinals = typedOrdinals(typed);
    this.unread = skippedOrdinals === undefined ? typed : undefined;
    if (skippedOrdinals !== undefined) this.change({ skippedOrdinals }, 'skipped');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'about-part': AboutPart;
  }
}
