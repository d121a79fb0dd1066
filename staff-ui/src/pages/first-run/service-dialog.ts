// One service: its name, the letter of its numbers, who may take one, how long a wait the clinic aims for. Fires
// `service-said` or `service-removed`, then `close`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ServiceSetUp } from '@foyer/contracts/clinic-set-up.ts';
import { serviceLetters, type SetUpFaultCode } from '@foyer/contracts/set-up-faults.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { retold } from '../../data/first-run/draft.ts';
import { t } from '../../strings/strings.ts';
import { focusFaulty } from './focus-faulty.ts';

const fields = ['name', 'area', 'minutes'] as const;
type Field = (typeof fields)[number];

@customElement('service-dialog')
export class ServiceDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: 16px;
      }
      .field {
        align-content: start;
      }
      .box {
        display: grid;
        gap: 4px;
        align-content: start;
      }
      .whole {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) service!: ServiceSetUp;
  @property({ attribute: false }) others: readonly ServiceSetUp[] = [];
  @property({ type: Boolean }) fresh = false;
  @state() private name = '';
  @state() private letter = '';
  @state() private area = '';
  @state() private minutes = '';
  @state() private walkIn = true;
  @state() private isDesk = false;
  /** Somebody wanted to go on: what is missing is said. */
  @state() private judged = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    const { name, prefix, waitingArea, targetMinutes, walkIn, isDesk = false } = this.service;
    this.name = localised(name);
    this.letter = prefix;
    this.area = localised(waitingArea);
    this.minutes = String(targetMinutes);
    this.walkIn = walkIn;
    this.isDesk = isDesk;
  }

  override render() {
    const letters = serviceLetters.filter((letter) => this.others.every(({ prefix }) => prefix !== letter));
    return html`<staff-dialog
      heading=${t(this.fresh ? 'first-run.service-add' : 'first-run.service-change')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <form novalidate @submit=${(event: Event) => (event.preventDefault(), this.#say())}>
        ${this.#field('name', t('first-run.service-name'), this.name, (value) => (this.name = value))}
        <div class="box">
          <label class="field"
            ><span>${t('first-run.service-letter')}</span>
            <select
              name="letter"
              aria-describedby="letter-what"
              @change=${(event: Event) => (this.letter = (event.target as HTMLSelectElement).value)}
            >
              ${letters.map((letter) => html`<option value=${letter} ?selected=${letter === this.letter}>${letter}</option>`)}
            </select></label
          >
          <span class="small muted" id="letter-what">${t('first-run.service-letter-what')}</span>
        </div>
        ${this.#field('area', t('first-run.service-area'), this.area, (value) => (this.area = value))}
        ${this.#field('minutes', t('first-run.service-target'), this.minutes, (value) => (this.minutes = value))}
        <div class="whole">
          <foyer-button toggle ?on=${this.walkIn} @click=${() => (this.walkIn = !this.walkIn)}
            >${t('first-run.service-walk-in')}</foyer-button
          >
          <foyer-button toggle ?on=${this.isDesk} @click=${() => (this.isDesk = !this.isDesk)}
            >${t('first-run.service-desk')}</foyer-button
          >
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

  #field(field: Field, label: string, value: string, change: (value: string) => void) {
    const fault = this.judged ? this.#faultOf(field) : undefined;
    return html`<div class="box">
      <label class="field"
        ><span>${label}</span>
        <input
          name=${field}
          ?autofocus=${field === 'name'}
          inputmode=${field === 'minutes' ? 'numeric' : 'text'}
          maxlength=${field === 'minutes' ? 3 : 120}
          autocomplete="off"
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="${field}-fault"
          .value=${value}
          @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
      /></label>
      <span class="alert" id="${field}-fault">${fault ? t(`first-run.fault-${fault}`) : nothing}</span>
    </div>`;
  }

  #faultOf(field: Field): SetUpFaultCode | undefined {
    switch (field) {
      case 'name': {
        const name = this.name.trim().toLowerCase();
        if (name === '') return 'text-missing';
        const isTaken = this.others.some((other) => localised(other.name).toLowerCase() === name);
        return isTaken ? 'name-twice' : undefined;
      }
      case 'area':
        return this.area.trim() === '' ? 'text-missing' : undefined;
      case 'minutes':
        return /^\d{1,3}$/.test(this.minutes) && Number(this.minutes) >= 1 && Number(this.minutes) <= 480
          ? undefined
          : 'target-out-of-range';
    }
  }

  #say(): void {
    this.judged = true;
    if (fields.some((field) => this.#faultOf(field) !== undefined)) return focusFaulty(this);
    const { isDesk: _desk, ...service } = this.service;
    const said: ServiceSetUp = {
      ...service,
      name: retold(service.name, localised(service.name), this.name.trim()),
      waitingArea: retold(service.waitingArea, localised(service.waitingArea), this.area.trim()),
      prefix: this.letter,
      targetMinutes: Number(this.minutes),
      walkIn: this.walkIn,
      ...(this.isDesk ? { isDesk: true } : {}),
    };
    this.dispatchEvent(new CustomEvent<ServiceSetUp>('service-said', { detail: said }));
    this.dialog.leave();
  }

  #remove(): void {
    this.dispatchEvent(new CustomEvent('service-removed'));
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-dialog': ServiceDialog;
  }
  interface HTMLElementEventMap {
    'service-said': CustomEvent<ServiceSetUp>;
    'service-removed': CustomEvent;
  }
}
