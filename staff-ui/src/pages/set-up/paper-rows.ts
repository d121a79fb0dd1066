// The parts of a template, from top to bottom, one of them open to be changed, moved and taken away. Fires
// `paper-row-open` with a place (-1: none), `paper-row-move` by how many, and `paper-row-remove`.

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '@foyer/contracts/languages.ts';
import type { PaperKind, TemplatePart } from '@foyer/contracts/paper-template.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { partLook, partName } from '../../strings/paper-text.ts';
import { t } from '../../strings/strings.ts';
import './edit-paper-part.ts';

@customElement('paper-rows')
export class PaperRows extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      ol {
        border-top: 2px solid var(--text);
      }
      li {
        border-bottom: 1px solid var(--line);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 12px;
        width: 100%;
        min-height: 2.875rem;
        padding: 8px 12px;
        border: 0;
        border-inline-start: 6px solid transparent;
        background: none;
        text-align: start;
      }
      .row[aria-expanded='true'] {
        border-inline-start-color: var(--text);
        font-weight: 700;
      }
      .row:focus-visible {
        outline-offset: -4px;
      }
      .name {
        overflow-wrap: anywhere;
      }
      .quiet .name {
        color: var(--muted);
      }
      .open {
        display: grid;
        gap: 14px;
        padding: 4px 12px 16px 18px;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) parts: readonly TemplatePart[] = [];
  /** In words, by place; empty: none. */
  @property({ attribute: false }) faults: readonly string[] = [];
  @property() kind: PaperKind = 'ticket';
  @property({ attribute: false }) languages: readonly Language[] = ['en'];
  @property({ type: Number }) open = -1;
  @property({ type: Boolean }) bringing = false;

  override updated(changes: PropertyValues<this>): void {
    if (changes.has('open')) void this.#showOpen();
  }

  override render() {
    return html`<ol aria-label=${t('set-up.paper-parts')}>
      ${this.parts.map((part, index) => this.#row(part, index))}
    </ol>`;
  }

  #row(part: TemplatePart, index: number) {
    const isOpen = index === this.open;
    const fault = this.faults[index] ?? '';
    const words = fault || partLook(part);
    // What leaves no ink is between the others.
    const quiet = part.part === 'space' || part.part === 'rule' ? 'quiet' : '';
    return html`<li>
      <button
        type="button"
        class="row ${quiet}"
        aria-expanded=${isOpen}
        @click=${() => this.#fire('paper-row-open', isOpen ? -1 : index)}
      >
        <bdi class="name">${partName(part)}</bdi>
        ${words ? html`<span class="small ${fault ? 'alert' : 'muted'}">${words}</span>` : nothing}
      </button>
      ${isOpen ? this.#opened(part, index, fault) : nothing}
    </li>`;
  }

  #opened(part: TemplatePart, index: number, fault: string) {
    const name = partName(part);
    return html`<div class="open">
      <edit-paper-part
        .edited=${part}
        .kind=${this.kind}
        .languages=${this.languages}
        .fault=${fault}
        ?bringing=${this.bringing}
      ></edit-paper-part>
      <div class="acts">
        <foyer-button
          icon="arrow-up"
          label=${t('set-up.up', { name })}
          ?disabled=${index === 0}
          @click=${() => this.#fire('paper-row-move', -1)}
        ></foyer-button>
        <foyer-button
          icon="arrow-down"
          label=${t('set-up.down', { name })}
          ?disabled=${index === this.parts.length - 1}
          @click=${() => this.#fire('paper-row-move', 1)}
        ></foyer-button>
        <foyer-button
          icon="cross"
          label=${t('set-up.take-away', { name })}
          @click=${() => this.#fire('paper-row-remove', index)}
        ></foyer-button>
      </div>
    </div>`;
  }

  /** Its fields are there a moment later. */
  async #showOpen(): Promise<void> {
    await this.renderRoot.querySelector('edit-paper-part')?.updateComplete;
    this.renderRoot.querySelector('.open')?.scrollIntoView({ block: 'nearest' });
  }

  #fire(type: 'paper-row-open' | 'paper-row-move' | 'paper-row-remove', detail: number): void {
    this.dispatchEvent(new CustomEvent<number>(type, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-rows': PaperRows;
  }
  interface HTMLElementEventMap {
    'paper-row-open': CustomEvent<number>;
    'paper-row-move': CustomEvent<number>;
    'paper-row-remove': CustomEvent<number>;
  }
}
