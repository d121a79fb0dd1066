// One appointment: who, what for, when. Who is known already is offered while typing and never chosen unasked. What was
// just added can be taken back where it stands.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AppointmentId } from '@foyer/contracts/ids.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { PatientView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '../../components/booking-time.ts';
import type { PickedTime } from '../../components/booking-time.ts';
import { EdgePeople } from '../../components/edge-people.ts';
import '../../components/found-people.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { clinicMoment } from '../../data/clinic-moment.ts';
import { typedTime } from '../../data/typed-time.ts';
import { valueOf } from '../../input/value-of.ts';
import { dateText } from '../../strings/dates.ts';
import { t } from '../../strings/strings.ts';

interface Added {
  readonly appointmentId: AppointmentId;
  readonly words: string;
  readonly isTakenBack: boolean;
}
/** How many of those that were added here stay in sight. */
const SHOWN = 5;

@customElement('appointment-form')
export class AppointmentForm extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
        gap: 12px 16px;
      }
      .box {
        display: grid;
        gap: 4px;
        align-content: start;
        min-width: 0;
      }
      .whole {
        grid-column: 1 / -1;
      }
      .person {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
        padding: 8px 16px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 4px 0;
        border-bottom: 1px solid var(--hair);
      }
      li span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .gone {
        color: var(--muted);
        text-decoration: line-through;
      }
      foyer-door {
        min-height: 8rem;
        margin-top: auto;
        --handle: 24px;
        --handle-y: 3.25rem;
        --door-padding: 16px 28px 20px;
      }
      .act {
        font-size: 2.5rem;
        line-height: 1.2;
        font-weight: 700;
      }
      .lines {
        margin-top: auto;
        padding-inline-end: 44px;
        font-size: 1.125rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private given = '';
  @state() private family = '';
  @state() private birthDate = '';
  @state() private phone = '';
  @state() private person: PatientView | undefined;
  @state() private serviceId = '';
  @state() private day = '';
  @state() private time = '';
  @state() private sending = false;
  @state() private added: readonly Added[] = [];
  readonly #known = new EdgePeople(this);

  override connectedCallback(): void {
    super.connectedCallback();
    const { view } = this.frame;
    this.day = view.clinic.businessDay;
    this.serviceId = Object.keys(view.services)[0] ?? '';
  }

  override render() {
    const { view } = this.frame;
    const isTime = typedTime(this.time) !== undefined;
    const ready = this.#isSomebody && isTime && this.serviceId !== '' && this.day !== '' && !this.sending;
    return html`<form @submit=${(event: Event) => (event.preventDefault(), void this.#add())}>
        ${this.person ? this.#chosen(this.person) : this.#unknown()}
        <label class="field whole"
          ><span>${t('appointments.service')}</span>
          <select name="service" @change=${(event: Event) => (this.serviceId = valueOf(event))}>
            ${Object.values(view.services).map(({ id, name }) => html`<option value=${id} ?selected=${id === this.serviceId}>${localised(name)}</option>`)}
          </select></label
        >
        <booking-time
          class="whole"
          compact
          @time-entered=${() => void this.#add()}
          .frame=${this.frame}
          .serviceId=${this.serviceId}
          .day=${this.day}
          .time=${this.time}
          @time-picked=${({ detail }: CustomEvent<PickedTime>) => Object.assign(this, detail)}
        ></booking-time>
        <button hidden></button>
      </form>
      ${this.#list()}
      <foyer-door action fill state=${ready ? 'lit' : 'hollow'} ?disabled=${!ready} @click=${() => void this.#add()}>
        <span class="act">${t('appointments.do-add')}</span
        ><span class="lines">${t(ready ? this.#what : 'appointments.do-add-needs')}</span>
      </foyer-door>`;
  }

  #unknown() {
    const { patients, more } = this.#known.found;
    return html`${this.#field('given', t('reception.given'))} ${this.#field('family', t('reception.family'))}
      <label class="field"
        ><span>${t('reception.birth-date')}</span>
        <input
          name="birthDate"
          type="date"
          .value=${this.birthDate}
          @input=${(event: Event) => this.#set({ birthDate: valueOf(event) })}
      /></label>
      ${this.#field('phone', t('reception.phone'))}
      ${
        patients.length > 0
          ? html`<section class="whole box" role="status">
              <h3>${t('appointments.known')}</h3>
              <found-people
                label=${t('appointments.known')}
                .people=${patients}
                ?more=${more}
                @person=${(event: CustomEvent<PatientView>) => (this.person = event.detail)}
              ></found-people>
            </section>`
          : nothing
      }`;
  }

  #chosen(person: PatientView) {
    return html`<div class="person whole">
      <b><bdi>${t('appointments.for', { name: person.displayName })}</bdi></b>
      <foyer-button @click=${() => (this.person = undefined)}>${t('appointments.someone-else')}</foyer-button>
    </div>`;
  }

  #field(name: 'given' | 'family' | 'phone', label: string) {
    return html`<label class="field"
      ><span>${label}</span>
      <input
        name=${name}
        type=${name === 'phone' ? 'tel' : 'text'}
        maxlength=${name === 'phone' ? 32 : 120}
        autocomplete="off"
        autocapitalize="words"
        .value=${this[name]}
        @input=${(event: Event) => this.#set({ [name]: valueOf(event) })}
    /></label>`;
  }

  #list() {
    if (this.added.length === 0) return nothing;
    return html`<div role="status">
      <h3>${t('appointments.just-added')}</h3>
      <ul>
        ${this.added.map(
          (one) =>
            html`<li>
              <span class=${one.isTakenBack ? 'gone' : ''}>${one.words}</span>
              ${
                one.isTakenBack
                  ? html`<span>${t('appointments.taken-back')}</span>`
                  : html`<foyer-button icon="undo" @click=${() => void this.#takeBack(one)}
                      >${t('appointments.take-back')}</foyer-button
                    >`
              }
            </li>`,
        )}
      </ul>
    </div>`;
  }

  get #what(): 'appointments.do-add-what' | 'booking.requests' | 'booking.no-line' {
    const { booking, relay } = this.frame.view;
    if (booking !== 'centre') return 'appointments.do-add-what';
    return relay.state === 'linked' ? 'booking.requests' : 'booking.no-line';
  }

  get #isSomebody(): boolean {
    return this.person !== undefined || this.given.trim() !== '' || this.family.trim() !== '';
  }

  #set(changed: Partial<Record<'given' | 'family' | 'birthDate' | 'phone', string>>): void {
    Object.assign(this, changed);
    const name = `${this.given} ${this.family}`.trim();
    // A first name alone is that of too many.
    const isWorthAsking = (this.given.trim() !== '' && this.family.trim() !== '') || this.birthDate !== '';
    this.#known.type(isWorthAsking ? `${name} ${this.birthDate}`.trim() : '');
  }

  async #add(): Promise<void> {
    const { view, session } = this.frame;
    const time = typedTime(this.time);
    if (!this.#isSomebody || time === undefined || this.serviceId === '' || this.day === '' || this.sending) return;
    this.sending = true;
    const { serviceId, day, person } = this;
    const at = clinicMoment(day, time, view.clinic.zone);
    const who = person ? { patientId: person.id } : { patient: this.#patient };
    const name = person?.displayName ?? `${this.given} ${this.family}`.trim();
    const sent = await session.act({ type: 'request-appointment', ...who, serviceId, at });
    this.sending = false;
    const appointmentId = sent.ok && 'result' in sent ? sent.result['appointmentId'] : undefined;
    if (typeof appointmentId !== 'string') return;
    // What is asked of the centre is told of where it waits.
    const isAsked = view.booking === 'centre';
    const service = view.services[serviceId];
    const words = t('appointments.at', {
      name,
      day: dateText(day, 'short'),
      time,
      service: service ? localised(service.name) : '',
    });
    if (!isAsked) this.added = [{ appointmentId, words, isTakenBack: false }, ...this.added].slice(0, SHOWN);
    this.person = undefined;
    this.time = '';
    this.#set({ given: '', family: '', birthDate: '', phone: '' });
    this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  }

  get #patient(): PatientDetails {
    const [given, family, phone] = [this.given.trim(), this.family.trim(), this.phone.trim()];
    return {
      name: { ...(given ? { given } : {}), ...(family ? { family } : {}) },
      ...(this.birthDate ? { birthDate: this.birthDate } : {}),
      ...(phone.length >= 3 ? { phone } : {}),
    };
  }

  async #takeBack({ appointmentId }: Added): Promise<void> {
    const sent = await this.frame.session.act({ type: 'request-cancellation', appointmentId });
    if (!sent.ok) return;
    this.added = this.added.map((one) => (one.appointmentId === appointmentId ? { ...one, isTakenBack: true } : one));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'appointment-form': AppointmentForm;
  }
}
