// Who works here: the administrator first, then the others, each with a PIN that is typed twice and stored nowhere.

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Person, Pins } from '../../data/first-run/draft.ts';
import { t } from '../../strings/strings.ts';
import './add-door.ts';
import './person-dialog.ts';
import type { PersonSaid } from './person-dialog.ts';
import './set-up-door.ts';
import { SetUpStep, stepStyles } from './set-up-step.ts';

@customElement('people-step')
export class PeopleStep extends SetUpStep {
  static override styles = [shared, staffStyles, stepStyles];

  @property({ attribute: false }) pins: Pins = new Map();
  /** The one that is being changed; -1 for a new one. */
  @state() private changing: number | undefined;

  /** Opens the question for the administrator who is still missing. */
  askForAdministrator(): void {
    this.changing ??= -1;
  }

  override render() {
    const { people } = this.draft;
    return html`${people.length > 0 ? this.said('/staff', 'staff-fault') : nothing}
      <ul class="doors">
        ${people.map((person, index) => this.#person(person, index))}
        <li>
          <add-door
            label=${t(people.length === 0 ? 'first-run.person-first' : 'first-run.person-add')}
            @add-it=${() => (this.changing = -1)}
          ></add-door>
        </li>
      </ul>
      ${this.changing === undefined ? nothing : this.#dialog(this.changing)}`;
  }

  #person(person: Person, index: number) {
    const roles = person.roles.map((role) => t(`role.${role}`));
    // After a reload: it was never stored.
    const lacksPin = !this.pins.has(person.key);
    const fault = this.faultIn(`/staff/${index}`);
    return html`<li>
      <set-up-door
        sign=${person.name}
        label=${person.name}
        lines=${new Intl.ListFormat(document.documentElement.lang).format(roles)}
        fault=${lacksPin ? t('first-run.person-pin-again') : fault ? t(`first-run.fault-${fault.code}`) : ''}
        @change-it=${() => (this.changing = index)}
      ></set-up-door>
    </li>`;
  }

  #dialog(index: number) {
    const { people } = this.draft;
    const person = people[index];
    const others = people.filter((_, other) => other !== index);
    const digits = others.map(({ key }) => this.pins.get(key)?.length).find((length) => length !== undefined);
    return html`<person-dialog
      .person=${person}
      .names=${others.map(({ name }) => name)}
      .digits=${digits}
      pin=${person ? (this.pins.get(person.key) ?? '') : ''}
      ?administrator=${index === 0 || people.length === 0}
      @close=${() => (this.changing = undefined)}
      @person-said=${(event: CustomEvent<PersonSaid>) => this.#put(index, event.detail)}
      @person-removed=${() => this.change({ people: people.toSpliced(index, 1) })}
    ></person-dialog>`;
  }

  #put(index: number, { pin, ...said }: PersonSaid): void {
    const { people } = this.draft;
    const person: Person = { key: people[index]?.key ?? this.#freeKey(), ...said };
    this.dispatchEvent(new CustomEvent('pin-said', { detail: { key: person.key, pin } }));
    this.change({ people: index === -1 ? [...people, person] : people.with(index, person) });
  }

  #freeKey(): string {
    let number = 1;
    while (this.draft.people.some(({ key }) => key === `person-${number}`)) number += 1;
    return `person-${number}`;
  }
}

export interface PinSaid {
  readonly key: string;
  readonly pin: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'people-step': PeopleStep;
  }
  interface HTMLElementEventMap {
    'pin-said': CustomEvent<PinSaid>;
  }
}
