// What a pool is: its name, how much of it there is on a day, how much a clinic holds ahead, and who shares by which
// service. Fires `pool-saved` with the words of what was done, and `pool-left` to go back.

import type { ListedPool, PoolChoice, PoolRequest } from '@foyer/contracts/lease.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formStyles } from '../../components/form-styles.ts';
import { poolFault } from '../../data/pool-faults.ts';
import { setPool } from '../../data/pools.ts';
import { t } from '../../strings/strings.ts';

const mostPerDay = 100_000;
const mostAhead = 10_000;
const usualAhead = 10;

@customElement('pool-form')
export class PoolForm extends FoyerElement {
  static override styles = [
    shared,
    formStyles,
    css`
      .clinics label {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        align-items: center;
        padding: 8px 0;
        border-top: 1px solid var(--hair);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Undefined: a new one. */
  @property({ attribute: false }) pool: ListedPool | undefined;
  @property({ attribute: false }) clinics: readonly PoolChoice[] = [];

  @state() private sending = false;
  @state() private fault: string | undefined;

  override render() {
    const { pool } = this;
    return html`<form @submit=${this.#submitted}>
      <h2>${pool ? html`<bdi>${pool.name}</bdi>` : t('pools.make')}</h2>
      <label
        >${t('pools.name')}<input name="name" maxlength="120" autocomplete="off" .value=${pool?.name ?? ''}
      /></label>
      ${this.#number('perDay', t('pools.amount'), t('pools.amount-what'), mostPerDay, pool?.perDay ?? '')}
      ${this.#number('share', t('pools.ahead'), t('pools.ahead-what'), mostAhead, pool?.share ?? usualAhead)}
      <fieldset class="clinics">
        <legend>${t('pools.who')}</legend>
        ${this.clinics.map((clinic) => this.#clinic(clinic))}
      </fieldset>
      ${this.fault === undefined ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
      <div class="acts">
        <foyer-button kind="strong" ?disabled=${this.sending} ?pending=${this.sending} @click=${this.#pressed}
          >${t('pools.save')}</foyer-button
        >
        <foyer-button @click=${() => this.#tell('pool-left', undefined)}>${t('pools.leave')}</foyer-button>
      </div>
      <button hidden></button>
    </form>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #number(name: string, label: string, what: string, max: number, value: number | '') {
    return html`<label
      >${label}<span id=${`${name}-what`}>${what}</span
      ><input
        name=${name}
        type="number"
        inputmode="numeric"
        min="1"
        max=${max}
        aria-describedby=${`${name}-what`}
        .value=${String(value)}
    /></label>`;
  }

  #clinic({ id, name, services }: PoolChoice) {
    const chosen = this.pool?.services.find(({ clinicId }) => clinicId === id)?.serviceId;
    return html`<label
      ><span class="clinic">${name}</span
      ><select name="service" data-clinic=${id}>
        <option value="">${t('pools.not-sharing')}</option>
        ${services.map((service) => html`<option value=${service.id} ?selected=${service.id === chosen}>${localised(service.name)}</option>`)}
      </select></label
    >`;
  }

  readonly #pressed = () => this.renderRoot.querySelector('form')?.requestSubmit();

  readonly #submitted = (event: Event) => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const request = this.#request();
    if (this.sending || request === undefined) return;
    this.sending = true;
    const id = this.pool?.id ?? uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const answer = await setPool(id, request);
    this.sending = false;
    this.fault = answer.ok ? undefined : poolFault(answer);
    if (answer.ok) this.#tell('pool-saved', t('pools.saved', { name: request.name }));
  }

  /** Undefined where something is missing, which is said. */
  #request(): PoolRequest | undefined {
    const name = this.#typed('name');
    const perDay = this.#typed('perDay') === '' ? null : Number(this.#typed('perDay'));
    const share = Number(this.#typed('share'));
    const selects = [...this.renderRoot.querySelectorAll<HTMLSelectElement>('[name=service]')];
    const services = selects.flatMap(({ value: serviceId, dataset }) =>
      serviceId === '' ? [] : [{ clinicId: dataset['clinic'] ?? '', serviceId }],
    );
    this.fault = faultOf({ name, perDay, share, services });
    return this.fault === undefined ? { name, perDay, share, services } : undefined;
  }

  #typed(name: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`)?.value.trim() ?? '';
  }

  #tell(type: 'pool-saved' | 'pool-left', detail: string | undefined): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function faultOf({ name, perDay, share, services }: PoolRequest): string | undefined {
  if (name === '') return t('pools.need-name');
  if (perDay !== null && !isWhole(perDay, mostPerDay)) return t('pools.need-amount');
  if (!isWhole(share, mostAhead)) return t('pools.need-ahead');
  return services.length === 0 ? t('pools.need-who') : undefined;
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

declare global {
  interface HTMLElementTagNameMap {
    'pool-form': PoolForm;
  }
  interface HTMLElementEventMap {
    'pool-saved': CustomEvent<string>;
    'pool-left': CustomEvent<undefined>;
  }
}
