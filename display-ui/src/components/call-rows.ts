// The calls before: newest first, down and then across. A row that comes slides in from above, and those below move
// down to make room; nothing moves under reduced motion.

import type { Language } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DisplayCall } from '../calls/call-list.ts';
import { directionIcons, isDirection } from '../calls/direction.ts';
import { roomNameIn } from '../calls/room-name.ts';
import { t } from '../strings/strings.ts';
import './fit-words.ts';

@customElement('call-rows')
export class CallRows extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        --row: calc(116 * var(--u));
        --size: calc(88 * var(--u));
        position: relative;
        min-height: 0;
        padding: calc(12 * var(--u)) calc(64 * var(--u));
        overflow: clip;
      }
      :host([dense]) {
        --row: calc(88 * var(--u));
        --size: calc(80 * var(--u));
        padding-block: calc(8 * var(--u));
      }
      .row-height {
        position: absolute;
        visibility: hidden;
        height: var(--row);
      }
      ol {
        display: grid;
        grid-auto-flow: column;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        grid-template-rows: repeat(var(--per-column, 3), var(--row));
        column-gap: calc(64 * var(--u));
      }
      /* One column takes the whole width, and long names their whole size. */
      ol:not(.two) {
        grid-template-columns: minmax(0, 1fr);
      }
      ol.two::before {
        content: '';
        position: absolute;
        inset-inline-start: calc(50% - 1 * var(--u));
        width: calc(2 * var(--u));
        background: var(--line);
        top: calc(32 * var(--u));
        height: calc(var(--per-column, 3) * var(--row) - 32 * var(--u));
      }
      li {
        display: grid;
        grid-template-columns: calc(2.8 * var(--size)) calc(1.12 * var(--size)) minmax(0, 1fr);
        align-items: center;
        min-width: 0;
        height: var(--row);
        font-size: var(--size);
        letter-spacing: -0.02em;
      }
      li:lang(ar) {
        letter-spacing: 0;
      }
      .long {
        font-size: 0.8em;
      }
      foyer-icon {
        --icon-size: calc(0.72 * var(--size));
      }
      fit-words {
        display: flex;
        align-items: center;
        position: relative;
        top: -0.031em;
        height: 100%;
        grid-column: 3;
        --fit-line: 1.1;
      }
      :host([stale]) {
        color: var(--muted);
      }
      @media (orientation: portrait) {
        :host,
        :host([dense]) {
          --row: calc(92 * var(--u));
          --size: calc(80 * var(--u));
        }
        ol {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: none;
          grid-auto-flow: row;
        }
        ol.two::before {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) calls: readonly DisplayCall[] = [];
  @property() language: Language = 'en';
  /** Rows that stand closer. */
  @property({ type: Boolean, reflect: true }) dense = false;
  /** Something stands beside the rows: one column. */
  @property({ type: Boolean }) narrow = false;
  /** What the rows say may no longer hold. */
  @property({ type: Boolean, reflect: true }) stale = false;

  /** Rows that fit below one another. */
  @state() private perColumn = 3;

  readonly #resized = new ResizeObserver(() => this.#measure());
  readonly #places = new Map<string, DOMRect>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override render() {
    const columns = this.narrow || matchMedia('(orientation: portrait)').matches ? 1 : 2;
    const calls = this.calls.slice(0, columns * this.perColumn);
    return html`<h2 class="visually-hidden">${t('calls.recent')}</h2>
      <ol class=${calls.length > this.perColumn ? 'two' : ''}>
        ${repeat(
          calls,
          ({ id }) => id,
          (call) => this.#row(call),
        )}
      </ol>
      <i class="row-height"></i>`;
  }

  #row(call: DisplayCall) {
    const icon = isDirection(call.direction) ? directionIcons[call.direction] : undefined;
    const label = isDirection(call.direction) ? t(`direction.${call.direction}`) : '';
    return html`<li data-call=${call.id}>
      <foyer-number class=${call.number.length > 4 ? 'long' : ''} .value=${call.number}></foyer-number>
      ${icon ? html`<foyer-icon name=${icon} .stroke=${2.8} label=${label}></foyer-icon>` : nothing}
      <fit-words .words=${roomNameIn(call, this.language)}></fit-words>
    </li>`;
  }

  override updated(): void {
    this.#measure();
    this.style.setProperty('--per-column', String(this.perColumn));
    this.#moveRows();
  }

  #measure(): void {
    const { paddingTop, paddingBottom } = getComputedStyle(this);
    const height = this.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
    const row = this.renderRoot.querySelector('.row-height')?.getBoundingClientRect().height ?? 0;
    if (row > 0) this.perColumn = Math.max(1, Math.floor((height + 1) / row));
  }

  #moveRows(): void {
    const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    const style = getComputedStyle(this);
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('li')];
    const before = new Map(this.#places);
    this.#places.clear();
    for (const row of rows) {
      const place = row.getBoundingClientRect();
      this.#places.set(row.dataset['call']!, place);
      if (!moves || before.size === 0) continue;
      const from = before.get(row.dataset['call']!);
      const [dx, dy] = from ? [from.x - place.x, from.y - place.y] : [0, -place.height];
      if (dx === 0 && dy === 0) continue;
      row.animate(
        [
          { transform: `translate(${dx}px, ${dy}px)`, opacity: from ? 1 : 0 },
          { transform: 'none', opacity: 1 },
        ],
        {
          duration: Number.parseFloat(style.getPropertyValue('--slow')) || 240,
          easing: 'cubic-bezier(0.2, 0, 0, 1)',
        },
      );
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-rows': CallRows;
  }
}
