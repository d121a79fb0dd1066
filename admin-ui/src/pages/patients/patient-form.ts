// The details of one patient, to be put right: saved as the centre's own edit with the version that was in sight. Where
// somebody changed them meanwhile nothing is written, and both stand beside each other to choose from. The last change can be
// taken back. Fires `patient-left`.

import { administrativeGenders } from '@foyer/contracts/administrative-gender.ts';
import type { CentrePatient } from '@foyer/contracts/detail-conflict.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import { identifierKinds } from '@foyer/contracts/identifier-kinds.ts';
import type { PatientDetails, PatientIdentifier } from '@foyer/contracts/patient.ts';
import { needs, type Need } from '@foyer/contracts/ticket-state.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatDate } from '@foyer/ui-kit/language/format.ts';
import { languageCodes, Languages } from '@foyer/ui-kit/language/language.ts';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formStyles } from '../../components/form-styles.ts';
import { codeOf } from '../../data/centre.ts';
import { changeBetween, onTopOf, tidied } from '../../data/patient-edit.ts';
import { changeDetails } from '../../data/patients.ts';
import { t } from '../../strings/strings.ts';
import './details-beside.ts';
import { patientFormStyles } from './patient-form-styles.ts';

/** Details and which version of them these are. */
interface Read {
  readonly details: PatientDetails;
  readonly version: string;
}

type Said = 'saved' | 'saved-beside' | 'undone';
const mostIdentifiers = 8;
const emptyIdentifier: PatientIdentifier = { kind: 'health-card', value: '' };

@customElement('patient-form')
export class PatientForm extends FoyerElement {
  static override styles = [shared, formStyles, patientFormStyles];

  @property() clinicId = '';
  @property({ attribute: false }) patient!: CentrePatient;

  @state() private read: Read = { details: {}, version: '' };
  /** As the form is now. */
  @state() private wanted: PatientDetails = {};
  /** What somebody else made of it meanwhile. */
  @state() private now: Read | undefined;
  /** What the last change took the place of. */
  @state() private replaced: PatientDetails | undefined;
  @state() private sending = false;
  @state() private said: Said | undefined;
  @state() private fault: string | undefined;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('patient')) return;
    this.#take({ details: this.patient.details ?? {}, version: this.patient.version });
    this.replaced = undefined;
  }

  override render() {
    const { given, family } = this.read.details.name ?? {};
    return html`<div class="head">
        <h2 tabindex="-1"><bdi>${[given, family].filter(Boolean).join(' ') || t('patients.nameless')}</bdi></h2>
        <foyer-button icon="back" @click=${() => this.dispatchEvent(new CustomEvent('patient-left'))}
          >${t('patients.back')}</foyer-button
        >
      </div>
      ${this.patient.erased ? html`<p>${t('patients.erased')}</p>` : this.#form()}`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  #form() {
    const hasChanged = changeBetween(this.read.details, tidied(this.wanted)) !== undefined;
    return html`${this.patient.provisional ? html`<p class="muted">${t('patients.provisional')}</p>` : nothing}
      <form @submit=${this.#submitted}>
        ${this.#fields()} ${this.now ? this.#meanwhile(this.now) : nothing}
        ${this.fault === undefined ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
        <p class="said" role="status">${this.said === undefined ? nothing : t(`patients.${this.said}`)}</p>
        ${
          this.now
            ? nothing
            : html`<div class="acts">
                <foyer-button
                  kind="strong"
                  ?disabled=${this.sending || !hasChanged}
                  ?pending=${this.sending}
                  @click=${() => void this.#save()}
                  >${t('pools.save')}</foyer-button
                >
                ${
                  this.replaced
                    ? html`<foyer-button icon="undo" ?disabled=${this.sending} @click=${() => void this.#undo()}
                        >${t('patients.undo')}</foyer-button
                      >`
                    : nothing
                }
              </div>`
        }
        <button hidden></button>
      </form>`;
  }

  #fields() {
    const { wanted } = this;
    const { name = {}, gender = '', language = '' } = wanted;
    return html`<div class="fields">
        ${this.#text(t('patients.given'), name.given, (given) => this.#name({ ...name, given }), 'text', 120)}
        ${this.#text(t('patients.family'), name.family, (family) => this.#name({ ...name, family }), 'text', 120)}
        <div>${this.#plain('birthDate', 'date', 10)}${this.#inWords()}</div>
        <label
          ><span class="label">${t('conflicts.field-gender')}</span
          ><select @change=${(event: Event) => this.#put('gender', valueOf(event))}>
            <option value="">${t('conflicts.empty')}</option>
            ${administrativeGenders.map((each) => html`<option value=${each} ?selected=${each === gender}>${t(`conflicts.gender-${each}`)}</option>`)}
          </select></label
        >
        ${this.#plain('phone', 'tel', 32)} ${this.#plain('email', 'email', 254)} ${this.#plain('address', 'text', 500)}
        <label
          ><span class="label">${t('conflicts.field-language')}</span
          ><select @change=${(event: Event) => this.#put('language', valueOf(event))}>
            <option value="">${t('conflicts.empty')}</option>
            ${languageCodes.map((code) => html`<option value=${code} lang=${code} ?selected=${code === language}>${Languages[code].name}</option>`)}
          </select></label
        >
      </div>
      ${this.#identifiers()}
      <fieldset>
        <legend class="label">${t('conflicts.field-needs')}</legend>
        <div class="needs">
          ${needs.map((need) => html`<foyer-button toggle ?on=${wanted.needs?.includes(need) ?? false} @click=${() => this.#toggle(need)}>${t(`conflicts.need-${need}`)}</foyer-button>`)}
        </div>
      </fieldset>`;
  }

  /** One row more than there are, to add one; an emptied one goes. */
  #identifiers() {
    const held = this.wanted.identifiers ?? [];
    const rows = held.length < mostIdentifiers ? [...held, emptyIdentifier] : held;
    return html`<fieldset>
      <legend class="label">${t('conflicts.field-identifiers')}</legend>
      <ul class="cards">
        ${rows.map(
          (identifier, index) =>
            html`<li>
              <select
                aria-label=${t('patients.card-kind')}
                @change=${(event: Event) => this.#card(index, { ...identifier, kind: valueOf(event) as PatientIdentifier['kind'] })}
              >
                ${identifierKinds.map((kind) => html`<option value=${kind} ?selected=${kind === identifier.kind}>${t(`conflicts.${kind}`)}</option>`)}
              </select>
              <input
                aria-label=${t('patients.card-number')}
                maxlength="60"
                autocomplete="off"
                .value=${identifier.value}
                @change=${(event: Event) => this.#card(index, { ...identifier, value: valueOf(event) })}
              />
            </li>`,
        )}
      </ul>
    </fieldset>`;
  }

  #plain(field: 'birthDate' | 'phone' | 'email' | 'address', type: string, longest: number) {
    const label = t(`conflicts.field-${field}`);
    return this.#text(label, this.wanted[field], (value) => this.#put(field, value), type, longest);
  }

  /** The browser writes a date as it likes; the month in words leaves no doubt. */
  #inWords() {
    const { birthDate = '' } = this.wanted;
    return birthDate === '' ? nothing : html`<p class="muted">${formatDate(birthDate)}</p>`;
  }

  #text(label: string, value: string | undefined, put: (value: string) => void, type: string, longest: number) {
    return html`<label
      ><span class="label">${label}</span
      ><input
        type=${type}
        maxlength=${longest}
        autocomplete="off"
        .value=${value ?? ''}
        @input=${(event: Event) => put(valueOf(event))}
    /></label>`;
  }

  #meanwhile(now: Read) {
    return html`<section class="meanwhile" role="alert">
      <h3>${t('patients.meanwhile')}</h3>
      <p>${t('patients.meanwhile-what')}</p>
      <details-beside .read=${this.read.details} .now=${now.details} .wanted=${tidied(this.wanted)}></details-beside>
      <div class="acts">
        <foyer-button kind="strong" ?disabled=${this.sending} @click=${() => void this.#saveOver(now)}
          >${t('patients.save-mine')}</foyer-button
        >
        <foyer-button ?disabled=${this.sending} @click=${() => this.#take(now)}
          >${t('patients.take-theirs')}</foyer-button
        >
      </div>
    </section>`;
  }

  readonly #submitted = (event: Event) => {
    event.preventDefault();
    void this.#save();
  };

  #name(name: NonNullable<PatientDetails['name']>): void {
    this.#change({ name });
  }

  #put(field: 'birthDate' | 'gender' | 'phone' | 'email' | 'address' | 'language', value: string): void {
    this.#change({ [field]: value });
  }

  #card(index: number, identifier: PatientIdentifier): void {
    const identifiers = [...(this.wanted.identifiers ?? [])];
    identifiers[index] = identifier;
    this.#change({ identifiers });
  }

  #toggle(need: Need): void {
    const held = this.wanted.needs ?? [];
    this.#change({ needs: held.includes(need) ? held.filter((other) => other !== need) : [...held, need] });
  }

  #change(changed: PatientDetails): void {
    this.wanted = { ...this.wanted, ...changed };
    [this.said, this.fault] = [undefined, undefined];
  }

  #take(read: Read): void {
    [this.read, this.wanted] = [read, read.details];
    [this.now, this.said, this.fault] = [undefined, undefined, undefined];
  }

  async #save(): Promise<void> {
    if (!this.now) await this.#send(tidied(this.wanted), 'saved');
  }

  async #undo(): Promise<void> {
    if (this.replaced) await this.#send(this.replaced, 'undone');
  }

  /** With what is there now in sight: an edit like any other. */
  async #saveOver(now: Read): Promise<void> {
    const wanted = onTopOf(now.details, this.read.details, tidied(this.wanted));
    this.#take(now);
    this.wanted = wanted;
    await this.#send(wanted, 'saved');
  }

  async #send(wanted: PatientDetails, done: Said): Promise<void> {
    const { details, version } = this.read;
    const change = changeBetween(details, wanted);
    if (this.sending || change === undefined) return;
    this.sending = true;
    const answer = await changeDetails(this.clinicId, this.patient.id, { ...change, version });
    this.sending = false;
    if (answer.ok) {
      this.#take({ details: wanted, version: answer.value.version });
      this.replaced = done === 'undone' ? undefined : details;
      const isBeside = answer.value.conflicts.some(({ chosen }) => chosen === null);
      this.said = isBeside && done === 'saved' ? 'saved-beside' : done;
    } else if ('refusal' in answer && answer.refusal.code === 'details-changed') {
      this.wanted = wanted;
      this.now = readOf(answer.refusal);
    } else this.fault = faultOf(codeOf(answer));
  }
}

function readOf({ details, version }: Refusal): Read {
  return { details: details as PatientDetails, version: String(version) };
}

function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}

function faultOf(code: string | undefined): string {
  switch (code) {
    case 'invalid-request':
      return t('patients.not-as-it-should');
    case 'not-found':
      return t('patients.gone');
    case 'standby-lost':
      return t('patients.waits');
    case 'not-allowed':
      return t('patients.not-allowed');
    default:
      return t('patients.not-saved');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'patient-form': PatientForm;
  }
  interface HTMLElementEventMap {
    'patient-left': CustomEvent<undefined>;
  }
}
