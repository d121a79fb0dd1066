// The clinic's name, and what follows from it and from where the tablet stands: code, zone, money, languages.

import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Language } from '@foyer/contracts/languages.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { language, languageCodes, Languages } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { codeFrom } from '../../data/first-run/clinic-code.ts';
import type { Draft } from '../../data/first-run/draft.ts';
import { countryOf, currencyOf } from '../../data/first-run/regions.ts';
import { valueOf } from '../../input/value-of.ts';
import { t } from '../../strings/strings.ts';
import { SetUpStep, stepStyles } from './set-up-step.ts';

@customElement('clinic-step')
export class ClinicStep extends SetUpStep {
  static override styles = [
    shared,
    staffStyles,
    stepStyles,
    css`
      @media (min-width: 60rem) {
        .fields {
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }
        .name {
          grid-column: span 2;
        }
      }
      .languages {
        display: grid;
        gap: 4px;
        align-content: start;
      }
      .languages foyer-button {
        --button-height: 3rem;
        --button-padding: 4px 8px;
      }
      .languages .choices {
        gap: 6px;
      }
    `,
  ];

  override render() {
    const { clinic } = this.draft;
    return html`<div class="fields">
      <div class="box name">
        <label class="field"
          ><span>${t('first-run.clinic-name')}</span>
          <input
            name="name"
            maxlength="120"
            autocomplete="off"
            aria-invalid=${this.isFaulty('/clinic/name')}
            aria-describedby="name-fault"
            .value=${clinic.name}
            @input=${(event: Event) => this.#clinic({ name: valueOf(event) })}
        /></label>
        ${this.said('/clinic/name', 'name-fault')}
      </div>
      <div class="box">
        <label class="field"
          ><span>${t('first-run.clinic-code')}</span>
          <input
            name="code"
            maxlength="8"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-invalid=${this.isFaulty('/clinic/code')}
            aria-describedby="code-what code-fault"
            .value=${clinic.code ?? codeFrom(clinic.name)}
            @input=${(event: Event) => this.#clinic({ code: valueOf(event).toUpperCase() })}
        /></label>
        <span class="small muted" id="code-what">${t('first-run.clinic-code-what')}</span>
        ${this.said('/clinic/code', 'code-fault')}
      </div>
      <label class="field"
        ><span>${t('first-run.clinic-zone')}</span>
        <select name="zone" @change=${(event: Event) => this.#chooseZone(valueOf(event))}>
          ${zonesWith(clinic.zone).map((zone) => html`<option value=${zone} ?selected=${zone === clinic.zone}>${zone.replaceAll('_', ' ')}</option>`)}
        </select></label
      >
      <label class="field"
        ><span>${t('first-run.clinic-currency')}</span>
        <select name="currency" @change=${(event: Event) => this.#clinic({ currency: valueOf(event) })}>
          ${Intl.supportedValuesOf('currency').map((code) => html`<option value=${code} ?selected=${code === clinic.currency}>${code} · ${currencyName(code)}</option>`)}
        </select></label
      >
      <div class="languages">
        <span id="languages"><b>${t('first-run.clinic-languages')}</b></span>
        <div class="choices" role="group" aria-labelledby="languages">
          ${languageCodes.map((code) => html`<foyer-button toggle lang=${code} ?on=${clinic.languages.includes(code)} @click=${() => this.#toggle(code)}>${Languages[code].name}</foyer-button>`)}
        </div>
        ${this.said('/clinic/languages', 'languages-fault')}
      </div>
    </div>`;
  }

  #clinic(changes: Partial<Draft['clinic']>): void {
    this.change({ clinic: { ...this.draft.clinic, ...changes } });
  }

  /** The money goes with the country, unless it was chosen otherwise. */
  #chooseZone(zone: string): void {
    const { currency, zone: before } = this.draft.clinic;
    const wasGuessed = currency === currencyOf(countryOf(before));
    this.#clinic({ zone, ...(wasGuessed ? { currency: currencyOf(countryOf(zone)) } : {}) });
  }

  #toggle(code: Language): void {
    const { languages } = this.draft.clinic;
    this.#clinic({
      languages: languages.includes(code) ? languages.filter((other) => other !== code) : [...languages, code],
    });
  }
}

/** A browser may name its own zone by another name than those that it lists. */
function zonesWith(zone: string): readonly string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes(zone) ? zones : [zone, ...zones];
}

function currencyName(code: string): string {
  return new Intl.DisplayNames([language.code], { type: 'currency' }).of(code) ?? code;
}

declare global {
  interface HTMLElementTagNameMap {
    'clinic-step': ClinicStep;
  }
}
