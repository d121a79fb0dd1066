// Why one ticket stands where it stands: the rule, what it goes by, who is before it, and who was passed over for it, as the
// edge has it when this is opened. Of who was called, why they were.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Explanation, PassedOver } from '@foyer/contracts/explanation.ts';
import type { TicketId } from '@foyer/contracts/ids.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import { beforeWords, passedOverWords, reasonWords, standingWords } from '../../strings/why-text.ts';

const SHOWN = 6;

@customElement('ticket-why')
export class TicketWhy extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .reason {
        font-size: 1.25rem;
        font-weight: 700;
      }
      .standing {
        display: grid;
        gap: 4px;
        font-size: 1.125rem;
      }
      section {
        display: grid;
        gap: 4px;
      }
      h3 {
        font-size: 1.125rem;
      }
      li {
        display: grid;
        grid-template-columns: 6rem 1fr;
        align-items: center;
        min-height: 3rem;
        border-top: 1px solid var(--hair);
      }
      foyer-number {
        font-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() ticketId: TicketId = '';
  /** Where it is asked; empty, or where it cannot be called: where it is called soonest. */
  @property() servicePointId = '';
  @state() private answer: { readonly of: TicketId; readonly said: ApiAnswer<Explanation> } | undefined;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('ticketId')) void this.#read();
  }

  override render() {
    const said = this.answer?.of === this.ticketId ? this.answer.said : undefined;
    if (said === undefined) return html`<p role="status">${t('why.reading')}</p>`;
    if (said.ok) return this.#told(said.value);
    const refused = refusedIn(said);
    return html`<p role="alert">${refused ? refusalText(refused.code, refused.facts) : nothing}</p>`;
  }

  #told(explanation: Explanation) {
    const { rule, points, before, call, position } = explanation;
    const { view, asOf } = this.frame;
    const { zone } = view.clinic;
    const [soonest] = points;
    const point = points.find(({ servicePointId }) => servicePointId === this.servicePointId) ?? soonest;
    const standing = standingWords(explanation, view, asOf);
    const isCalled = position === undefined && call !== undefined;
    return html`${point?.reason ? html`<p class="reason">${reasonWords(point.reason, view)}</p>` : nothing}
    ${isCalled ? html`<p class="reason">${t('why.called', { time: formatTime(call.at, zone), reason: reasonWords(call.reason, view) })}</p>` : nothing}
    ${position === undefined && call === undefined ? html`<p>${t('why.no-call')}</p>` : nothing}
    ${standing.length === 0 ? nothing : html`<div class="standing">${standing.map((words) => html`<p>${words}</p>`)}</div>`}
    ${rule === 'class-then-longest-wait' ? html`<p>${t('room.rule')}</p>` : nothing}
    ${this.#people(
      t('why.before'),
      (point === soonest ? before : []).map((other) => ({ number: other.number, words: beforeWords(other) })),
    )}
    ${this.#passedOver(isCalled ? call.passedOver : (point?.passedOver ?? []))}`;
  }

  #passedOver(people: readonly PassedOver[]) {
    const rows = people.map((other) => ({ number: other.number, words: passedOverWords(other) }));
    return this.#people(t('why.passed-over'), rows);
  }

  #people(heading: string, people: readonly { readonly number: string; readonly words: string }[]) {
    if (people.length === 0) return nothing;
    return html`<section>
      <h3>${heading}</h3>
      <ol>
        ${people
          .slice(0, SHOWN)
          .map(
            ({ number, words }) => html`<li><foyer-number value=${number}></foyer-number><span>${words}</span></li>`,
          )}
      </ol>
      ${people.length > SHOWN ? html`<p class="muted">${t('why.more', { count: people.length - SHOWN })}</p>` : nothing}
    </section>`;
  }

  async #read(): Promise<void> {
    const { ticketId } = this;
    const { api, session } = this.frame;
    const said = await api.why(ticketId, session.token);
    if (this.isConnected && ticketId === this.ticketId) this.answer = { of: ticketId, said };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-why': TicketWhy;
  }
}
