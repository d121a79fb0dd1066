// Registering somebody who is not known here: few fields, none of them forced, and then straight to a number.
// Fires `registered` with the patient's id.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { administrativeGenders, type AdministrativeGender } from '@foyer/contracts/administrative-gender.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { languageCodes, Languages } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { matches } from '../../data/find.ts';
import { refusedIn } from '../../data/refusals.ts';
import { dateText } from '../../strings/dates.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

@customElement('reception-register-dialog')
export class ReceptionRegisterDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: 16px;
      }
      .same {
        grid-column: 1 / -1;
        padding: 12px 16px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** What was looked for and not found. */
  @property() typed = '';
  @state() private given = '';
  @state() private family = '';
  @state() private birthDate = '';
  @state() private phone = '';
  @state() private language: Language | '' = '';
  @state() private gender: AdministrativeGender | '' = '';
  @state() private sending = false;
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    const words = this.typed
      .trim()
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word));
    this.given = words.slice(0, Math.max(1, words.length - 1)).join(' ');
    this.family = words.length > 1 ? words.at(-1)! : '';
  }

  override render() {
    const same = this.#alike();
    const today = new Date(this.frame.now).toISOString().slice(0, 10);
    return html`<staff-dialog
      heading=${t('reception.register')}
      what=${t('reception.register-what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <form @submit=${(event: Event) => (event.preventDefault(), void this.#register())}>
        ${this.#field('given', t('reception.given'), this.given, (value) => (this.given = value))}
        ${this.#field('family', t('reception.family'), this.family, (value) => (this.family = value))}
        <label class="field"
          ><span>${t('reception.birth-date')}</span>
          <input
            name="birthDate"
            type="date"
            max=${today}
            .value=${this.birthDate}
            @input=${(event: Event) => (this.birthDate = (event.target as HTMLInputElement).value)}
        /></label>
        <label class="field"
          ><span>${t('reception.phone')}</span>
          <input
            name="phone"
            type="tel"
            maxlength="32"
            autocomplete="off"
            .value=${this.phone}
            @input=${(event: Event) => (this.phone = (event.target as HTMLInputElement).value)}
        /></label>
        <label class="field"
          ><span>${t('settings.language')}</span>
          <select
            name="language"
            @change=${(event: Event) => (this.language = (event.target as HTMLSelectElement).value as Language | '')}
          >
            <option value="">${t('reception.not-asked')}</option>
            ${languageCodes.map((code) => html`<option value=${code} lang=${code} ?selected=${code === this.language}>${Languages[code].name}</option>`)}
          </select></label
        >
        <label class="field"
          ><span>${t('reception.gender')}</span>
          <select
            name="gender"
            @change=${(event: Event) => (this.gender = (event.target as HTMLSelectElement).value as typeof this.gender)}
          >
            <option value="">${t('reception.not-asked')}</option>
            ${administrativeGenders.map((gender) => html`<option value=${gender} ?selected=${gender === this.gender}>${t(`reception.gender-${gender}`)}</option>`)}
          </select></label
        >
        ${
          same
            ? html`<p class="same" role="status">
                <b>${t('reception.alike')}</b>
                <bdi>${same.displayName}</bdi>${same.birthDate ? `, ${dateText(same.birthDate)}` : ''}
              </p>`
            : nothing
        }
        <button hidden></button>
      </form>
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${!this.#ready || this.sending}
        ?pending=${this.sending}
        @click=${() => void this.#register()}
        >${t('reception.register-now')}</foyer-button
      >
    </staff-dialog>`;
  }

  #field(name: string, label: string, value: string, change: (value: string) => void) {
    return html`<label class="field"
      ><span>${label}</span>
      <input
        name=${name}
        maxlength="120"
        autocomplete="off"
        autocapitalize="words"
        .value=${value}
        @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    /></label>`;
  }

  get #ready(): boolean {
    return this.given.trim() !== '' || this.family.trim() !== '';
  }

  /** Somebody known who has the same name and birth date. */
  #alike() {
    const name = `${this.given} ${this.family}`.trim();
    if (!this.birthDate || name.length < 3) return undefined;
    return Object.values(this.frame.view.patients).find(
      (patient) => patient.birthDate === this.birthDate && matches(name, { name: patient.displayName }),
    );
  }

  async #register(): Promise<void> {
    if (!this.#ready || this.sending) return;
    this.sending = true;
    const [given, family, phone] = [this.given.trim(), this.family.trim(), this.phone.trim()];
    const patient: PatientDetails = {
      name: { ...(given ? { given } : {}), ...(family ? { family } : {}) },
      ...(this.birthDate ? { birthDate: this.birthDate } : {}),
      ...(phone.length >= 3 ? { phone } : {}),
      ...(this.language ? { language: this.language } : {}),
      ...(this.gender ? { gender: this.gender } : {}),
    };
    const sent = await this.frame.session.act({ type: 'register-patient', patient });
    this.sending = false;
    const refused = refusedIn(sent);
    if (refused) {
      this.refused = refusalText(refused.code, refused.facts);
      this.frame.session.read();
      return;
    }
    const patientId = sent.ok && 'result' in sent ? sent.result['patientId'] : undefined;
    this.dialog.leave();
    if (typeof patientId === 'string') this.dispatchEvent(new CustomEvent<string>('registered', { detail: patientId }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reception-register-dialog': ReceptionRegisterDialog;
  }
  interface HTMLElementEventMap {
    registered: CustomEvent<string>;
  }
}
