// What was asked before a ticket's service: where its patient waits because of it and what staff do, whether something
// was not answered, and the way to the answers for who may read them.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Screening } from '@foyer/contracts/forms.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { mayReadForms } from '../data/screened.ts';
import { maySend } from '../data/ticket-acts.ts';
import { instructionsText } from '../strings/screening-text.ts';
import { t } from '../strings/strings.ts';
import './forms-dialog.ts';
import './screening-dialog.ts';
import type { Frame } from './staff-page.ts';

@customElement('ticket-forms')
export class TicketForms extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 8px;
        min-width: 0;
      }
      .screening {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 4px 12px;
        margin-top: 4px;
        padding: 8px 12px;
        border: 4px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
        --icon-size: 1.5rem;
      }
      .what {
        display: grid;
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
        gap: 8px;
        font-size: 1rem;
        --button-height: max(48px, 3rem);
      }
      .acts foyer-button {
        display: grid;
      }
      p {
        display: flex;
        align-items: center;
        gap: 8px;
        --icon-size: 1.375em;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @state() private open: 'answers' | 'clear' | undefined;

  override render() {
    const { screening, formsMissing, formsBegun } = this.ticket;
    return html`${screening ? this.#screening(screening) : nothing}
    ${formsMissing ? html`<p><foyer-icon name="document" .stroke=${1.8}></foyer-icon>${formsBegun ? t('forms.begun', { ...formsBegun }) : t('forms.missing')}</p>` : nothing}
    ${this.#acts()} ${this.#dialog()}`;
  }

  #screening(screening: Screening) {
    return html`<div class="screening">
      <foyer-icon name="warning"></foyer-icon>
      <span class="what">
        <b>${instructionsText(screening)}</b>
        <span>${t('screening.waits-at', { place: localised(screening.sendTo) })}</span>
      </span>
    </div>`;
  }

  #acts() {
    const { view, session } = this.frame;
    const { id, state: stands, screening, formsAnswered, formsMissing } = this.ticket;
    const mayClear = screening && isOpen(stands) && maySend(view.me.roles, 'clear-screening');
    const mayRead = (formsAnswered || formsMissing) && mayReadForms(view, this.ticket);
    if (!mayClear && !mayRead) return nothing;
    return html`<div class="acts">
      ${
        mayRead
          ? html`<foyer-button icon="document" @click=${() => (this.open = 'answers')}>
              ${t(formsAnswered ? 'forms.read' : 'forms.ask')}
            </foyer-button>`
          : nothing
      }
      ${
        mayClear
          ? html`<foyer-button
              ?pending=${session.isPending('clear-screening', id)}
              @click=${() => (this.open = 'clear')}
            >
              ${t('screening.clear')}
            </foyer-button>`
          : nothing
      }
    </div>`;
  }

  #dialog() {
    const close = () => (this.open = undefined);
    if (this.open === 'answers')
      return html`<forms-dialog .frame=${this.frame} .ticket=${this.ticket} @close=${close}></forms-dialog>`;
    if (this.open === 'clear')
      return html`<screening-dialog .frame=${this.frame} .ticket=${this.ticket} @close=${close}></screening-dialog>`;
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-forms': TicketForms;
  }
}
