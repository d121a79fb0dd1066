// Registering somebody who is not known here: few fields, none of them forced, and then straight to a number. Who is
// known already shows while typing; nobody is registered before whoever has the same name and birth date was seen.
// Fires `registered` with the patient's id, or `person` with somebody who is known.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { administrativeGenders, type AdministrativeGender } from '@foyer/contracts/administrative-gender.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { languageCodes, Languages } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { EdgePeople } from '../../components/edge-people.ts';
import '../../components/found-people.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { matches } from '../../data/find.ts';
import { refusedIn } from '../../data/refusals.ts';
import { typedPerson } from '../../data/typed-person.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

/** More namesakes than these are told apart by the birth date, and not by reading. */
const PERHAPS = 4;

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
      /* In sight above the acts, however far down the fields are. */
      .same {
        position: sticky;
        z-index: 1;
        bottom: 0;
        padding: 12px 16px 16px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--surface);
      }
      .same h3,
      .perhaps h3 {
        margin-bottom: 8px;
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
  readonly #namesakes = new EdgePeople(this);
  readonly #bornThen = new EdgePeople(this);

  override connectedCallback(): void {
    super.connectedCallback();
    const { given, family, birthDate = '', phone = '' } = typedPerson(this.typed, this.frame.now);
    Object.assign(this, { given, family, birthDate, phone });
    this.#look();
  }

  override render() {
    const same = this.#same;
    const perhaps = this.#namesakes.found.patients;
    const today = new Date(this.frame.now).toISOString().slice(0, 10);
    return html`<staff-dialog
      heading=${t('reception.register')}
      what=${t('reception.register-what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <form @submit=${(event: Event) => (event.preventDefault(), void this.#register())}>
        ${this.#field('given', t('reception.given'), this.given, (value) => this.#set({ given: value }))}
        ${this.#field('family', t('reception.family'), this.family, (value) => this.#set({ family: value }))}
        <label class="field"
          ><span>${t('reception.birth-date')}</span>
          <input
            name="birthDate"
            type="date"
            max=${today}
            .value=${this.birthDate}
            @input=${(event: Event) => this.#set({ birthDate: (event.target as HTMLInputElement).value })}
        /></label>
        <label class="field"
          ><span>${t('reception.phone')}</span>
          <input
            name="phone"
            type="tel"
            maxlength="32"
            autocomplete="off"
            .value=${this.phone}
            @input=${(event: Event) => this.#set({ phone: (event.target as HTMLInputElement).value })}
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
        <button hidden></button>
      </form>
      ${
        same.length > 0
          ? html`<section class="same" role="status">
              <h3>${t('reception.same')}</h3>
              <found-people
                label=${t('reception.same')}
                .people=${same}
                @person=${(event: CustomEvent<PatientView>) => this.#known(event.detail)}
              ></found-people>
            </section>`
          : perhaps.length > 0
            ? html`<section class="perhaps" role="status">
                <h3>${t('reception.alike')}</h3>
                <found-people
                  label=${t('reception.alike')}
                  .people=${perhaps.slice(0, PERHAPS)}
                  ?more=${perhaps.length > PERHAPS}
                  @person=${(event: CustomEvent<PatientView>) => this.#known(event.detail)}
                ></found-people>
              </section>`
            : nothing
      }
      <foyer-button
        slot="acts"
        kind=${same.length > 0 ? 'plain' : 'strong'}
        ?disabled=${!this.#ready || this.sending}
        ?pending=${this.sending}
        @click=${() => void this.#register()}
        >${t(same.length > 0 ? 'reception.register-another' : 'reception.register-now')}</foyer-button
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

  /** Who has the same name and birth date, as far as this tablet and the edge know. */
  get #same(): readonly PatientView[] {
    if (this.birthDate === '' || this.#name.length < 2) return [];
    const known = this.#bornThen.found.patients;
    const here = Object.values(this.frame.view.patients).filter(
      (patient) => patient.birthDate === this.birthDate && matches(this.#name, { name: patient.displayName }),
    );
    return [...known, ...here.filter(({ id }) => !known.some((other) => other.id === id))];
  }

  get #name(): string {
    return `${this.given} ${this.family}`.trim();
  }

  #set(changed: Partial<Record<'given' | 'family' | 'birthDate' | 'phone', string>>): void {
    Object.assign(this, changed);
    this.#look();
  }

  #look(): void {
    const name = this.#name;
    const isWhole = this.given.trim() !== '' && this.family.trim() !== '';
    this.#namesakes.type(isWhole ? name : name === '' ? this.phone : '');
    this.#bornThen.type(name === '' || this.birthDate === '' ? '' : `${name} ${this.birthDate}`);
  }

  #known(patient: PatientView): void {
    this.dialog.leave();
    this.dispatchEvent(new CustomEvent<PatientView>('person', { detail: patient }));
  }

  /** Who shows up as the same person at the last moment is looked at first, and then asked for another time. */
  async #register(): Promise<void> {
    if (!this.#ready || this.sending) return;
    const seen = this.#same.length > 0;
    this.sending = true;
    await this.#bornThen.settled();
    this.sending = false;
    if (seen || this.#same.length === 0) await this.#send();
  }

  async #send(): Promise<void> {
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
