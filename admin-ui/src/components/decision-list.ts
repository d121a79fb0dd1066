// What the clinic and the centre cannot settle by themselves. The oldest is lit: it has waited longest for a person; an
// evacuation comes before all of them.
// Settling an item cannot be undone, so it is asked about once. Fires `work-seen-to` with the item's id.

import type { WorkItemView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { formatDay, formatTime } from '@foyer/ui-kit/language/format.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../strings/strings.ts';
import { runbookLink } from './runbook-link.ts';

const DAY_MS = 86_400_000;
const NAMED = [
  'request-refused',
  'dead-letters',
  'fork',
  'chain-broken',
  'unknown-epoch',
  'edge-cloned',
  'edge-restored',
] as const;

@customElement('decision-list')
export class DecisionList extends FoyerElement {
  static override styles = [
    shared,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
        padding: 14px 0;
        border-top: 1px solid var(--line);
        font-size: 0.875rem;
        line-height: 1.43;
      }
      li:first-child {
        padding: 14px 16px;
        border: 2px solid var(--lit-edge);
        border-radius: var(--r1);
        background: var(--accent);
        color: var(--on-accent);
      }
      li:first-child + li {
        border-top: 0;
      }
      .what {
        flex: 1 1 180px;
        min-width: 0;
      }
      h3 {
        font-size: 1rem;
        line-height: 1.5;
      }
      a {
        color: inherit;
      }
      .muted {
        overflow-wrap: anywhere;
      }
      li:first-child .muted {
        color: inherit;
      }
      foyer-button {
        --button-height: 40px;
        --button-padding: 0 14px;
        font-size: 0.9375rem;
      }
      .sure {
        display: flex;
        flex: 1 1 100%;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 8px 16px;
      }
      .sure p {
        flex: 1 1 100%;
        font-size: 0.9375rem;
      }
      .none {
        color: var(--muted);
        line-height: 1.5;
      }
      .fault {
        padding-bottom: 12px;
        font-weight: 700;
        line-height: 1.5;
        color: var(--alert);
      }
    `,
  ];

  @property({ attribute: false }) items: readonly WorkItemView[] = [];
  /** While the building is being evacuated: nothing here ends it, the clinic does. */
  @property({ type: Number }) evacuationSince: number | undefined;
  @property() zone = 'UTC';
  /** The centre's time, milliseconds since 1970. */
  @property({ type: Number }) now = 0;
  /** Whose resolution has not been answered. */
  @property({ attribute: false }) resolving: ReadonlySet<string> = new Set();
  /** The code of why the last one was not taken. */
  @property() fault: string | undefined;

  /** Which one is asked about. */
  @state() private asked: string | undefined;

  override render() {
    if (this.items.length === 0 && this.evacuationSince === undefined)
      return html`<p class="none">${t('decisions.none')}</p>`;
    const why = this.fault === 'not-allowed' ? 'decisions.not-allowed' : 'decisions.failed';
    return html`${this.fault ? html`<p class="fault" role="alert">${t(why)}</p>` : nothing}
      <ul>
        ${this.evacuationSince === undefined ? nothing : this.#evacuation(this.evacuationSince)}
        ${repeat(
          this.items,
          ({ id }) => id,
          (item) => this.#item(item),
        )}
      </ul>`;
  }

  #item({ id, kind, code, at }: WorkItemView) {
    const detail = code === kind ? nothing : html`<bdi>${code}</bdi>, `;
    return html`<li>
      <div class="what">
        <h3>${t(`work.${NAMED.find((named) => named === kind) ?? 'other'}`)}</h3>
        <p class="muted">${detail}${t('decisions.since', { time: this.#since(at) })}</p>
        <p class="muted">${runbookLink(kind)}</p>
      </div>
      ${this.asked === id ? this.#sure(id) : this.#act(id)}
    </li>`;
  }

  #evacuation(at: number) {
    return html`<li>
      <div class="what">
        <h3>${t('work.evacuation')}</h3>
        <p class="muted">${t('decisions.since', { time: this.#since(at) })}</p>
      </div>
    </li>`;
  }

  #act(id: string) {
    const busy = this.resolving.has(id);
    return html`<foyer-button ?pending=${busy} ?disabled=${busy} @click=${() => void this.#ask(id)}
      >${t('decisions.done')}</foyer-button
    >`;
  }

  /** The way back stands where the act stood: a second press in haste settles nothing. */
  #sure(id: string) {
    return html`<div class="sure" role="group" aria-labelledby="sure">
      <p id="sure">${t('decisions.sure')}</p>
      <foyer-button kind="strong" @click=${() => this.#seenTo(id)}>${t('decisions.yes')}</foyer-button>
      <foyer-button class="no" @click=${() => (this.asked = undefined)}>${t('decisions.no')}</foyer-button>
    </div>`;
  }

  async #ask(id: string): Promise<void> {
    this.asked = id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.no')?.focus();
  }

  #since(at: number): string {
    const time = formatTime(at, this.zone);
    return this.now - at < DAY_MS / 2 ? time : `${formatDay(at, this.zone)}, ${time}`;
  }

  #seenTo(id: string): void {
    this.asked = undefined;
    this.dispatchEvent(new CustomEvent<string>('work-seen-to', { detail: id, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'decision-list': DecisionList;
  }
  interface HTMLElementEventMap {
    'work-seen-to': CustomEvent<string>;
  }
}
