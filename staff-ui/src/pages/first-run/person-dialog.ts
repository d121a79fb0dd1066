// One person: the name on the tile, the roles, and the PIN, twice. What does not fit is said at the field as soon as it
// was left. Fires `person-said` or `person-removed`, then `close`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { staffRoles, type StaffRole } from '@foyer/contracts/roles.ts';
import { isEasyPin, type SetUpFaultCode } from '@foyer/contracts/set-up-faults.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Person } from '../../data/first-run/draft.ts';
import { t } from '../../strings/strings.ts';
import { focusFaulty } from './focus-faulty.ts';

export interface PersonSaid extends Omit<Person, 'key'> {
  readonly pin: string;
}
const fields = ['name', 'pin', 'again'] as const;
type Field = (typeof fields)[number];

@customElement('person-dialog')
export class PersonDialog extends FoyerElement {
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
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        gap: 16px;
      }
      .two input {
        font-size: 1.5rem;
        letter-spacing: 0.2em;
        direction: ltr;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) person: Person | undefined;
  /** Those of the others. */
  @property({ attribute: false }) names: readonly string[] = [];
  /** Of the others' PINs: a tablet opens at the last digit, so they all have the same. */
  @property({ type: Number }) digits: number | undefined;
  @property() pin = '';
  /** The first one, who may administer whatever else. */
  @property({ type: Boolean }) administrator = false;
  @state() private name = '';
  @state() private roles: readonly StaffRole[] = [];
  @state() private typed = '';
  @state() private again = '';
  /** The fields that were left, whose faults are said. */
  @state() private left: ReadonlySet<Field> = new Set();
  @state() private judged = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    this.name = this.person?.name ?? '';
    this.roles = this.person?.roles ?? [this.administrator ? 'admin' : 'nurse'];
    this.typed = this.pin;
    this.again = this.pin;
  }

  override render() {
    return html`<staff-dialog
      heading=${t(this.person ? 'first-run.person-change' : this.administrator ? 'first-run.person-first' : 'first-run.person-add')}
      what=${this.administrator ? t('first-run.person-first-what') : ''}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <form novalidate autocomplete="off" @submit=${(event: Event) => (event.preventDefault(), this.#say())}>
        ${this.#field('name', t('first-run.person-name'), this.name, (value) => (this.name = value))}
        <div class="group">
          <b id="roles">${t(this.administrator ? 'first-run.person-roles-too' : 'first-run.person-roles')}</b>
          <div class="choices" role="group" aria-labelledby="roles">
            ${staffRoles.filter((role) => !this.administrator || role !== 'admin').map((role) => html`<foyer-button toggle ?on=${this.roles.includes(role)} @click=${() => this.#toggle(role)}>${t(`role.${role}`)}</foyer-button>`)}
          </div>
          ${this.judged && this.roles.length === 0 ? html`<span class="alert" role="alert">${t('first-run.fault-roles-missing')}</span>` : nothing}
        </div>
        <div class="two">
          ${this.#field('pin', t('first-run.person-pin'), this.typed, (value) => (this.typed = value))}
          ${this.#field('again', t('first-run.person-pin-twice'), this.again, (value) => (this.again = value))}
        </div>
        <p class="muted">${t('first-run.person-pin-what')}</p>
        <button hidden></button>
      </form>
      ${
        this.person && !this.administrator
          ? html`<foyer-button slot="acts" kind="quiet" @click=${() => this.#remove()}
              >${t('first-run.remove')}</foyer-button
            >`
          : nothing
      }
      <foyer-button slot="acts" kind="strong" @click=${() => this.#say()}>${t('common.save')}</foyer-button>
    </staff-dialog>`;
  }

  #field(field: Field, label: string, value: string, change: (value: string) => void) {
    const fault = this.left.has(field) ? this.#faultOf(field) : undefined;
    const isPin = field !== 'name';
    return html`<div class="group">
      <label class="field"
        ><span>${label}</span>
        <input
          name=${field}
          ?autofocus=${field === 'name'}
          type=${isPin ? 'password' : 'text'}
          inputmode=${isPin ? 'numeric' : 'text'}
          maxlength=${isPin ? 8 : 120}
          autocomplete=${isPin ? 'new-password' : 'off'}
          autocapitalize=${isPin ? 'none' : 'words'}
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="${field}-fault"
          .value=${value}
          @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
          @blur=${() => (this.left = new Set([...this.left, field]))}
      /></label>
      <span class="alert" id="${field}-fault">${fault ? t(`first-run.fault-${fault}`) : nothing}</span>
    </div>`;
  }

  #faultOf(field: Field): SetUpFaultCode | 'pin-differs' | undefined {
    const name = this.name.trim().toLowerCase();
    switch (field) {
      case 'name':
        if (name === '') return 'text-missing';
        return this.names.some((other) => other.trim().toLowerCase() === name) ? 'name-twice' : undefined;
      case 'pin':
        if (!/^\d{4,8}$/.test(this.typed)) return 'pin-shape';
        if (isEasyPin(this.typed)) return 'pin-easy';
        return this.digits !== undefined && this.typed.length !== this.digits ? 'pin-lengths-differ' : undefined;
      case 'again':
        return this.again === this.typed ? undefined : 'pin-differs';
    }
  }

  #toggle(role: StaffRole): void {
    this.roles = this.roles.includes(role) ? this.roles.filter((other) => other !== role) : [...this.roles, role];
  }

  #say(): void {
    this.left = new Set(fields);
    this.judged = true;
    const isReady = this.roles.length > 0 && fields.every((field) => this.#faultOf(field) === undefined);
    if (!isReady) return focusFaulty(this);
    const detail: PersonSaid = { name: this.name.trim(), roles: this.roles, pin: this.typed };
    this.dispatchEvent(new CustomEvent<PersonSaid>('person-said', { detail }));
    this.dialog.leave();
  }

  #remove(): void {
    this.dispatchEvent(new CustomEvent('person-removed'));
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-dialog': PersonDialog;
  }
  interface HTMLElementEventMap {
    'person-said': CustomEvent<PersonSaid>;
    'person-removed': CustomEvent;
  }
}
