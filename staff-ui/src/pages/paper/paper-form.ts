// One row of paper, from the keyboard alone: Tab goes through it in the order of the paper, Enter keeps it and begins the
// next. Day, service and room stay; the number goes on. Fires `entered` with the number.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { paperOutcomes } from '@foyer/contracts/ticket-state.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { EdgePeople } from '../../components/edge-people.ts';
import '../../components/found-people.ts';
import '../../components/search-field.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { datesBack } from '../../data/clinic-moment.ts';
import { numberAfter, paperVisit, type PaperField, type PaperRow } from '../../data/paper-row.ts';
import { refusedIn } from '../../data/refusals.ts';
import { dateText } from '../../strings/dates.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

const daysBack = 7;
type TextField = 'number' | 'arrived' | 'called' | 'started' | 'until';
/** As a fault names them. */
const choiceIds = { date: 'date', serviceId: 'service', servicePointId: 'room', outcome: 'outcome' } as const;
const emptyRow: PaperRow = {
  date: '',
  number: '',
  arrived: '',
  serviceId: '',
  patientId: '',
  called: '',
  servicePointId: '',
  started: '',
  until: '',
  outcome: 'completed',
};

export interface Entered {
  readonly number: string;
  readonly outcome: PaperRow['outcome'];
  readonly name: string | undefined;
}

@customElement('paper-form')
export class PaperForm extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      form {
        display: grid;
        gap: 12px;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
        gap: 12px;
        align-items: end;
      }
      .patient {
        display: grid;
        gap: 8px;
      }
      .patient > span {
        font-weight: 700;
      }
      search-field {
        --search-height: 3rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private row: PaperRow = emptyRow;
  @state() private patient: PatientView | undefined;
  @state() private typed = '';
  @state() private reason = t('paper.why-usual');
  @state() private faulty = '';
  @query('#number') private readonly first!: HTMLInputElement;
  readonly #people = new EdgePeople(this);

  override render() {
    const { view, session, now } = this.frame;
    const dates = datesBack(now, view.clinic.zone, daysBack);
    const sending = session.isPending('enter-paper-visit');
    const wasSeen = this.row.outcome !== 'waiting';
    return html`<form novalidate @submit=${(event: Event) => void this.#enter(event)}>
      ${this.faulty ? html`<p class="alert" role="alert">${this.faulty}</p>` : nothing}
      <div class="fields">
        ${this.#choice(
          'date',
          t('paper.day'),
          dates.map((date) => [date, dateText(date, 'long')]),
        )}
        ${this.#text('number', t('paper.number'), 'W001')} ${this.#text('arrived', t('paper.arrived'), '9:40')}
        ${this.#choice(
          'serviceId',
          t('paper.service'),
          Object.values(view.services).map(({ id, name }) => [id, localised(name)]),
          true,
        )}
        ${this.#choice(
          'outcome',
          t('paper.outcome'),
          [...paperOutcomes, 'waiting' as const].map((outcome) => [outcome, t(`paper.outcome-${outcome}`)]),
        )}
      </div>
      ${this.#who()}
      ${
        wasSeen
          ? html`<div class="fields">
              ${this.#text('called', t('paper.called'), '9:55')}
              ${this.#choice(
                'servicePointId',
                t('paper.room'),
                Object.values(view.servicePoints).map(({ id, name }) => [id, localised(name)]),
                true,
              )}
              ${this.#text('started', t('paper.started'), '')} ${this.#text('until', t('paper.until'), '10:10')}
            </div>`
          : nothing
      }
      <label class="field"
        ><span>${t('paper.why')}</span>
        <input
          maxlength="500"
          autocomplete="off"
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
        />
      </label>
      <div>
        <foyer-button
          kind="strong"
          ?disabled=${!session.hasLine || sending || this.reason.trim() === ''}
          ?pending=${sending}
          @click=${() => void this.#enter()}
          >${t('paper.enter')}</foyer-button
        >
      </div>
      <button type="submit" hidden></button>
    </form>`;
  }

  override firstUpdated(): void {
    this.first.focus();
  }

  #text(field: TextField, label: string, example: string) {
    return html`<label class="field"
      ><span>${label}</span>
      <input
        id=${field}
        autocomplete="off"
        spellcheck="false"
        placeholder=${example}
        .value=${this.row[field]}
        @input=${(event: Event) => this.#set(field, (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  #choice(
    field: keyof typeof choiceIds,
    label: string,
    options: readonly (readonly [value: string, label: string])[],
    mayBeOpen = false,
  ) {
    return html`<label class="field"
      ><span>${label}</span>
      <select
        id=${choiceIds[field]}
        @change=${(event: Event) => this.#set(field, (event.target as HTMLSelectElement).value)}
      >
        ${mayBeOpen ? html`<option value="" ?selected=${this.row[field] === ''}></option>` : nothing}
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${this.row[field] === value}>${text}</option>`)}
      </select>
    </label>`;
  }

  #who() {
    const { patient } = this;
    if (patient) {
      return html`<p class="row">
        <b><bdi>${patient.displayName}</bdi></b>
        <foyer-button
          class="bare"
          icon="cross"
          label=${t('common.clear')}
          @click=${() => this.#choose(undefined)}
        ></foyer-button>
      </p>`;
    }
    const { patients, more } = this.#people.found;
    return html`<div class="patient">
      <span>${t('paper.patient')}</span>
      <search-field
        label=${t('reception.find-person')}
        .value=${this.typed}
        @search=${(event: CustomEvent<string>) => this.#type(event.detail)}
      ></search-field>
      <found-people
        label=${t('paper.patient')}
        .people=${this.typed ? patients : []}
        ?more=${more}
        @person=${(event: CustomEvent<PatientView>) => this.#choose(event.detail)}
      ></found-people>
    </div>`;
  }

  #set(field: keyof PaperRow, value: string): void {
    this.row = { ...this.row, [field]: value };
  }

  #type(typed: string): void {
    this.typed = typed;
    this.#people.type(typed);
  }

  #choose(patient: PatientView | undefined): void {
    this.patient = patient;
    this.#type('');
  }

  async #enter(event?: Event): Promise<void> {
    event?.preventDefault();
    const { session, view, now } = this.frame;
    if (!session.hasLine || session.isPending('enter-paper-visit') || this.reason.trim() === '') return;
    const [today = ''] = datesBack(now, view.clinic.zone, 0);
    const row = { ...this.row, date: this.row.date || today, patientId: this.patient?.id ?? '' };
    const read = paperVisit(row, view.clinic.zone, this.reason.trim());
    if ('fault' in read) return this.#blame(read.fault);
    const sent = await session.act(read.visit);
    const refused = refusedIn(sent);
    if (refused) {
      this.faulty = refusalText(refused.code, refused.facts);
      session.read();
      return;
    }
    const detail: Entered = { number: read.visit.number, outcome: row.outcome, name: this.patient?.displayName };
    this.dispatchEvent(new CustomEvent<Entered>('entered', { detail }));
    const { date, serviceId, servicePointId, outcome, number } = this.row;
    this.row = { ...emptyRow, date, serviceId, servicePointId, outcome, number: numberAfter(number) };
    this.faulty = '';
    this.#choose(undefined);
    this.first.focus();
  }

  #blame(fault: PaperField): void {
    this.faulty = t(`paper.fault-${fault}`);
    this.renderRoot.querySelector<HTMLElement>(`#${fault}`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-form': PaperForm;
  }
  interface HTMLElementEventMap {
    entered: CustomEvent<Entered>;
  }
}
