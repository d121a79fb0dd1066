// What clinics of the network share: each pool with its account of a day, and the acts on it.

import type { ListedPool, PoolList } from '@foyer/contracts/lease.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../components/day-picker.ts';
import { listPageStyles } from '../../components/list-page-styles.ts';
import { fetchPools } from '../../data/pools.ts';
import { WatchOfOne } from '../../data/watch-of-one.ts';
import { t } from '../../strings/strings.ts';
import './pool-card.ts';
import './pool-form.ts';

const EVERY_MS = 10_000;

@customElement('pools-page')
export class PoolsPage extends FoyerElement {
  static override styles = [
    shared,
    listPageStyles,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: 12px 24px;
      }
      .said {
        padding-bottom: 12px;
        font-weight: 700;
      }
      .fault {
        color: var(--alert);
        font-weight: 700;
      }
      .none {
        max-width: 60ch;
        margin-bottom: 16px;
        font-size: 1.125rem;
      }
      .none h2 {
        font-size: 1.5rem;
        line-height: 1.5;
      }
      main > foyer-button {
        margin-bottom: 20px;
        --button-height: 48px;
      }
    `,
  ];

  @property() date = '';
  @property() today = '';

  /** Which pool is being changed; `new`: one is being made. */
  @state() private changing: ListedPool | 'new' | undefined;
  @state() private said = '';
  readonly #watch = new WatchOfOne(this, fetchPools, EVERY_MS);

  override willUpdate(): void {
    this.#watch.watch(this.date);
  }

  override render() {
    const { found, fault } = this.#watch;
    return html`<header>
        <div>
          <h1>${t('pools.title')}</h1>
          ${found ? nothing : html`<p role="status">${this.#before(fault)}</p>`}
          ${
            found && fault
              ? html`<p class="fault" role="alert">
                  ${t('pools.failed')} ${t('clinics.old', { time: formatTime(found.serverTime, undefined) })}
                </p>`
              : nothing
          }
        </div>
        <day-picker date=${this.date} today=${this.today}></day-picker>
      </header>
      <main>
        <p class="said" role="status">${this.said}</p>
        ${found ? (this.changing ? this.#form(found, this.changing) : this.#list(found)) : nothing}
      </main>`;
  }

  /** What stands there until something is known. */
  #before(fault: string | undefined): string {
    if (fault === 'not-allowed') return t('pools.not-allowed');
    return t(fault ? 'pools.failed' : 'pools.reading');
  }

  #list({ pools }: PoolList) {
    return html`${
        pools.length === 0
          ? html`<div class="none">
              <h2>${t('pools.none')}</h2>
              <p>${t('pools.none-what')}</p>
            </div>`
          : nothing
      }
      <foyer-button icon="plus" @click=${() => this.#change('new')}>${t('pools.make')}</foyer-button>
      ${repeat(
        pools,
        ({ id }) => id,
        (pool) =>
          html`<pool-card
            .pool=${pool}
            date=${this.date}
            ?past=${this.date < this.today}
            @pool-changing=${() => this.#change(pool)}
            @pool-acted=${({ detail }: CustomEvent<string>) => this.#done(detail)}
          ></pool-card>`,
      )}`;
  }

  #form({ clinics }: PoolList, changing: ListedPool | 'new') {
    return html`<pool-form
      .pool=${changing === 'new' ? undefined : changing}
      .clinics=${clinics}
      @pool-saved=${({ detail }: CustomEvent<string>) => this.#done(detail)}
      @pool-left=${() => (this.changing = undefined)}
    ></pool-form>`;
  }

  #change(what: ListedPool | 'new'): void {
    this.changing = what;
    this.said = '';
  }

  #done(said: string): void {
    this.changing = undefined;
    this.said = said;
    void this.#watch.refresh();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pools-page': PoolsPage;
  }
}
