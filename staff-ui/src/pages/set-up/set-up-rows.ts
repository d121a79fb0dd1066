// A list of things that are added, changed, put in order and taken away. Fires `row-add`, and `row-change`, `row-move` and
// `row-remove` with the id of the thing.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

export interface Row {
  readonly id: string;
  /** A letter or a figure, large; may be empty. */
  readonly sign: string;
  readonly name: string;
  readonly lines: string;
  /** In words; empty: none. */
  readonly fault: string;
}
export interface RowMove {
  readonly id: string;
  readonly by: -1 | 1;
}

@customElement('set-up-rows')
export class SetUpRows extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        justify-items: start;
        container-type: inline-size;
      }
      ol {
        justify-self: stretch;
        border-top: 2px solid var(--text);
      }
      li {
        display: grid;
        grid-template-columns: 3.5rem minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 12px;
        min-height: 4.25rem;
        padding-block: 6px;
        border-bottom: 1px solid var(--line);
      }
      .sign {
        font-size: 2.25rem;
        line-height: 1;
        font-weight: 700;
        text-align: center;
      }
      .what {
        display: grid;
        min-width: 0;
      }
      .name {
        font-size: 1.125rem;
        font-weight: 700;
        overflow-wrap: anywhere;
      }
      .acts {
        display: flex;
        gap: 6px;
      }
      .acts .bare {
        --button-padding: 4px 10px;
      }
      @container (max-width: 36rem) {
        li {
          grid-template-columns: 2.75rem minmax(0, 1fr);
        }
        .acts {
          grid-column: 1 / -1;
          justify-content: flex-end;
        }
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly Row[] = [];
  @property() label = '';
  @property() add = '';
  /** No more can be added. */
  @property({ type: Boolean }) full = false;

  override render() {
    const { rows } = this;
    return html`<ol aria-label=${this.label} ?hidden=${rows.length === 0}>
        ${repeat(
          rows,
          ({ id }) => id,
          (row, index) => this.#row(row, index),
        )}
      </ol>
      ${
        this.full
          ? nothing
          : html`<foyer-button icon="plus" @click=${() => this.#fire('row-add', '')}>${this.add}</foyer-button>`
      }`;
  }

  #row({ id, sign, name, lines, fault }: Row, index: number) {
    const named = name || t('set-up.nameless');
    return html`<li>
      <span class="sign" aria-hidden="true">${sign}</span>
      <span class="what"
        ><bdi class="name">${named}</bdi>
        <span class="small ${fault ? 'alert' : 'muted'}">${fault || lines || nothing}</span></span
      >
      <span class="acts">
        <foyer-button
          class="bare"
          icon="arrow-up"
          label=${t('set-up.up', { name: named })}
          ?disabled=${index === 0}
          @click=${() => this.#fire('row-move', { id, by: -1 })}
        ></foyer-button>
        <foyer-button
          class="bare"
          icon="arrow-down"
          label=${t('set-up.down', { name: named })}
          ?disabled=${index === this.rows.length - 1}
          @click=${() => this.#fire('row-move', { id, by: 1 })}
        ></foyer-button>
        <foyer-button label=${t('first-run.change-name', { name: named })} @click=${() => this.#fire('row-change', id)}
          >${t('first-run.change')}</foyer-button
        >
        <foyer-button
          class="bare"
          icon="cross"
          label=${t('set-up.take-away', { name: named })}
          @click=${() => this.#fire('row-remove', id)}
        ></foyer-button>
      </span>
    </li>`;
  }

  #fire<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'set-up-rows': SetUpRows;
  }
  interface HTMLElementEventMap {
    'row-add': CustomEvent<string>;
    'row-change': CustomEvent<string>;
    'row-move': CustomEvent<RowMove>;
    'row-remove': CustomEvent<string>;
  }
}
