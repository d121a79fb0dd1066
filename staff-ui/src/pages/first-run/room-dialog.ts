// One door: the sign on it, what it serves, and which way to it from the waiting area. Fires `room-said` or
// `room-removed`, then `close`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ServicePointSetUp, ServiceSetUp } from '@foyer/contracts/clinic-set-up.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { retold } from '../../data/first-run/draft.ts';
import { t } from '../../strings/strings.ts';
import { focusFaulty } from './focus-faulty.ts';
import { ways, type Way } from './ways.ts';

@customElement('room-dialog')
export class RoomDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      form,
      .group {
        display: grid;
        gap: 16px;
      }
      .group {
        gap: 6px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        --icon-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) room!: ServicePointSetUp;
  @property({ attribute: false }) services: readonly ServiceSetUp[] = [];
  @property({ type: Boolean }) fresh = false;
  @state() private name = '';
  @state() private keys: readonly string[] = [];
  @state() private direction: Way | undefined;
  /** Somebody wanted to go on: what is missing is said. */
  @state() private judged = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    this.name = localised(this.room.name);
    this.keys = this.room.serviceKeys;
    this.direction = this.room.direction;
  }

  override render() {
    const isNameless = this.judged && this.name.trim() === '';
    return html`<staff-dialog
      heading=${t(this.fresh ? 'first-run.room-add' : 'first-run.room-change')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <form novalidate @submit=${(event: Event) => (event.preventDefault(), this.#say())}>
        <div class="group">
          <label class="field"
            ><span>${t('first-run.room-name')}</span>
            <input
              name="name"
              autofocus
              maxlength="120"
              autocomplete="off"
              aria-invalid=${isNameless ? 'true' : 'false'}
              aria-describedby="name-fault"
              .value=${this.name}
              @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
          /></label>
          <span class="alert" id="name-fault">${isNameless ? t('first-run.fault-text-missing') : nothing}</span>
        </div>
        <div class="group">
          <b id="services">${t('first-run.room-services')}</b>
          <div class="choices" role="group" aria-labelledby="services">
            ${this.services.map(({ key, name }) => html`<foyer-button toggle ?on=${this.keys.includes(key)} @click=${() => this.#toggle(key)}>${localised(name)}</foyer-button>`)}
          </div>
          ${this.judged && this.keys.length === 0 ? html`<span class="alert" role="alert">${t('first-run.fault-room-without-service')}</span>` : nothing}
        </div>
        <div class="group">
          <b id="ways">${t('first-run.room-direction')}</b>
          <div class="choices" role="group" aria-labelledby="ways">
            <foyer-button toggle ?on=${this.direction === undefined} @click=${() => (this.direction = undefined)}
              >${t('first-run.room-no-direction')}</foyer-button
            >
            ${(Object.entries(ways) as [Way, IconName][]).map(([way, icon]) => html`<foyer-button class="bare" toggle label=${t(`first-run.way-${way}`)} ?on=${this.direction === way} @click=${() => (this.direction = way)}><foyer-icon name=${icon}></foyer-icon></foyer-button>`)}
          </div>
        </div>
        <button hidden></button>
      </form>
      ${
        this.fresh
          ? nothing
          : html`<foyer-button slot="acts" kind="quiet" @click=${() => this.#remove()}
              >${t('first-run.remove')}</foyer-button
            >`
      }
      <foyer-button slot="acts" kind="strong" @click=${() => this.#say()}>${t('common.save')}</foyer-button>
    </staff-dialog>`;
  }

  get #ready(): boolean {
    return this.name.trim() !== '' && this.keys.length > 0;
  }

  #toggle(key: string): void {
    this.keys = this.keys.includes(key) ? this.keys.filter((other) => other !== key) : [...this.keys, key];
  }

  #say(): void {
    this.judged = true;
    if (!this.#ready) return focusFaulty(this);
    const name = retold(this.room.name, localised(this.room.name), this.name.trim());
    const { direction } = this;
    this.dispatchEvent(
      new CustomEvent<ServicePointSetUp>('room-said', {
        detail: { name, serviceKeys: [...this.keys], ...(direction === undefined ? {} : { direction }) },
      }),
    );
    this.dialog.leave();
  }

  #remove(): void {
    this.dispatchEvent(new CustomEvent('room-removed'));
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-dialog': RoomDialog;
  }
  interface HTMLElementEventMap {
    'room-said': CustomEvent<ServicePointSetUp>;
    'room-removed': CustomEvent;
  }
}
