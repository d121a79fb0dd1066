// The cards and wristbands that a kiosk knows, in the order in which they are looked for, and a place to try a number.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { CardFormat } from '@foyer/contracts/card-formats.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { moved } from '../../data/set-up/lists.ts';
import { t } from '../../strings/strings.ts';
import './card-trial.ts';
import './edit-card-dialog.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';
import './set-up-rows.ts';
import type { Row, RowMove } from './set-up-rows.ts';

/** As many as a clinic's document may have. */
const mostCards = 8;

@customElement('cards-part')
export class CardsPart extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      :host {
        display: grid;
        gap: 24px;
      }
    `,
  ];

  /** The place in the list of the one that is open. */
  @state() private open: { readonly at: number; readonly fresh: boolean } | undefined;

  override render() {
    const { cardFormats } = this.document;
    return html`<set-up-rows
        label=${t('set-up.part-cards')}
        add=${t('set-up.card-add')}
        .rows=${cardFormats.map((format, at) => this.#row(format, at))}
        ?full=${cardFormats.length >= mostCards}
        @row-add=${() => this.#add()}
        @row-change=${({ detail }: CustomEvent<string>) => (this.open = { at: Number(detail), fresh: false })}
        @row-move=${({ detail: { id, by } }: CustomEvent<RowMove>) => this.change({ cardFormats: moved(cardFormats, Number(id), by) }, `cards/${id}/${by}`)}
        @row-remove=${({ detail }: CustomEvent<string>) => this.#remove(Number(detail))}
      ></set-up-rows>
      ${cardFormats.length === 0 ? nothing : html`<card-trial .formats=${cardFormats}></card-trial>`}
      ${
        this.open && cardFormats[this.open.at]
          ? html`<edit-card-dialog
              .document=${this.document}
              .clinic=${this.clinic}
              .faults=${this.faults}
              .index=${this.open.at}
              ?fresh=${this.open.fresh}
              @close=${() => (this.open = undefined)}
            ></edit-card-dialog>`
          : nothing
      }`;
  }

  #row({ name, pattern, checksum }: CardFormat, at: number): Row {
    const lines = [pattern, ...(checksum === 'none' ? [] : [t(`set-up.card-checksum-${checksum}`)])].join(' · ');
    return { id: String(at), sign: '', name: localised(name), lines, fault: this.faultIn(`/cardFormats/${at}`) };
  }

  #add(): void {
    const { cardFormats } = this.document;
    const format: CardFormat = {
      name: { en: '' },
      pattern: '999 999 9999',
      checksum: 'none',
      mask: '*** *** ####',
      identifier: 'health-card',
    };
    this.change({ cardFormats: [...cardFormats, format] }, `card/${cardFormats.length}`);
    this.open = { at: cardFormats.length, fresh: true };
  }

  #remove(at: number): void {
    const { cardFormats } = this.document;
    const name = localised(cardFormats[at]?.name ?? { en: '' });
    this.change({ cardFormats: cardFormats.toSpliced(at, 1) }, `without-card/${at}`, name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cards-part': CardsPart;
  }
}
