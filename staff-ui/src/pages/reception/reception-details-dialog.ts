// Correcting what is written of somebody. What is left empty stays as it was; only what was changed is sent.
// Fires `corrected`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Language } from '@foyer/contracts/languages.ts';
import type { PatientRecord } from '@foyer/contracts/people-at-the-desk.ts';
import { needs, type Need } from '@foyer/contracts/ticket-state.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { languageCodes, Languages } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { asShown, cardOf, corrections, type PersonFields } from '../../data/corrections.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

/** Characters that a field takes, where that is not as usual. */
const longest: { readonly [name: string]: number } = { phone: 32, card: 60 };

@customElement('reception-details-dialog')
export class ReceptionDetailsDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: 16px;
      }
      .needs {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      .needs foyer-button {
        display: grid;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) patient!: PatientView;
  @state() private record: PatientRecord | undefined;
  @state() private fields: PersonFields | undefined;
  @state() private sending = false;
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    const { fields, record } = this;
    return html`<staff-dialog
      heading=${t('reception.correct-name', { name: this.patient.displayName })}
      what=${t('reception.correct-what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${fields && record ? this.#form(fields, record) : this.refused ? nothing : html`<p role="status">${t('reception.looking')}</p>`}
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${!this.#changes || this.sending}
        ?pending=${this.sending}
        @click=${() => void this.#save()}
        >${t('common.save')}</foyer-button
      >
    </staff-dialog>`;
  }

  #form(fields: PersonFields, record: PatientRecord) {
    const today = new Date(this.frame.now).toISOString().slice(0, 10);
    const text = (
      name: 'given' | 'family' | 'phone' | 'birthDate' | 'card',
      label: string,
      type: string,
      before = '',
    ) =>
      html`<label class="field"
        ><span>${label}</span>
        <input
          name=${name}
          type=${type}
          maxlength=${longest[name] ?? 120}
          max=${type === 'date' ? today : nothing}
          autocomplete="off"
          placeholder=${before}
          .value=${fields[name]}
          @input=${(event: Event) => this.#change({ [name]: (event.target as HTMLInputElement).value })}
      /></label>`;
    return html`<form @submit=${(event: Event) => (event.preventDefault(), void this.#save())}>
        ${text('given', t('reception.given'), 'text', record.name?.given)}
        ${text('family', t('reception.family'), 'text', record.name?.family)}
        ${text('birthDate', t('reception.birth-date'), 'date', record.birthDate)}
        ${text('phone', t('reception.phone'), 'tel', record.phone)}
        ${text('card', t('reception.card'), 'text', cardOf(record))}
        <label class="field"
          ><span>${t('settings.language')}</span>
          <select
            name="language"
            @change=${(event: Event) => this.#change({ language: (event.target as HTMLSelectElement).value as Language | '' })}
          >
            <option value="">${t('reception.not-asked')}</option>
            ${languageCodes.map((code) => html`<option value=${code} lang=${code} ?selected=${code === fields.language}>${Languages[code].name}</option>`)}
          </select></label
        >
        <button hidden></button>
      </form>
      <section>
        <h3>${t('room.needs')}</h3>
        <div class="needs" role="group" aria-label=${t('room.needs')}>
          ${needs.map((need) => html`<foyer-button toggle ?on=${fields.needs.includes(need)} @click=${() => this.#toggle(need)}>${t(`need.${need}`)}</foyer-button>`)}
        </div>
      </section>`;
  }

  get #changes() {
    return this.record && this.fields && corrections(this.record, this.fields);
  }

  #change(changed: Partial<PersonFields>): void {
    if (this.fields) this.fields = { ...this.fields, ...changed };
  }

  #toggle(need: Need): void {
    const now = this.fields?.needs ?? [];
    this.#change({ needs: now.includes(need) ? now.filter((other) => other !== need) : [...now, need] });
  }

  async #read(): Promise<void> {
    const { api, session } = this.frame;
    const answer = await api.patientRecord(this.patient.id, session.token);
    if (!answer.ok) {
      this.#refuse(refusedIn(answer)!);
      return;
    }
    const record = answer.value;
    this.record = record;
    this.fields = {
      given: record.name?.given ?? '',
      family: record.name?.family ?? '',
      birthDate: record.birthDate ?? '',
      phone: record.phone ?? '',
      language: record.language ?? '',
      needs: record.needs ?? [],
      card: cardOf(record),
    };
  }

  async #save(): Promise<void> {
    const patient = this.#changes;
    if (!patient || !this.record || this.sending) return;
    const before = asShown(this.record, patient);
    this.sending = true;
    const sent = await this.frame.session.act({ type: 'update-patient', patientId: this.patient.id, patient, before });
    this.sending = false;
    const refused = refusedIn(sent);
    if (refused) {
      this.#refuse(refused);
      this.frame.session.read();
      return;
    }
    this.dialog.leave();
    this.dispatchEvent(new CustomEvent('corrected'));
  }

  #refuse({ code, facts }: NonNullable<ReturnType<typeof refusedIn>>): void {
    this.refused = refusalText(code, facts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reception-details-dialog': ReceptionDetailsDialog;
  }
  interface HTMLElementEventMap {
    corrected: CustomEvent<undefined>;
  }
}
