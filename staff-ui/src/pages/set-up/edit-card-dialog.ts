// One card: what it is called, how its number is written and checked, and what a screen may show of it. What is changed
// counts at once in the draft, and a number can be tried while it is. Fires `close`.

import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { CardChecksum, CardFormat } from '@foyer/contracts/card-formats.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { cardChecksumNames, identifierNames, maskFor } from '../../data/set-up/cards.ts';
import { valueOf } from '../../input/value-of.ts';
import { t } from '../../strings/strings.ts';
import './card-trial.ts';
import { EditDialog } from './edit-dialog.ts';
import { partStyles } from './set-up-part.ts';
import './texts-field.ts';

@customElement('edit-card-dialog')
export class EditCardDialog extends EditDialog {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      staff-dialog {
        --dialog-width: 820px;
      }
      .signs {
        direction: ltr;
        font-size: 1.25rem;
        letter-spacing: 0.06em;
      }
    `,
  ];

  protected override readonly list = 'cardFormats';

  override render() {
    const format = this.document.cardFormats[this.index];
    if (format === undefined) return nothing;
    const { name, checksum, mask, identifier, issuer = '' } = format;
    const { path } = this;
    return html`<staff-dialog heading=${t('set-up.card')}>
      <texts-field
        label=${t('set-up.card-name')}
        .texts=${name}
        .languages=${this.document.languages}
        fault=${this.faultOf('name')}
        @texts-changed=${({ detail }: CustomEvent<CardFormat['name']>) => this.#put({ ...format, name: detail })}
      ></texts-field>
      <div class="fields">
        ${this.#signs('pattern', format, (pattern) => this.#put({ ...format, pattern, mask: maskFor(pattern, mask) }))}
        ${this.#signs('mask', format, (typed) => this.#put({ ...format, mask: typed }))}
        <div class="box">
          <label class="field"
            ><span>${t('set-up.card-checksum')}</span>
            <select
              aria-invalid=${this.faultAt(`${path}/checksum`) ? 'true' : 'false'}
              aria-describedby="checksum-fault"
              @change=${(event: Event) => this.#put({ ...format, checksum: valueOf(event) as CardChecksum })}
            >
              ${cardChecksumNames.map((one) => html`<option value=${one} ?selected=${one === checksum}>${t(`set-up.card-checksum-${one}`)}</option>`)}
            </select></label
          >
          ${this.said(`${path}/checksum`, 'checksum-fault')}
        </div>
        <label class="field"
          ><span>${t('set-up.card-identifier')}</span>
          <select
            @change=${(event: Event) => this.#put({ ...format, identifier: valueOf(event) as CardFormat['identifier'] })}
          >
            ${identifierNames.map((one) => html`<option value=${one} ?selected=${one === identifier}>${t(`set-up.card-identifier-${one}`)}</option>`)}
          </select></label
        >
        <label class="field"
          ><span>${t('set-up.card-issuer')}</span>
          <input
            maxlength="60"
            autocomplete="off"
            .value=${issuer}
            @input=${(event: Event) => this.#issued(format, valueOf(event))}
        /></label>
      </div>
      <card-trial .formats=${[format]}></card-trial>
      ${this.doneAct()}
    </staff-dialog>`;
  }

  #signs(field: 'pattern' | 'mask', format: CardFormat, change: (typed: string) => void) {
    const path = `${this.path}/${field}`;
    return html`<div class="box">
      <label class="field"
        ><span>${t(`set-up.card-${field}`)}</span>
        <input
          class="signs"
          maxlength="60"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.faultAt(path) ? 'true' : 'false'}
          aria-describedby="${field}-what ${field}-fault"
          .value=${format[field]}
          @input=${(event: Event) => change(valueOf(event))}
      /></label>
      <span class="small muted" id="${field}-what">${t(`set-up.card-${field}-what`)}</span>
      ${this.said(path, `${field}-fault`)}
    </div>`;
  }

  #issued({ issuer: _before, ...format }: CardFormat, issuer: string): void {
    this.#put(issuer.trim() === '' ? format : { ...format, issuer });
  }

  #put(format: CardFormat): void {
    this.change({ cardFormats: this.document.cardFormats.with(this.index, format) }, `card/${this.index}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-card-dialog': EditCardDialog;
  }
}
