// Booking: one appointment typed, of the clinic's own schedule or asked of the centre that has adopted it, and where what
// was asked stands. A clinic that no centre has adopted also brings whole tables from elsewhere.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { BookingRequestView } from '@foyer/contracts/booking.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import { questionOf } from '../../components/booking-dialog.ts';
import '../../components/booking-requests.ts';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { twoSidesStyles } from '../../components/two-sides-styles.ts';
import '../../components/unconfirmed-card.ts';
import { bookingsInSight } from '../../data/booking-acts.ts';
import { t } from '../../strings/strings.ts';
import './appointment-form.ts';
import './appointment-table.ts';

@customElement('appointments-page')
export class AppointmentsPage extends StaffPage {
  static override styles = [
    shared,
    staffStyles,
    twoSidesStyles,
    css`
      :host {
        --other-side: minmax(0, 1fr);
      }
      section {
        overflow-y: auto;
      }
      h1,
      h2 {
        font-size: 1.75rem;
      }
      appointment-form,
      appointment-table {
        flex: 1;
      }
      :host(:not([shape='wide'])) main {
        display: block;
        overflow-y: auto;
      }
      :host(:not([shape='wide'])) section {
        overflow-y: visible;
        padding-bottom: 24px;
      }
    `,
  ];

  @state() private other: BookingRequestView | undefined;

  override render() {
    const { frame, session } = this;
    const asked = this.view.booking === 'centre';
    return html`<staff-header .frame=${frame}></staff-header>
      <main>
        <section aria-label=${t('appointments.add')} tabindex="0">
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
          <h1>${t('appointments.add')}</h1>
          <appointment-form .frame=${frame}></appointment-form>
        </section>
        <section aria-label=${t(asked ? 'booking.requests' : 'appointments.import')} tabindex="0">
          ${asked ? this.#asked() : this.#import()}
        </section>
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>
      ${this.#question()}`;
  }

  #import() {
    return html`<h2>${t('appointments.import')}</h2>
      <appointment-table .frame=${this.frame}></appointment-table>`;
  }

  #asked() {
    const { frame } = this;
    const none = bookingsInSight(this.view, frame.asOf).length === 0;
    return html`<h2>${t('booking.requests')}</h2>
      ${none ? html`<p class="muted">${t('booking.nothing-asked')}</p>` : nothing}
      <booking-requests
        whole
        .frame=${frame}
        @other-time=${(event: CustomEvent<BookingRequestView>) => (this.other = event.detail)}
      ></booking-requests>`;
  }

  #question() {
    const { other } = this;
    if (!other) return nothing;
    return html`<booking-dialog
      .frame=${this.frame}
      .question=${questionOf(other, this.view)}
      @close=${() => (this.other = undefined)}
    ></booking-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'appointments-page': AppointmentsPage;
  }
}
