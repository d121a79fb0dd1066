// The schedule of a clinic that no centre has adopted: one appointment typed, or a whole table brought from elsewhere.

import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/unconfirmed-card.ts';
import { t } from '../../strings/strings.ts';
import './appointment-form.ts';
import './appointment-table.ts';

@customElement('appointments-page')
export class AppointmentsPage extends StaffPage {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      main {
        display: grid;
        flex: 1;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        min-height: 0;
      }
      section {
        display: flex;
        flex-direction: column;
        gap: 12px;
        min-width: 0;
        min-height: 0;
        padding: 14px 24px 0;
        overflow-y: auto;
      }
      section + section {
        border-inline-start: 2px solid var(--text);
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
      :host(:not([shape='wide'])) section + section {
        border-inline: 0;
        border-top: 2px solid var(--text);
      }
      :host([shape='small']) section {
        padding-inline: 16px;
      }
    `,
  ];

  override render() {
    const { frame, session } = this;
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
        <section aria-label=${t('appointments.import')} tabindex="0">
          <h2>${t('appointments.import')}</h2>
          <appointment-table .frame=${frame}></appointment-table>
        </section>
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'appointments-page': AppointmentsPage;
  }
}
