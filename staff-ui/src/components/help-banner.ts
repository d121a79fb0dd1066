// Help that somebody asked for and nobody took: across every page and the lock, until it is taken. Taking it tells the
// person that somebody is coming.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HelpView } from '@foyer/contracts/clinic-view.ts';
import type { TabletView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { soundingHelp } from '../data/notices.ts';
import { maySend } from '../data/ticket-acts.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';

@customElement('help-banner')
export class HelpBanner extends FoyerElement {
  static override styles = [
    shared,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
        background: var(--alert);
        color: var(--on-alert);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 16px;
        padding: 8px 24px;
        --icon-size: 2.25rem;
      }
      li {
        box-shadow: 0 0 0 1px var(--on-alert);
      }
      .what {
        flex: 1 1 14rem;
        min-width: 0;
      }
      .what b {
        display: block;
        font-size: 1.375rem;
        line-height: 1.3;
      }
      foyer-button {
        --button-height: max(56px, 3.5rem);
        font-size: 1.125rem;
      }
      :focus-visible {
        outline-color: var(--on-alert);
      }
    `,
  ];

  @property({ attribute: false }) view!: Pick<TabletView, 'clinic' | 'help'>;
  /** Of who is signed in; absent where nobody is. */
  @property({ attribute: false }) frame: Frame | undefined;
  /** Behind the lock nobody is known to take it. */
  @property({ type: Boolean }) locked = false;

  override render() {
    const sounding = soundingHelp(this.view);
    if (sounding.length === 0) return nothing;
    return html`<div role="alert">
      <ul>
        ${sounding.map((help) => this.#item(help))}
      </ul>
    </div>`;
  }

  #item(help: HelpView) {
    const { frame, locked } = this;
    const number = help.ticketId ? frame?.view.tickets[help.ticketId]?.number : undefined;
    const from = help.from || t('help.from-staff');
    const time = formatTime(help.at, this.view.clinic.zone);
    return html`<li>
      <foyer-icon
        name=${help.kind === 'emergency' ? 'emergency' : 'bell'}
        .stroke=${help.kind === 'emergency' ? 3 : 2.2}
      ></foyer-icon>
      <span class="what"
        ><b>${t(`help.${help.kind}`, { from })}${number ? html`, ${number}` : nothing}</b>
        ${t(help.state === 'escalated' ? 'help.escalated' : 'help.since', { time })}</span
      >
      ${
        frame && !locked && maySend(frame.view.me.roles, 'acknowledge-help')
          ? this.#take(frame, help)
          : html`<b>${t(!frame ? 'help.sign-in' : locked ? 'help.unlock' : 'help.tell')}</b>`
      }
    </li>`;
  }

  #take({ session }: Frame, help: HelpView) {
    const taking = session.pending.some(
      ({ command }) => command.type === 'acknowledge-help' && command.helpId === help.id,
    );
    return html`<foyer-button
      kind="strong"
      ?pending=${taking}
      ?disabled=${taking}
      @click=${() => session.act({ type: 'acknowledge-help', helpId: help.id })}
      >${t('help.take')}</foyer-button
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-banner': HelpBanner;
  }
}
