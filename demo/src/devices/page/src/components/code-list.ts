// What can be held in front of a scanner: today's appointments, passports, and sample cards. No names, as on the kiosk.

import '@foyer/ui-kit/elements/foyer-button.ts';

import type { ScanFormat } from '@foyer/contracts/scan-format.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import type { BenchView } from '../../../bench-view.ts';
import { sampleCards, type SampleCard } from '../../../sample-cards.ts';
import { liveCode } from '../data/bench.ts';
import { t } from '../strings/strings.ts';

/** A code that a scanner can read. */
export interface Readable {
  readonly format: ScanFormat;
  readonly text: string;
  /** So often at once. */
  readonly times?: number;
  readonly title: string;
  readonly detail: string;
  /** A picture of it, for codes that a camera may read from this screen. */
  readonly picture?: { readonly address: string; readonly words: string };
}

const kinds = ['appointments', 'passports', 'cards'] as const;

@customElement('code-list')
export class CodeList extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr;
        gap: 12px;
        min-height: 0;
      }
      .kinds {
        display: grid;
        grid-template-columns: 1.3fr 1fr 0.8fr;
        gap: 8px;
        --button-height: 48px;
        --button-padding: 4px 12px;
      }
      input {
        width: 100%;
        height: 48px;
        padding: 0 16px;
        font: inherit;
        color: inherit;
        background: var(--raised);
        border: 2px solid var(--line);
        border-radius: var(--r1);
      }
      ul {
        overflow-y: auto;
        max-height: calc(100dvh - 350px);
        min-height: 200px;
        border-top: 2px solid var(--text);
      }
      li button {
        display: grid;
        grid-template-columns: 72px 72px 1fr;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 52px;
        padding: 4px 12px;
        background: none;
        border: 0;
        border-bottom: 1px solid var(--hair);
        font-variant-numeric: tabular-nums;
      }
      li.passport button {
        grid-template-columns: 1fr;
      }
      li.card button {
        grid-template-columns: 96px 1fr;
        gap: 16px;
      }
      li.card img,
      li.card pre {
        width: 96px;
        height: 52px;
        margin: 0;
        padding: 4px;
        overflow: hidden;
        object-fit: contain;
        background: #fff;
        color: #000;
        border: 1px solid var(--hair);
        font: 6px/1.3 monospace;
        text-align: start;
      }
      li button[aria-pressed='true'] {
        background: var(--text);
        color: var(--surface);
      }
      .none {
        padding: 16px 12px;
      }
    `,
  ];

  @property({ attribute: false }) bench: BenchView | undefined;
  @property({ attribute: false }) chosen: Readable | undefined;

  @state() private kind: (typeof kinds)[number] = 'appointments';
  @state() private wanted = '';

  override render() {
    return html`<div class="kinds">
        ${kinds.map(
          (kind) =>
            html`<foyer-button toggle ?on=${this.kind === kind} @click=${() => (this.kind = kind)}>
              ${t(`codes.${kind}`)}
            </foyer-button>`,
        )}
      </div>
      ${
        this.kind === 'appointments'
          ? html`<input
              type="search"
              aria-label=${t('codes.find')}
              placeholder=${t('codes.find')}
              .value=${this.wanted}
              @input=${(event: InputEvent) => (this.wanted = (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      ${this.#list()}`;
  }

  #list() {
    switch (this.kind) {
      case 'appointments':
        return this.#appointments();
      case 'passports':
        return this.#passports();
      case 'cards':
        return this.#cards();
    }
  }

  #appointments() {
    const wanted = this.wanted.trim().toLowerCase();
    const all = this.bench?.appointments ?? [];
    const found = all.filter(({ time, initials, serviceName }) =>
      `${time} ${initials} ${serviceName}`.toLowerCase().includes(wanted),
    );
    if (found.length === 0) return this.#nothing();
    return html`<ul>
      ${found.map(({ id, time, initials, serviceName, qr }) => {
        const words = t('codes.code', { initials, time });
        const picture = { address: `/api/codes/${id}.svg`, words };
        const code: Readable = {
          format: 'qr',
          text: qr,
          title: `${initials} ${time}`,
          detail: serviceName,
          picture,
        };
        return html`<li>
          <button type="button" aria-pressed=${this.chosen?.text === qr} @click=${() => this.#choose(code)}>
            <b>${time}</b><span>${initials}</span><span>${serviceName}</span>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  #passports() {
    const all = this.bench?.passports ?? [];
    if (all.length === 0) return this.#nothing();
    return html`<ul>
      ${all.map(({ label, text }) => {
        const code: Readable = { format: 'mrz', text, title: label, detail: '' };
        return html`<li class="passport">
          <button type="button" aria-pressed=${this.chosen?.text === text} @click=${() => this.#choose(code)}>
            <span>${label}</span>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  #cards() {
    return html`<ul>
      ${this.#liveCard()}
      ${sampleCards.map((card) => {
        const { label, format, text, times } = card;
        const picture = pictureOf(card);
        const code: Readable = {
          ...{ format, text, title: label, detail: '' },
          ...(picture === undefined ? {} : { picture }),
          ...(times === undefined ? {} : { times }),
        };
        return html`<li class="card">
          <button type="button" aria-pressed=${this.chosen?.title === label} @click=${() => this.#choose(code)}>
            ${picture === undefined ? html`<pre aria-hidden="true">${text.slice(0, 120)}</pre>` : html`<img src=${picture.address} alt="" />`}
            <span>${label}</span>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  /** Of the first who has a page at the centre; each choice is a new code. */
  #liveCard() {
    const owner = this.bench?.appointments.find(({ page }) => page !== undefined);
    if (owner === undefined) return nothing;
    const { initials, time } = owner;
    const title = t('codes.live', { initials, time });
    return html`<li class="card">
      <button
        type="button"
        aria-pressed=${this.chosen?.title === title}
        @click=${() => this.#chooseLive(owner.id, title)}
      >
        <pre aria-hidden="true">F1.</pre>
        <span>${title}</span>
      </button>
    </li>`;
  }

  async #chooseLive(appointmentId: string, title: string): Promise<void> {
    const text = await liveCode(appointmentId);
    if (text !== undefined) this.#choose({ format: 'qr', text, title, detail: t('codes.live-what') });
  }

  #nothing() {
    return html`<p class="none muted">${this.bench === undefined ? '' : t('codes.empty')}</p>`;
  }

  #choose(code: Readable): void {
    this.dispatchEvent(new CustomEvent<Readable>('code-chosen', { detail: code }));
  }
}

function pictureOf({ id, label, symbol }: SampleCard): Readable['picture'] {
  return symbol && { address: `/api/cards/${id}.svg`, words: label };
}

declare global {
  interface HTMLElementTagNameMap {
    'code-list': CodeList;
  }
}
