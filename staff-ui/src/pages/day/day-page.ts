// Closing the day: who is left and what became of each, what else is open, and one door that shuts admission. It lights
// when nobody is left without an outcome. Afterwards the same page says that the day is closed, and reopens it.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { twoSidesStyles } from '../../components/two-sides-styles.ts';
import '../../components/unconfirmed-card.ts';
import { outcomesOf, saidOfAll, whoIsLeft, withoutOutcome, type Chosen } from '../../data/day-end.ts';
import { t } from '../../strings/strings.ts';
import '../reception/next-list-button.ts';
import './day-left-list.ts';
import type { SaidOutcome } from './day-left-list.ts';
import './day-still-open.ts';

@customElement('day-page')
export class DayPage extends StaffPage {
  static override styles = [
    shared,
    staffStyles,
    twoSidesStyles,
    css`
      :host {
        --other-side: minmax(19rem, 30%);
      }
      h1 {
        font-size: 1.75rem;
      }
      .scroll {
        flex: 1;
        min-height: 0;
        padding-bottom: 16px;
        overflow-y: auto;
      }
      foyer-door {
        flex: none;
        min-height: 8rem;
        --door-padding: 20px 72px 16px 20px;
      }
      .act {
        font-size: 1.5rem;
        font-weight: 700;
      }
      .lines {
        display: block;
        margin-top: 4px;
      }
      :host(:dir(rtl)) foyer-door {
        --door-padding: 20px 20px 16px 72px;
      }
      :host(:not([shape='wide'])) main {
        display: flex;
        flex-direction: column;
      }
      :host(:not([shape='wide'])) section:first-child {
        flex: 1;
      }
      :host(:not([shape='wide'])) section + section {
        flex: none;
      }
    `,
  ];

  @state() private chosen: Chosen = new Map();

  override render() {
    const { frame, view, session } = this;
    const left = whoIsLeft(view);
    const closed = view.clinic.dayClosed === true;
    return html`<staff-header .frame=${frame}></staff-header>
      <main>
        <section aria-label=${t('page.day')}>
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
          ${closed && left.length === 0 ? this.#isClosed() : this.#asks(left)}
        </section>
        <section>
          <div class="scroll" tabindex="0"><day-still-open .frame=${frame}></day-still-open></div>
          ${closed && left.length === 0 ? this.#reopen() : this.#close(left)}
        </section>
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>`;
  }

  #isClosed() {
    return html`<div role="status"><h1>${t('day.closed')}</h1></div>
      <p>${t('day.closed-what')}</p>
      ${
        this.#mayPrint
          ? html`<p>${t('day.print-next-what')}</p>
              <next-list-button .frame=${this.frame}></next-list-button>`
          : nothing
      }
      ${this.#reopens ? nothing : html`<p>${t('day.supervisor-reopens')}</p>`}`;
  }

  #asks(left: readonly StaffTicket[]) {
    const waiting = left.filter((ticket) => ticket.state === 'waiting');
    const unsaid = withoutOutcome(left, this.chosen);
    return html`<h1>${t('day.people', { count: left.length })}</h1>
      ${
        left.length === 0
          ? nothing
          : html`<div class="row wrap">
              <foyer-button
                ?disabled=${waiting.length === 0}
                @click=${() => (this.chosen = saidOfAll(this.chosen, waiting, 'left'))}
                >${t('day.all-waiting-left')}</foyer-button
              >
              <foyer-button
                ?disabled=${unsaid.length === 0}
                @click=${() => (this.chosen = saidOfAll(this.chosen, unsaid, 'undecided'))}
                >${t('day.rest-tomorrow')}</foyer-button
              >
            </div>`
      }
      <div class="scroll" tabindex="0">
        <day-left-list
          .frame=${this.frame}
          .left=${left}
          .chosen=${this.chosen}
          @outcome=${({ detail }: CustomEvent<SaidOutcome>) => (this.chosen = new Map([...this.chosen, [detail.ticketId, detail.outcome]]))}
        ></day-left-list>
      </div>`;
  }

  #close(left: readonly StaffTicket[]) {
    const { session } = this;
    const unsaid = withoutOutcome(left, this.chosen).length;
    const closing = session.isPending('close-day');
    const ready = session.hasLine && unsaid === 0 && !closing;
    const what = closing
      ? t('common.not-confirmed')
      : unsaid > 0
        ? t('day.unsaid', { count: unsaid })
        : t('day.close-what');
    return html`<foyer-door
      action
      fill
      state=${ready ? 'lit' : 'hollow'}
      ?disabled=${!ready}
      @click=${() => void this.#closeDay(left)}
    >
      <span class="act">${t('day.close')}</span><span class="lines">${session.hasLine ? what : t('day.no-line')}</span>
    </foyer-door>`;
  }

  #reopen() {
    if (!this.#reopens) return nothing;
    const { session } = this;
    const reopening = session.isPending('reopen-day');
    const ready = session.hasLine && !reopening;
    return html`<foyer-door
      action
      fill
      state=${ready ? 'open' : 'hollow'}
      ?disabled=${!ready}
      @click=${() => void session.act({ type: 'reopen-day' })}
    >
      <span class="act">${t('day.reopen')}</span
      ><span class="lines">${t(reopening ? 'common.not-confirmed' : 'day.reopen-what')}</span>
    </foyer-door>`;
  }

  get #mayPrint(): boolean {
    return this.view.me.roles.some((role) => role === 'reception' || role === 'supervisor');
  }

  get #reopens(): boolean {
    return this.view.me.roles.includes('supervisor');
  }

  async #closeDay(left: readonly StaffTicket[]): Promise<void> {
    const sent = await this.session.act({ type: 'close-day', outcomes: outcomesOf(left, this.chosen) });
    if (sent.ok) this.chosen = new Map();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-page': DayPage;
  }
}
