import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-ahead.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import '@foyer/ui-kit/elements/foyer-qr.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { delaysToTell, delayText } from '@foyer/ui-kit/strings/delay-text.ts';
import { waitText } from '@foyer/ui-kit/strings/wait-text.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-wait.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { notMeSeconds, paperElsewhere, paperOf, punctuality } from '../../session/ticket-facts.ts';
import { t } from '../../strings/strings.ts';
import { otherDayText } from './ticket-notes.ts';

/** The number, whose it is, how many are ahead, where to go, and what became of the paper. */
@customElement('ticket-page')
export class TicketPage extends KioskPage<'ticket'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      :host {
        --ask-top: 56px;
        grid-template-rows: var(--low-rows, auto minmax(0, 1fr));
      }
      .ask {
        display: flex;
        flex-direction: column;
      }
      .whose {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px 20px;
        min-height: 104px;
        /* Moved down, "Not me" comes into reach as well. */
        order: var(--low-order, 0);
        margin-top: var(--low-margin, 48px);
        padding-block: 12px;
        border-block: 2px solid var(--line);
        font-size: calc(40px * var(--text-scale));
        line-height: 1.2;
      }
      .initials {
        margin-inline-end: 0.6em;
        font-weight: 700;
      }
      .whose foyer-button {
        flex: none;
        font-size: calc(32px * var(--text-scale));
        --button-padding: 4px 28px;
      }
      .left {
        font-weight: 400;
        color: var(--muted);
        margin-inline-start: 0.5em;
      }
      .notice {
        margin-top: 16px;
        font-size: calc(30px * var(--text-scale));
        line-height: 1.34;
      }
      .place {
        margin-top: 32px;
      }
      .notice + .place {
        margin-top: 12px;
      }
      /* What has to be read leaves no room for what is drawn. */
      ticket-notes + .place :is(foyer-ahead, kiosk-wait),
      ticket-notes + .place:not(:has(kiosk-wait)) p {
        display: none;
      }
      /* Where the line that it is a plan takes its room, too. */
      .notice + .place kiosk-wait::part(of-plan) {
        display: none;
      }
      ticket-notes + .place strong {
        font-size: calc(44px * var(--display-scale));
      }
      .ask:has(.notice) {
        padding-top: var(--late-top, 40px);
      }
      .ask:has(.notice) .whose {
        margin-top: var(--low-margin, 36px);
      }
      .place p {
        font-size: calc(32px * var(--text-scale));
        line-height: 1.25;
        color: var(--muted);
      }
      .place strong {
        display: block;
        font-size: calc(64px * var(--display-scale));
        line-height: 1.2;
        letter-spacing: -0.02em;
        margin-bottom: 8px;
      }
      .act {
        display: grid;
        grid-template-columns: 520fr 400fr;
        gap: 32px;
        align-items: end;
        padding-top: 20px;
      }
      .where {
        min-height: min(432px, var(--act-height));
        --door-padding: 28px 36px 32px;
      }
      .where .to {
        display: block;
        font-size: calc(34px * var(--text-scale));
        line-height: 1.3;
      }
      .where .big {
        font-size: min(calc(80px * var(--text-scale)), 144px, calc(var(--act-height) * 0.16 * var(--text-scale)));
        line-height: 1.1;
        padding-inline-end: 40px;
      }
      .where .way {
        margin-top: auto;
        font-size: calc(34px * var(--text-scale));
        line-height: 1.3;
      }
      .paper {
        display: grid;
        gap: 20px;
        padding-bottom: 16px;
      }
      .state {
        display: flex;
        gap: 20px;
        align-items: center;
        min-height: 80px;
        font-size: calc(28px * var(--text-scale));
        line-height: 1.42;
        --icon-size: 64px;
      }
      .state b {
        display: block;
      }
      .code {
        display: flex;
        gap: 20px;
        align-items: center;
        font-size: calc(28px * var(--text-scale));
        line-height: 1.42;
      }
      foyer-qr {
        flex: none;
        width: 200px;
        height: 200px;
      }
      /* Two ways on: the code gives room for the second. */
      .two {
        gap: 12px;
      }
      .two foyer-qr {
        width: 136px;
        height: 136px;
      }
      .paper foyer-button {
        font-size: calc(32px * var(--text-scale));
        --button-height: 88px;
        --button-padding: 4px 12px;
      }
      :host(:lang(ar)) .place strong {
        letter-spacing: 0;
        line-height: 1.5;
      }
      @container ${lying} {
        :host {
          --ask-top: 136px;
          --late-top: var(--ask-top);
          grid-template-rows: minmax(0, 1fr);
        }
        foyer-number {
          max-width: 640px;
        }
        .whose {
          margin-top: var(--low-margin, 32px);
          min-height: 88px;
        }
        .place {
          margin-top: 20px;
        }
        .notice + .place :is(foyer-ahead, kiosk-wait) {
          display: none;
        }
        ticket-notes + .place strong {
          font-size: calc(36px * var(--display-scale));
        }
        .ask:has(ticket-notes) foyer-number {
          max-width: 540px;
        }
        .ask:has(ticket-notes):has(kiosk-wait) foyer-number {
          max-width: 460px;
        }
        .ask:has(ticket-notes) .whose {
          min-height: 72px;
          margin-top: var(--low-margin, 16px);
          padding-block: 4px;
        }
        .where .big {
          font-size: calc(64px * var(--text-scale));
        }
        .place strong {
          font-size: calc(48px * var(--display-scale));
        }
        .notice {
          font-size: calc(28px * var(--text-scale));
        }
        .act {
          gap: 24px;
        }
      }
      @container ${tight} {
        :host {
          --late-top: 24px;
        }
        .whose {
          flex-wrap: wrap;
          margin-top: 32px;
        }
        .act {
          grid-template-columns: minmax(0, 1fr);
        }
        .where {
          min-height: 0;
        }
        .where .way {
          margin-top: 16px;
        }
        .code {
          flex-wrap: wrap;
        }
        .place :is(foyer-ahead, kiosk-wait) {
          display: none;
        }
      }
    `,
    tightStyles,
  ];

  override spoken(): string {
    const { number } = this.screen.ticket;
    const spelled = [...number].join(' ');
    const { otherDay } = this.screen.notes ?? {};
    return [
      ...(otherDay ? [`${otherDayText(otherDay)} ${t('wrongDay.what')}`] : []),
      ...(this.screen.back ? [t(this.screen.behind ? 'ticket.behind' : 'ticket.back')] : []),
      `${t('path.number')}: ${spelled}.`,
      `${this.#place()}.`,
      ...(this.#wait === undefined ? [] : [`${t('ticket.waitSpoken')}: ${waitText(this.#wait)}.`]),
      `${this.#where().to} ${this.#where().title}. ${this.#where().way}`,
      ...(this.#delay === undefined ? [] : [this.#delay]),
    ].join(' ');
  }

  override render() {
    const { ticket, booked, already, notes } = this.screen;
    const where = this.#where();
    return html`<section class="ask">
        <h1 class="visually-hidden">${t('path.number')} ${ticket.number}</h1>
        <foyer-number .value=${ticket.number} .fit=${412} aria-hidden="true"></foyer-number>
        ${booked || already ? this.#whose() : nothing} ${this.#notice()}
        ${notes ? html`<ticket-notes class="notice" .notes=${notes}></ticket-notes>` : nothing}
        ${this.#delay ? html`<p class="notice">${this.#delay}</p>` : nothing} ${this.#waits()}
      </section>
      <section class="act">
        <foyer-door class="where" state="lit" fill>
          <span class="to">${where.to}</span>
          <kiosk-words class="big">${where.title}</kiosk-words>
          <span class="way">${where.way}</span>
        </foyer-door>
        ${this.#paper()}
      </section>`;
  }

  #whose() {
    const { booked, already, back, behind } = this.screen;
    const seconds = notMeSeconds(this.screen, this.now);
    return html`<div class="whose">
      <span>
        ${
          booked
            ? html`<span class="initials"><bdi>${booked.initials}</bdi></span
                >${this.#serviceName()}${t('ticket.comma')}<b>${booked.time}</b>`
            : t(back ? (behind ? 'ticket.behind' : 'ticket.back') : 'ticket.already')
        }
      </span>
      ${
        seconds > 0
          ? html`<foyer-button kind="strong" @click=${() => this.ask({ act: 'not-me' })}>
              ${t('ticket.notMe')}<span class="left">${t('ticket.seconds', { count: seconds })}</span>
            </foyer-button>`
          : booked && already
            ? html`<b>${t('ticket.already')}</b>`
            : nothing
      }
    </div>`;
  }

  /** How long it waits and behind how many, or where it stands while nobody can say how long. */
  #waits() {
    const wait = this.#wait;
    if (wait !== undefined && !('stopped' in wait)) {
      return html`<div class="place">
        <p>${t('ticket.yourWait', { ahead: this.#place() })}</p>
        <strong role="status">${waitText(wait)}</strong>
        <kiosk-wait .wait=${wait}></kiosk-wait>
      </div>`;
    }
    return html`<div class="place">
      <p>${wait === undefined ? t('ticket.aheadTitle') : waitText(wait)}</p>
      <strong role="status">${this.#place()}</strong>
      ${this.#ahead === undefined ? nothing : html`<foyer-ahead .count=${this.#ahead}></foyer-ahead>`}
    </div>`;
  }

  get #wait(): WaitView | undefined {
    return this.view?.issued?.[this.screen.ticket.id]?.wait;
  }

  /** The longest of those whom this number may wait for. */
  get #delay(): string | undefined {
    const [longest] = delaysToTell(this.view?.delays, this.screen.ticket.serviceId);
    return longest && delayText(longest);
  }

  #notice() {
    const { booked, shownAt } = this.screen;
    if (!booked) return nothing;
    const how = punctuality(booked.at, shownAt);
    if (how.kind === 'late') return html`<p class="notice">${t('ticket.late', { count: how.minutes })}</p>`;
    if (how.kind === 'very-late') return html`<p class="notice">${t('ticket.veryLate', { time: booked.time })}</p>`;
    if (how.kind === 'early') {
      const from = formatTime(how.comeBackAt, this.view?.clinic.zone);
      return html`<p class="notice">${t('ticket.early', { time: booked.time, from })}</p>`;
    }
    return nothing;
  }

  #paper() {
    const paper = paperOf(this.view, this.screen, this.now);
    const { ticketUrl } = this.view ?? {};
    const printer = paperElsewhere(this.view, this.screen);
    const words = {
      printing: [t('ticket.printing'), t('ticket.wait')],
      printed: [printer === undefined ? t('ticket.printed') : t('ticket.elsewhere', { printer }), t('ticket.take')],
      maybe: [t('ticket.maybe'), t('ticket.look')],
      none: [t('ticket.noPaper'), t('ticket.safe')],
    }[paper];
    const hint = paper === 'none' ? (ticketUrl ? t('ticket.remember') : t('ticket.rememberOnly')) : t('ticket.follow');
    return html`<div class="paper ${paper === 'none' ? 'two' : ''}">
      <p class="state" role="status">
        <foyer-icon .name=${paper === 'none' ? 'printer-empty' : 'printer'} stroke="1.7"></foyer-icon>
        <span><b>${words[0]}</b> ${words[1]}</span>
      </p>
      ${
        ticketUrl
          ? html`<div class="code">
              <foyer-qr .text=${`${ticketUrl}/t/${this.screen.ticket.publicId}`} .label=${t('ticket.qr')}></foyer-qr
              ><span>${hint}</span>
            </div>`
          : paper === 'none'
            ? html`<p class="code">${hint}</p>`
            : nothing
      }
      ${
        paper === 'none'
          ? html`<foyer-button kind="strong" @click=${() => this.ask({ act: 'finish', leaving: true })}
              >${t('ticket.have')}</foyer-button
            >`
          : nothing
      }
      <foyer-button kind=${paper === 'none' ? 'plain' : 'strong'} @click=${() => this.ask({ act: 'another' })}
        >${t('ticket.another')}</foyer-button
      >
    </div>`;
  }

  get #ahead(): number | undefined {
    return this.view?.issued?.[this.screen.ticket.id]?.ahead ?? this.screen.ahead;
  }

  #place(): string {
    const state = this.view?.issued?.[this.screen.ticket.id]?.state ?? this.screen.ticket.state;
    if (state === 'called' || state === 'serving') return t('ticket.called');
    return this.#ahead === undefined ? t('ticket.unknownWait') : t('ticket.ahead', { count: this.#ahead });
  }

  #serviceName(): string {
    const service = this.view?.services[this.screen.ticket.serviceId];
    return service ? localised(service.name) : '';
  }

  #where(): { to: string; title: string; way: string } {
    const sendTo = this.view?.issued?.[this.screen.ticket.id]?.sendTo;
    if (sendTo) {
      const title = localised(sendTo);
      readyForHan(title);
      return { to: t('ticket.waitAt'), title, way: '' };
    }
    const service = this.view?.services[this.screen.ticket.serviceId];
    const title = service ? localised(service.waitingArea) : t('ticket.deskTitle');
    const way = service?.directions ? localised(service.directions) : '';
    readyForHan(title + way);
    return { to: t('ticket.goTo'), title, way };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-page': TicketPage;
  }
}
