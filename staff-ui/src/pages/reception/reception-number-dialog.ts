// A new number from the desk: for which service, in which class, with which needs; for a patient, or for nobody yet.
// Then the number, large, until it is put away.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { needs, priorityClasses, type Need, type PriorityClass } from '@foyer/contracts/ticket-state.ts';
import type { PatientView, StaffView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { waitText } from '@foyer/ui-kit/strings/wait-text.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

const numberSaid = {
  ready: 'reception.number-printed',
  unavailable: 'reception.number-write',
  none: 'reception.number-no-printer',
} as const;

@customElement('reception-number-dialog')
export class ReceptionNumberDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 8px;
        margin-top: 8px;
      }
      .choices.small {
        grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
      }
      .choices foyer-button {
        display: grid;
      }
      .services foyer-button {
        --button-height: max(64px, 4rem);
      }
      .given {
        display: grid;
        gap: 16px;
        justify-items: center;
        padding: 16px 0;
        text-align: center;
        font-size: 1.25rem;
      }
      .given foyer-number {
        font-size: 9rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) patient: PatientView | undefined;
  /** Known before the view shows them: somebody who was just registered. */
  @property() patientId: string | undefined;
  @state() private serviceId = '';
  @state() private priorityClass: PriorityClass = 'walk-in';
  @state() private needs: readonly Need[] = [];
  @state() private sending = false;
  @state() private refused = '';
  @state() private given: string | undefined;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    this.needs = this.patient?.needs ?? [];
  }

  override render() {
    const heading = this.patient
      ? t('reception.number-for', { name: this.patient.displayName })
      : t('reception.number-new');
    return html`<staff-dialog heading=${heading} @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      ${this.given === undefined ? this.#form() : this.#given(this.given)}
    </staff-dialog>`;
  }

  #form() {
    const { view } = this.frame;
    const waiting = (serviceId: string) =>
      Object.values(view.tickets).filter((ticket) => ticket.state === 'waiting' && ticket.serviceId === serviceId)
        .length;
    return html`${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <section>
        <h3>${t('reception.service')}</h3>
        <div class="choices services" role="group" aria-label=${t('reception.service')}>
          ${Object.values(view.services).map(
            (service) =>
              html`<foyer-button
                toggle
                ?on=${this.serviceId === service.id}
                @click=${() => (this.serviceId = service.id)}
              >
                ${localised(service.name)}<br /><span class="small"
                  >${t('room.waiting', { count: waiting(service.id) })}${waitNow(service)}${
                    service.walkInsLeft === undefined
                      ? nothing
                      : html`<br />${t('reception.walk-ins-left', { count: service.walkInsLeft })}`
                  }</span
                >
              </foyer-button>`,
          )}
        </div>
      </section>
      <section>
        <h3>${t('room.class')}</h3>
        <div class="choices small" role="group" aria-label=${t('room.class')}>
          ${priorityClasses.map((kind) => html`<foyer-button toggle ?on=${this.priorityClass === kind} @click=${() => (this.priorityClass = kind)}>${t(`class.${kind}`)}</foyer-button>`)}
        </div>
      </section>
      <section>
        <h3>${t('room.needs')}</h3>
        <div class="choices small" role="group" aria-label=${t('room.needs')}>
          ${needs.map((need) => html`<foyer-button toggle ?on=${this.needs.includes(need)} @click=${() => this.#toggle(need)}>${t(`need.${need}`)}</foyer-button>`)}
        </div>
      </section>
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${!this.serviceId || this.sending}
        ?pending=${this.sending}
        @click=${() => void this.#issue()}
        >${t('reception.give-number')}</foyer-button
      >`;
  }

  #given(number: string) {
    return html`<div class="given" role="status">
        ${number ? html`<foyer-number value=${number}></foyer-number>` : nothing}
        <p>${t(numberSaid[this.frame.view.printer])}</p>
      </div>
      <foyer-button slot="acts" kind="strong" @click=${() => this.dialog.leave()}>${t('common.ok')}</foyer-button>`;
  }

  #toggle(need: Need): void {
    this.needs = this.needs.includes(need) ? this.needs.filter((other) => other !== need) : [...this.needs, need];
  }

  async #issue(): Promise<void> {
    this.sending = true;
    const patientId = this.patient?.id ?? this.patientId;
    const language = this.patient?.language;
    const sent = await this.frame.session.act({
      type: 'issue-ticket',
      serviceId: this.serviceId,
      needs: [...this.needs],
      priorityClass: this.priorityClass,
      ...(patientId ? { patientId } : {}),
      ...(language ? { language } : {}),
    });
    this.sending = false;
    const refused = refusedIn(sent);
    if (refused) {
      this.refused = refusalText(refused.code, refused.facts);
      this.frame.session.read();
      return;
    }
    const ticket = sent.ok && 'result' in sent ? sent.result['ticket'] : undefined;
    this.given =
      ticket !== null && typeof ticket === 'object' && ticket !== undefined && 'number' in ticket
        ? String(ticket.number)
        : '';
  }
}

/** What somebody is told who asks before taking a number. */
function waitNow({ wait }: StaffView['services'][string]) {
  if (wait === undefined) return nothing;
  return html`<br />${'stopped' in wait ? waitText(wait) : t('reception.wait-now', { wait: waitText(wait) })}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'reception-number-dialog': ReceptionNumberDialog;
  }
}
