// How somebody calls, as sentences with fields in them: first whoever waits too long in some queue, then turns of the
// classes, then the order. Fires `calling-changed`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { callingOrders, mostShare, sharedClasses, type CallingOrder } from '@foyer/contracts/calling-choices.ts';
import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { Calling } from '@foyer/contracts/calling-rules.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { moved } from '../../data/set-up/lists.ts';
import type { Service } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import { numberWords } from './number-words.ts';
import { partStyles, sentenceStyles } from './set-up-part.ts';

type Condition = Calling['conditions'][number];
const usualMinutes = 30;
const turns = { priority: 2, booked: 1, 'walk-in': 1 } as const;

@customElement('calling-fields')
export class CallingFields extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    sentenceStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      .add {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) calling!: Calling;
  /** What may be waited for. */
  @property({ attribute: false }) services: readonly Service[] = [];
  /** With paths within this calling. */
  @property({ attribute: false }) faults: readonly CallingFault[] = [];

  override render() {
    const { conditions, shares, order } = this.calling;
    const free = this.services.filter(({ id }) => conditions.every(({ serviceId }) => serviceId !== id));
    return html`${conditions.map((condition, index) => this.#condition(condition, index))}
      ${
        free[0]
          ? html`<foyer-button class="add" icon="plus" @click=${() => this.#addCondition(free[0]!)}
              >${t('set-up.condition-add')}</foyer-button
            >`
          : nothing
      }
      <div class="choices">
        <foyer-button
          toggle
          ?on=${shares !== undefined}
          @click=${() => this.#shares(shares === undefined ? turns : undefined)}
          >${t('set-up.shares')}</foyer-button
        >
      </div>
      ${shares === undefined ? nothing : this.#turns(shares)}
      <label class="sentence"
        >${t('set-up.order-before')}
        <select @change=${(event: Event) => this.#order((event.target as HTMLSelectElement).value)}>
          ${callingOrders.map((one) => html`<option value=${one} ?selected=${one === order}>${t(`set-up.order-${one}`)}</option>`)}
        </select></label
      >`;
  }

  #condition({ serviceId, overMinutes }: Condition, index: number) {
    const { conditions } = this.calling;
    const at = `/conditions/${index}`;
    const name = this.services.find(({ id }) => id === serviceId)?.name;
    const put = (condition: Condition) => this.#put({ conditions: conditions.with(index, condition) });
    const minutes = {
      minutes: {
        label: t('set-up.minutes'),
        value: overMinutes,
        faulty: this.#fault(`${at}/overMinutes`) !== '',
        change: (value: number) => put({ serviceId, overMinutes: value }),
      },
    };
    const fault = this.#fault(`${at}/serviceId`) || this.#fault(`${at}/overMinutes`);
    return html`<div class="sentence">
        <select
          aria-label=${t('set-up.condition-service')}
          @change=${(event: Event) => put({ serviceId: (event.target as HTMLSelectElement).value, overMinutes })}
        >
          ${name === undefined ? html`<option value=${serviceId} selected></option>` : nothing}
          ${this.services.map((service) => html`<option value=${service.id} ?selected=${service.id === serviceId}>${localised(service.name)}</option>`)}
        </select>
        ${numberWords(t('set-up.condition-words', { minutes: '{minutes}' }), minutes)}
        ${
          index === 0
            ? nothing
            : html`<foyer-button
                class="bare"
                icon="arrow-up"
                label=${t('set-up.up', { name: name ? localised(name) : '' })}
                @click=${() => this.#put({ conditions: moved(conditions, index, -1) })}
              ></foyer-button>`
        }
        <foyer-button
          class="bare"
          icon="cross"
          label=${t('set-up.take-away', { name: name ? localised(name) : '' })}
          @click=${() => this.#put({ conditions: conditions.toSpliced(index, 1) })}
        ></foyer-button>
      </div>
      ${fault ? html`<span class="fault" role="status">${fault}</span>` : nothing}`;
  }

  #turns(shares: NonNullable<Calling['shares']>) {
    const numbers = Object.fromEntries(
      sharedClasses.map((one) => [
        one.replace('-', ''),
        {
          label: t(`set-up.share-${one}`),
          value: shares[one],
          faulty: this.#fault(`/shares/${one}`) !== '',
          change: (value: number) => this.#shares({ ...shares, [one]: Math.min(mostShare, Math.max(0, value)) }),
        },
      ]),
    );
    const fault = sharedClasses.map((one) => this.#fault(`/shares/${one}`)).find((words) => words !== '');
    const words = t('set-up.share-words', { priority: '{priority}', booked: '{booked}', walkin: '{walkin}' });
    return html`<p class="sentence">${numberWords(words, numbers)}</p>
      ${fault ? html`<span class="fault" role="status">${fault}</span>` : nothing}`;
  }

  #fault(path: string): string {
    const fault = this.faults.find((one) => one.path === path);
    return fault ? t(`set-up.calling-${fault.code}`) : '';
  }

  #addCondition({ id }: Service): void {
    this.#put({ conditions: [...this.calling.conditions, { serviceId: id, overMinutes: usualMinutes }] });
  }

  #shares(shares: Calling['shares']): void {
    const { shares: _before, ...calling } = this.calling;
    this.#fire(shares === undefined ? calling : { ...calling, shares: { ...shares } });
  }

  #order(typed: string): void {
    const order: CallingOrder | undefined = callingOrders.find((known) => known === typed);
    if (order !== undefined) this.#put({ order });
  }

  #put(changes: Partial<Calling>): void {
    this.#fire({ ...this.calling, ...changes });
  }

  #fire(detail: Calling): void {
    this.dispatchEvent(new CustomEvent<Calling>('calling-changed', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'calling-fields': CallingFields;
  }
  interface HTMLElementEventMap {
    'calling-changed': CustomEvent<Calling>;
  }
}
