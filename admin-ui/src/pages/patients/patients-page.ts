// The patients of a clinic: found by name, birth date or a number, and then put right one at a time. Nobody is shown before
// somebody is looked for, and whoever is shown is written down as read.

import type { ClinicListEntry } from '@foyer/contracts/centre-api.ts';
import type { CentrePatient, FindPatientsRequest, FoundPatients } from '@foyer/contracts/detail-conflict.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatDate } from '@foyer/ui-kit/language/format.ts';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formStyles } from '../../components/form-styles.ts';
import { listPageStyles } from '../../components/list-page-styles.ts';
import { codeOf } from '../../data/centre.ts';
import { fetchPatient, findPatients } from '../../data/patients.ts';
import { t } from '../../strings/strings.ts';
import './patient-form.ts';
import { patientsPageStyles } from './patients-page-styles.ts';

type Found = FoundPatients['patients'][number];

@customElement('patients-page')
export class PatientsPage extends FoyerElement {
  static override styles = [shared, listPageStyles, formStyles, patientsPageStyles];

  @property({ attribute: false }) clinic!: ClinicListEntry;

  @state() private found: FoundPatients | undefined;
  @state() private opened: CentrePatient | undefined;
  @state() private fault: string | undefined;
  @state() private isBusy = false;
  #clinicId: string | undefined;
  #asked: FindPatientsRequest = {};

  override willUpdate(): void {
    if (this.#clinicId === this.clinic.id) return;
    this.#clinicId = this.clinic.id;
    [this.found, this.opened, this.fault, this.#asked] = [undefined, undefined, undefined, {}];
  }

  override render() {
    const { opened } = this;
    return html`<header>
        <h1>${t('patients.title')}</h1>
        <p>${t('patients.what')}</p>
      </header>
      <main>
        ${
          opened
            ? html`<patient-form
                .clinicId=${this.clinic.id}
                .patient=${opened}
                @patient-left=${() => this.#back()}
              ></patient-form>`
            : this.#search()
        }
      </main>`;
  }

  #search() {
    const { name = '', birthDate = '', number = '' } = this.#asked;
    return html`<form class="find" role="search" @submit=${this.#submitted}>
        <label>${t('patients.name')}<input name="name" maxlength="120" autocomplete="off" .value=${name} /></label>
        <label
          >${t('patients.birth-date')}<input name="birthDate" type="date" autocomplete="off" .value=${birthDate}
        /></label>
        <label>${t('patients.number')}<input name="number" maxlength="60" autocomplete="off" .value=${number} /></label>
        <foyer-button
          kind="strong"
          icon="search"
          ?disabled=${this.isBusy}
          @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}
          >${t('patients.find')}</foyer-button
        >
        <button hidden></button>
      </form>
      ${this.fault === undefined ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      <p class="count" role="status">${this.found && !this.isBusy ? this.#count(this.found) : nothing}</p>
      <ul class="found">
        ${this.found?.patients.map((patient) => this.#person(patient))}
      </ul>`;
  }

  #count({ patients, isMore }: FoundPatients): string {
    if (isMore) return t('patients.more', { count: patients.length });
    return t('patients.count', { count: patients.length });
  }

  #person(patient: Found) {
    const { birthDate, phone } = patient;
    const name = nameOf(patient);
    return html`<li>
      <div>
        <h2><bdi>${name}</bdi></h2>
        <p>
          ${birthDate === undefined ? nothing : t('patients.born', { date: formatDate(birthDate) })}
          ${phone === undefined ? nothing : html`<bdi dir="ltr">${phone}</bdi>`}
        </p>
      </div>
      <foyer-button
        label=${t('patients.open-name', { name })}
        ?disabled=${this.isBusy}
        @click=${() => void this.#open(patient)}
        >${t('patients.open')}</foyer-button
      >
    </li>`;
  }

  readonly #submitted = (event: Event) => {
    event.preventDefault();
    void this.#find();
  };

  async #find(): Promise<void> {
    const typed = ['name', 'birthDate', 'number'].flatMap((name) => {
      const value = this.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? '';
      return value === '' ? [] : [[name, value] as const];
    });
    this.found = undefined;
    if (typed.length === 0) {
      this.fault = t('patients.need-one');
      return;
    }
    this.#asked = Object.fromEntries(typed) as FindPatientsRequest;
    const found = await this.#asking((clinicId) => findPatients(clinicId, this.#asked));
    if (found) this.found = found;
  }

  async #open({ id }: Pick<Found, 'id'>): Promise<void> {
    const patient = await this.#asking((clinicId) => fetchPatient(clinicId, id));
    if (patient) this.opened = patient;
  }

  /** With the names as they are by then. */
  #back(): void {
    this.opened = undefined;
    void this.#asking((clinicId) => findPatients(clinicId, this.#asked)).then((found) => {
      if (found) this.found = found;
    });
  }

  /** Undefined where there is no answer, or one for a clinic that was left. */
  async #asking<T>(ask: (clinicId: string) => Promise<ApiAnswer<T>>): Promise<T | undefined> {
    const { id } = this.clinic;
    this.isBusy = true;
    const answer = await ask(id);
    this.isBusy = false;
    if (id !== this.clinic.id) return undefined;
    this.fault = answer.ok ? undefined : faultOf(codeOf(answer));
    return answer.ok ? answer.value : undefined;
  }
}

function nameOf({ name }: Found): string {
  return [name?.given, name?.family].filter(Boolean).join(' ') || t('patients.nameless');
}

function faultOf(code: string | undefined): string {
  if (code === 'not-allowed') return t('patients.not-allowed');
  return code === 'standby-lost' ? t('patients.waits') : t('patients.failed');
}

declare global {
  interface HTMLElementTagNameMap {
    'patients-page': PatientsPage;
  }
}
