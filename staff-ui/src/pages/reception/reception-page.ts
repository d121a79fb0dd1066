// The desk: find a person while typing, today's people at once and everybody whom the clinic knows a moment later; check
// in by one touch, give a number, register, correct. Beside it what is wrong in the clinic and who has just arrived.

import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { BookingKind, type BookingRequestView } from '@foyer/contracts/booking.ts';
import type { PatientView, StaffAppointment, StaffView } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { EdgePeople } from '../../components/edge-people.ts';
import { questionOf, type BookingQuestion } from '../../components/booking-dialog.ts';
import '../../components/booking-requests.ts';
import type { OwnBooking } from '../../components/booking-requests.ts';
import '../../components/line-card.ts';
import '../../components/notice-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/search-field.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/state-mark.ts';
import '../../components/unconfirmed-card.ts';
import {
  countIn,
  deskFilters,
  deskRows,
  findRows,
  rowToCheckIn,
  withNothingToday,
  type DeskFilter,
  type DeskRow,
} from '../../data/desk-list.ts';
import { lastedMinutes } from '../../data/lasted.ts';
import { notices, type Notice } from '../../data/notices.ts';
import { t } from '../../strings/strings.ts';
import './reception-details-dialog.ts';
import './reception-known-dialog.ts';
import './reception-list.ts';
import type { DeskChoice, ReceptionList } from './reception-list.ts';
import './next-list-button.ts';
import './reception-number-dialog.ts';
import { receptionPageStyles } from './reception-page-styles.ts';
import './reception-person-dialog.ts';
import { printTodaysList } from './reception-printed-list.ts';
import './reception-register-dialog.ts';

type Question =
  | { readonly kind: 'number'; readonly patient?: PatientView; readonly patientId?: string }
  | { readonly kind: 'register' }
  | { readonly kind: 'person'; readonly rowId: string }
  | { readonly kind: 'known'; readonly patient: PatientView }
  | { readonly kind: 'booking'; readonly booking: BookingQuestion }
  | { readonly kind: 'details'; readonly patient: PatientView };

const ARRIVED = 3;
const filters = Object.keys(deskFilters) as readonly DeskFilter[];
const filterMarks = {
  expected: 'expected',
  waiting: 'waiting',
  'with-staff': 'with-staff',
  done: 'done',
} as const;

@customElement('reception-page')
export class ReceptionPage extends StaffPage {
  static override styles = [shared, staffStyles, receptionPageStyles];

  @state() private typed = '';
  @state() private filter: DeskFilter = 'all';
  @state() private question: Question | undefined;
  @state() private seen: ReadonlySet<string> = new Set();
  @state() private own: OwnBooking | undefined;
  @query('search-field') private readonly field!: HTMLElement;
  @query('reception-list') private readonly list!: ReceptionList;
  readonly #people = new EdgePeople(this);

  override render() {
    const { frame, session } = this;
    const search = this.#people.found;
    const { rows, found, others } = this.#matches();
    const typed = this.typed.trim();
    const looking = typed !== '';
    const wide = frame.shape === 'wide';
    return html`<staff-header .frame=${frame}></staff-header>
      <main @staff-act=${this.#act}>
        <section class="list" aria-label=${t('page.reception')}>
          <line-card .frame=${frame}></line-card>
          ${wide ? nothing : html`<notice-strip .frame=${frame}></notice-strip>`}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
          ${wide ? nothing : this.#bookings()}
          <div class="top">
            <search-field
              class="find"
              large
              label=${t('reception.find')}
              .value=${this.typed}
              @search=${(event: CustomEvent<string>) => this.#type(event.detail)}
              @keydown=${(event: KeyboardEvent) => this.#key(event)}
            ></search-field>
            <foyer-button class="big" icon="plus" @click=${() => (this.question = { kind: 'number' })}
              >${t('reception.number')}</foyer-button
            >
            <foyer-button class="big" icon="person" @click=${() => (this.question = { kind: 'register' })}
              >${t('reception.register')}</foyer-button
            >
          </div>
          <div class="chips" role="group" aria-label=${t('reception.show')}>
            ${filters.map(
              (filter) =>
                html`<foyer-button toggle ?on=${!looking && this.filter === filter} @click=${() => this.#show(filter)}>
                  <span class="chip"
                    >${filter === 'all' ? t('reception.filter-all') : html`<state-mark of=${filterMarks[filter]}>${t(`reception.filter-${filter}`)}</state-mark>`}<b
                      >${countIn(rows, filter)}</b
                    ></span
                  >
                </foyer-button>`,
            )}
            <foyer-button class="print" icon="printer" @click=${() => void printTodaysList(frame)}
              >${t('reception.print-list')}</foyer-button
            >
            ${wide ? nothing : html`<next-list-button .frame=${frame}></next-list-button>`}
          </div>
          <reception-list
            .frame=${frame}
            .rows=${found}
            .others=${others}
            .search=${search}
            typed=${typed}
            @choose=${(event: CustomEvent<DeskChoice>) => this.#choose(event.detail)}
            @register=${() => (this.question = { kind: 'register' })}
            @leave-list=${() => this.field.focus()}
          ></reception-list>
        </section>
        ${wide ? this.#rail() : nothing}
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>
      ${this.#question(rows)}`;
  }

  #rail() {
    const { frame, view } = this;
    const all = notices(view, frame.now).filter((notice) => !this.seen.has(notice.id) && !isInSight(notice, view));
    const arrived = Object.values(view.tickets)
      .toSorted((a, b) => b.issuedAt - a.issuedAt)
      .slice(0, ARRIVED);
    return html`<aside
      aria-label=${t('notice.title', { count: all.length })}
      @seen=${(event: CustomEvent<string>) => (this.seen = new Set([...this.seen, event.detail]))}
    >
      ${this.#bookings()}
      <h2>${t('notice.title', { count: all.length })}</h2>
      ${all.length === 0 ? html`<p class="muted">${t(view.printer === 'none' ? 'reception.all-well-no-printer' : 'reception.all-well')}</p>` : all.map((notice) => html`<notice-card .frame=${frame} .notice=${notice}></notice-card>`)}
      ${arrived.length === 0 ? nothing : html`<h2>${t('reception.just-arrived')}</h2>`}
      <ul class="arrived">
        ${arrived.map((ticket) => {
          const minutes = lastedMinutes(view, ticket.issuedAt, frame.asOf);
          return html`<li>
            <foyer-number value=${ticket.number}></foyer-number><span>${t(`source.${ticket.source}`)}</span>
            <span class="muted">${minutes === 0 ? t('reception.now') : t('common.minutes', { count: minutes })}</span>
          </li>`;
        })}
      </ul>
      <next-list-button .frame=${frame}></next-list-button>
    </aside>`;
  }

  #bookings() {
    return html`<booking-requests
      ?whole=${this.frame.shape === 'wide'}
      .frame=${this.frame}
      .own=${this.own}
      @other-time=${(event: CustomEvent<BookingRequestView>) => this.#otherTime(event.detail)}
    ></booking-requests>`;
  }

  #question(rows: readonly DeskRow[]) {
    const { frame, question } = this;
    // A dialog tells of its end a moment later, when another question may stand here.
    const close = () => {
      if (this.question === question) this.question = undefined;
    };
    switch (question?.kind) {
      case undefined:
        return nothing;
      case 'number':
        return html`<reception-number-dialog
          .frame=${frame}
          .patient=${question.patient}
          .patientId=${question.patientId}
          @close=${close}
        ></reception-number-dialog>`;
      case 'register':
        return html`<reception-register-dialog
          .frame=${frame}
          typed=${this.typed}
          @close=${close}
          @registered=${(event: CustomEvent<string>) => this.#registered(event.detail)}
          @person=${(event: CustomEvent<PatientView>) => this.#open(event.detail)}
        ></reception-register-dialog>`;
      case 'known':
        return html`<reception-known-dialog
          .frame=${frame}
          .patient=${question.patient}
          @close=${close}
          @staff-act=${this.#act}
          @give-number=${() => (this.question = { kind: 'number', patient: question.patient })}
          @ask-booking=${() => this.#book(BookingKind.book, question.patient)}
          @correct=${() => (this.question = { kind: 'details', patient: question.patient })}
        ></reception-known-dialog>`;
      case 'booking':
        return html`<booking-dialog
          .frame=${frame}
          .question=${question.booking}
          @close=${close}
          @booked=${(event: CustomEvent<OwnBooking>) => (this.own = event.detail)}
        ></booking-dialog>`;
      case 'details':
        return html`<reception-details-dialog
          .frame=${frame}
          .patient=${question.patient}
          @close=${close}
          @corrected=${() => this.#people.again()}
        ></reception-details-dialog>`;
      case 'person': {
        const row = rows.find((entry) => entry.id === question.rowId);
        return row
          ? html`<reception-person-dialog
              .frame=${frame}
              .row=${row}
              @close=${close}
              @staff-act=${this.#act}
              @give-number=${() => (this.question = { kind: 'number', ...(row.patient ? { patient: row.patient } : {}) })}
              @ask-booking=${(event: CustomEvent<BookingKind>) => this.#book(event.detail, row.patient, row.appointment)}
              @correct=${() => row.patient && (this.question = { kind: 'details', patient: row.patient })}
            ></reception-person-dialog>`
          : nothing;
      }
    }
  }

  #matches() {
    const { view, frame, typed, filter } = this;
    const { patients } = this.#people.found;
    const rows = deskRows(view, frame.asOf);
    return { rows, found: findRows(rows, typed, filter, patients), others: withNothingToday(patients, rows) };
  }

  #book(kind: BookingKind, patient: PatientView | undefined, appointment?: StaffAppointment): void {
    const patientId = patient?.id ?? appointment?.patientId ?? '';
    // A new one is booked beside the one of today.
    const about = kind === BookingKind.book || !appointment ? {} : { appointment };
    this.question = { kind: 'booking', booking: { kind, patientId, ...(patient ? { patient } : {}), ...about } };
  }

  #otherTime(request: BookingRequestView): void {
    this.question = { kind: 'booking', booking: questionOf(request, this.view) };
  }

  #show(filter: DeskFilter): void {
    this.filter = filter;
    this.#type('');
  }

  #type(typed: string): void {
    this.typed = typed;
    this.#people.type(typed);
  }

  #choose(choice: DeskChoice): void {
    this.question =
      'row' in choice ? { kind: 'person', rowId: choice.row.id } : { kind: 'known', patient: choice.patient };
  }

  /** Somebody who is known, whether they are in today's list or not. */
  #open(patient: PatientView): void {
    const row = deskRows(this.view, this.frame.asOf).find((entry) => entry.patient?.id === patient.id);
    this.#choose(row ? { row } : { patient });
  }

  #registered(patientId: string): void {
    const patient = this.view.patients[patientId];
    this.question = { kind: 'number', patientId, ...(patient ? { patient } : {}) };
    this.#type('');
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.list.focusFirst();
    }
    if (event.key === 'Enter' && this.typed.trim() !== '') void this.#enter();
  }

  /**
   * Enter checks in the one that is lit, once the edge has said whether anybody else of that name is known; where only
   * one was found and there is nothing to check in, it opens them.
   */
  async #enter(): Promise<void> {
    const asked = this.typed;
    await this.#people.settled();
    if (this.typed !== asked) return;
    const { found, others } = this.#matches();
    const lit = rowToCheckIn(found, others);
    if (!lit?.appointment) {
      const [only, ...rest] = [...found.map((row) => ({ row })), ...others.map((patient) => ({ patient }))];
      if (only && rest.length === 0) this.#choose(only);
      return;
    }
    void this.session.act({ type: 'check-in', appointmentId: lit.appointment.id });
    this.#type('');
    this.field.focus();
  }

  #act(event: CustomEvent<CommandBody>): void {
    void this.session.act(event.detail);
  }
}

/** The list shows it itself, with what can be done. */
function isInSight(notice: Notice, { bookingRequests }: StaffView): boolean {
  return notice.kind === 'work-item' && bookingRequests?.[notice.item.id] !== undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'reception-page': ReceptionPage;
  }
}
