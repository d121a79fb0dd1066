// Booking, moving and cancelling one person's appointment: the same question whether the clinic decides or its centre.
// Fires `booked` with what was done here at once, and `close`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { BookingKind, type BookingRequestView } from '@foyer/contracts/booking.ts';
import type { PatientView, StaffAppointment, StaffView } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { clinicMoment, dateIn } from '../data/clinic-moment.ts';
import { refusedIn } from '../data/refusals.ts';
import { typedTime } from '../data/typed-time.ts';
import { whenText } from '../strings/booking-text.ts';
import { refusalText } from '../strings/refusal-text.ts';
import { t } from '../strings/strings.ts';
import type { OwnBooking } from './booking-requests.ts';
import './booking-time.ts';
import type { PickedTime } from './booking-time.ts';
import './staff-dialog.ts';
import type { StaffDialog } from './staff-dialog.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

/** Whom it is about, and what stands now; `settles` is the refusal that it takes the place of. */
export interface BookingQuestion {
  readonly kind: BookingKind;
  readonly patientId: string;
  readonly patient?: PatientView;
  readonly appointment?: Pick<StaffAppointment, 'id' | 'serviceId' | 'at'>;
  readonly settles?: BookingRequestView;
}

/** About a request that wants another time. */
export function questionOf(request: BookingRequestView, { patients }: Pick<StaffView, 'patients'>): BookingQuestion {
  const { kind, patientId = '' } = request;
  const patient = patients[patientId];
  return { kind, patientId, ...(patient ? { patient } : {}), settles: request };
}

const headings = {
  [BookingKind.book]: 'booking.book-for',
  [BookingKind.move]: 'booking.move-for',
  [BookingKind.cancel]: 'booking.cancel-for',
} as const;
const acts = {
  [BookingKind.book]: 'booking.do-book',
  [BookingKind.move]: 'booking.do-move',
  [BookingKind.cancel]: 'booking.do-cancel',
} as const;

@customElement('booking-dialog')
export class BookingDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      staff-dialog {
        --dialog-width: 760px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) question!: BookingQuestion;
  @state() private serviceId = '';
  @state() private day = '';
  @state() private time = '';
  @state() private sending = false;
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    const { view } = this.frame;
    const { appointment, settles } = this.question;
    const at = appointment?.at ?? settles?.at;
    this.serviceId = settles?.serviceId ?? appointment?.serviceId ?? Object.keys(view.services)[0] ?? '';
    this.day = at === undefined ? view.clinic.businessDay : dateIn(at, view.clinic.zone);
    if (this.day < view.clinic.businessDay) this.day = view.clinic.businessDay;
    this.time =
      appointment && this.question.kind === BookingKind.move ? formatTime(appointment.at, view.clinic.zone) : '';
  }

  override render() {
    const { kind, patient, appointment } = this.question;
    const { clinic, services, booking, relay } = this.frame.view;
    const ready = this.#isReady;
    const service = services[appointment?.serviceId ?? ''];
    return html`<staff-dialog
      heading=${t(headings[kind], { name: patient?.displayName ?? t('reception.unknown') })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${
        appointment
          ? html`<p>
              ${[whenText(appointment.at, clinic.zone), service && localised(service.name)].filter(Boolean).join(' · ')}
            </p>`
          : nothing
      }
      ${kind === BookingKind.cancel ? nothing : this.#when()}
      ${booking === 'centre' && relay.state !== 'linked' ? html`<p role="status">${t('booking.no-line')}</p>` : nothing}
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${!ready}
        ?pending=${this.sending}
        @click=${() => void this.#send()}
        >${t(acts[kind])}</foyer-button
      >
    </staff-dialog>`;
  }

  #when() {
    const { services } = this.frame.view;
    return html`<label class="field"
        ><span>${t('appointments.service')}</span>
        <select
          name="service"
          @change=${(event: Event) => (this.serviceId = (event.target as HTMLSelectElement).value)}
        >
          ${Object.values(services).map(({ id, name }) => html`<option value=${id} ?selected=${id === this.serviceId}>${localised(name)}</option>`)}
        </select></label
      >
      <booking-time
        .frame=${this.frame}
        .serviceId=${this.serviceId}
        .day=${this.day}
        .time=${this.time}
        @time-entered=${() => void this.#send()}
        @time-picked=${({ detail }: CustomEvent<PickedTime>) => Object.assign(this, detail)}
      ></booking-time>`;
  }

  get #isReady(): boolean {
    return !this.sending && (this.question.kind === BookingKind.cancel || typedTime(this.time) !== undefined);
  }

  async #send(): Promise<void> {
    if (!this.#isReady) return;
    const { session } = this.frame;
    const { settles } = this.question;
    this.sending = true;
    const body = this.#body();
    const sent = await session.act(body);
    this.sending = false;
    const refused = refusedIn(sent);
    if (refused) {
      this.refused = refusalText(refused.code, refused.facts);
      session.read();
      return;
    }
    if (settles) void session.act({ type: 'resolve-work-item', workItemId: settles.id });
    const result = sent.ok && 'result' in sent ? sent.result : {};
    const { appointmentId } = result;
    if (typeof appointmentId === 'string' && result['requestId'] === undefined) this.#booked(appointmentId);
    this.dialog.leave();
  }

  #body(): CommandBody {
    const { kind, patientId, appointment, settles } = this.question;
    const { serviceId } = this;
    if (kind === BookingKind.book) {
      const mode = settles?.mode;
      return { type: 'request-appointment', patientId, serviceId, at: this.#at, ...(mode ? { mode } : {}) };
    }
    const appointmentId = appointment?.id ?? settles?.appointmentId ?? '';
    if (kind === BookingKind.cancel) return { type: 'request-cancellation', appointmentId };
    return { type: 'request-move', appointmentId, at: this.#at, serviceId };
  }

  get #at(): number {
    return clinicMoment(this.day, typedTime(this.time) ?? '', this.frame.view.clinic.zone);
  }

  #booked(appointmentId: string): void {
    const { kind, patientId, patient, appointment } = this.question;
    const at = kind === BookingKind.cancel ? appointment?.at : this.#at;
    const from = kind === BookingKind.move ? appointment : undefined;
    const request: BookingRequestView = {
      id: appointmentId,
      kind,
      state: 'accepted',
      askedAt: this.frame.now,
      appointmentId,
      patientId,
      serviceId: this.serviceId,
      ...(at === undefined ? {} : { at }),
      ...(from === undefined ? {} : { fromAt: from.at, fromServiceId: from.serviceId }),
    };
    const name = patient?.displayName ?? t('reception.unknown');
    this.dispatchEvent(new CustomEvent<OwnBooking>('booked', { detail: { request, name } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'booking-dialog': BookingDialog;
  }
  interface HTMLElementEventMap {
    booked: CustomEvent<OwnBooking>;
  }
}
