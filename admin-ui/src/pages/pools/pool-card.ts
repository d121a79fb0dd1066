// One pool on one day: a bar of all that it has, what each clinic has of that and until when, and what can be done about it.
// What makes kiosks of a clinic give no numbers is asked about once. Fires `pool-changing` to have it changed, and
// `pool-acted` with the words of what was done.

import type { ListedLease, ListedPool, ListedShare } from '@foyer/contracts/lease.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatDay, formatNumber, formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../components/unit-bar.ts';
import * as pools from '../../data/pools.ts';
import { poolFault } from '../../data/pool-faults.ts';
import { t } from '../../strings/strings.ts';
import { poolCardStyles } from './pool-card-styles.ts';

@customElement('pool-card')
export class PoolCard extends FoyerElement {
  static override styles = [shared, poolCardStyles];

  @property({ attribute: false }) pool!: ListedPool;
  @property() date = '';
  /** What is over is looked at and not acted on. */
  @property({ type: Boolean }) past = false;

  /** What is asked about: the pool's end, or a clinic by its id. */
  @state() private asked: string | undefined;
  @state() private sending = false;
  @state() private fault: string | undefined;

  override render() {
    const { pool, fault } = this;
    const parts = pools.partsOf(pool);
    const whole = pool.perDay ?? pools.unitsIn(parts);
    return html`<section aria-labelledby="name">
      <header>
        <div>
          <h2 id="name"><bdi>${pool.name}</bdi></h2>
          <p>${this.#size(pool)}</p>
        </div>
        ${this.past ? nothing : this.#acts(pool)}
      </header>
      ${this.asked === 'close' ? this.#sure(t('pools.close-sure'), t('pools.close-yes'), () => this.#close()) : nothing}
      ${fault === undefined ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
      ${
        whole === 0
          ? html`<p class="muted">${t('pools.untouched')}</p>`
          : html`<div class="whole">
              <p class="figure">
                <b>${formatNumber(pool.left ?? pool.account.used)}</b><span>${this.#figure(pool)}</span>
              </p>
              <unit-bar .parts=${parts} .of=${whole}></unit-bar>
              <ul class="key">
                ${parts.map(({ kind, units }) => html`<li><unit-bar .parts=${[{ kind, units: 1 }]} .of=${1}></unit-bar>${t(`pools.part-${kind}`, { count: units })}</li>`)}
              </ul>
              ${pool.account.returned > 0 ? html`<p class="muted">${t('pools.returned', { count: pool.account.returned, granted: pool.account.granted })}</p>` : nothing}
              ${pool.account.expired > 0 ? html`<p class="muted">${t('pools.expired-what')}</p>` : nothing}
            </div>`
      }
      <ul class="shares">
        ${pool.shares.map((share) => this.#share(share, whole))}
      </ul>
    </section>`;
  }

  #size({ perDay, share, closedAt }: ListedPool): string {
    if (closedAt !== undefined)
      return t('pools.closed', { time: `${formatDay(closedAt, undefined)}, ${formatTime(closedAt, undefined)}` });
    return perDay === null ? t('pools.endless', { share }) : t('pools.per-day', { count: perDay, share });
  }

  #figure({ left, perDay }: ListedPool): string {
    return left === null || perDay === null
      ? t('pools.used-of-series')
      : t('pools.left-of', { of: formatNumber(perDay) });
  }

  #acts({ closedAt }: ListedPool) {
    return html`<div class="acts">
      <foyer-button @click=${() => this.#tell('pool-changing', undefined)}
        >${t(closedAt === undefined ? 'pools.change' : 'pools.open-again')}</foyer-button
      >
      ${closedAt === undefined ? html`<foyer-button @click=${() => void this.#ask('close')}>${t('pools.close')}</foyer-button>` : nothing}
    </div>`;
  }

  #share(share: ListedShare, whole: number) {
    const { clinicId, name, service, account, leases } = share;
    const { used, held, expired } = account;
    const parts = (
      [
        { kind: 'used', units: used },
        { kind: 'held', units: held },
        { kind: 'expired', units: expired },
      ] as const
    ).filter(({ units }) => units > 0);
    return html`<li>
      <div class="who">
        <h3>${name}</h3>
        <p class="muted">${service ? localised(service) : t('pools.shares-no-more')}</p>
      </div>
      <div class="what">
        <unit-bar bare .parts=${parts} .of=${whole}></unit-bar>
        <p>${this.#has(share)}</p>
        ${this.#state(share)}
        ${
          leases.length === 0
            ? nothing
            : html`<details>
                <summary>${t('pools.ranges', { count: leases.length })}</summary>
                <ul>
                  ${leases.map((lease) => html`<li>${leaseWords(lease)}</li>`)}
                </ul>
              </details>`
        }
      </div>
      ${this.#shareAct(share)}
      ${this.asked === clinicId ? this.#sure(t('pools.take-back-sure', { clinic: name }), t('pools.take-back-yes'), () => this.#takeBack(share)) : nothing}
    </li>`;
  }

  #has({ account, until, zone }: ListedShare): string {
    const [used, held] = [formatNumber(account.used), formatNumber(account.held)];
    if (account.held === 0) return t('pools.share', { used, held });
    return t('pools.share-until', { used, held, time: `${formatDay(until, zone)}, ${formatTime(until, zone)}` });
  }

  #state({ isWithheld, leases }: ListedShare) {
    const asked = leases.filter((lease) => lease.state === 'asked-back');
    const count = asked.reduce((sum, lease) => sum + lease.last - lease.first + 1 - lease.used - lease.returned, 0);
    if (count > 0) return html`<p class="state">${t('pools.asked-back', { count })}</p>`;
    return isWithheld ? html`<p class="state">${t('pools.withheld')}</p>` : nothing;
  }

  #shareAct(share: ListedShare) {
    if (this.past || share.service === undefined) return nothing;
    const { clinicId, name, isWithheld } = share;
    if (isWithheld) {
      return html`<foyer-button
        label=${t('pools.grant-again-to', { clinic: name })}
        ?disabled=${this.sending}
        @click=${() => this.#grantAgain(share)}
        >${t('pools.grant-again')}</foyer-button
      >`;
    }
    return html`<foyer-button
      label=${t('pools.take-back-from', { clinic: name })}
      ?disabled=${this.sending}
      @click=${() => void this.#ask(clinicId)}
      >${t('pools.take-back')}</foyer-button
    >`;
  }

  #sure(question: string, yes: string, act: () => void) {
    return html`<div class="sure" role="group" aria-labelledby="sure">
      <p id="sure">${question}</p>
      <foyer-button kind="strong" ?disabled=${this.sending} ?pending=${this.sending} @click=${act}>${yes}</foyer-button>
      <foyer-button class="no" @click=${() => (this.asked = undefined)}>${t('pools.no')}</foyer-button>
    </div>`;
  }

  async #ask(what: string): Promise<void> {
    this.asked = what;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.no')?.focus();
  }

  #close(): void {
    const { id, name } = this.pool;
    void this.#act(() => pools.closePool(id), t('pools.done-closed', { name }));
  }

  #takeBack({ clinicId, name }: ListedShare): void {
    const share = { clinicId, businessDay: this.date };
    void this.#act(() => pools.takeBack(this.pool.id, share), t('pools.done-taken-back', { clinic: name }));
  }

  #grantAgain({ clinicId, name }: ListedShare): void {
    const share = { clinicId, businessDay: this.date };
    void this.#act(() => pools.grantAgain(this.pool.id, share), t('pools.done-granted-again', { clinic: name }));
  }

  async #act(send: () => Promise<ApiAnswer<unknown>>, done: string): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    const answer = await send();
    this.sending = false;
    this.asked = undefined;
    this.fault = answer.ok ? undefined : poolFault(answer);
    if (answer.ok) this.#tell('pool-acted', done);
  }

  #tell(type: 'pool-changing' | 'pool-acted', detail: string | undefined): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

function leaseWords({ first, last, used, returned, state: ends }: ListedLease): string {
  const left = last - first + 1 - used - returned;
  return t(`pools.lease-${ends}`, { first, last, used, returned, left });
}

declare global {
  interface HTMLElementTagNameMap {
    'pool-card': PoolCard;
  }
  interface HTMLElementEventMap {
    'pool-changing': CustomEvent<undefined>;
    'pool-acted': CustomEvent<string>;
  }
}
