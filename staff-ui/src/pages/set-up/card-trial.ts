// A number is typed or scanned, and it is said at once whether it is one of the clinic's cards, and what a screen would
// show of it. It is kept nowhere.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CardFormat } from '@foyer/contracts/card-formats.ts';
import { matchCard } from '@foyer/contracts/card-match.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { valueOf } from '../../input/value-of.ts';
import { t } from '../../strings/strings.ts';

@customElement('card-trial')
export class CardTrial extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
        padding: 16px;
        border: 2px solid var(--line);
        border-radius: var(--r2);
        background: var(--raised);
      }
      input {
        background: var(--surface);
        font-size: 1.25rem;
        direction: ltr;
      }
      .said {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 0 12px;
        min-height: 3.25rem;
        --icon-size: 1.75rem;
      }
      .right {
        color: var(--serving);
      }
      .masked {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** One is what is being typed, several are the clinic's. */
  @property({ attribute: false }) formats: readonly CardFormat[] = [];
  @state() private typed = '';

  override render() {
    return html`<label class="field"
        ><span>${t('set-up.card-try')}</span>
        <input
          maxlength="120"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-describedby="what"
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = valueOf(event))}
      /></label>
      <p class="small muted" id="what">${t('set-up.card-try-what')}</p>
      <div role="status">${this.typed.trim() === '' ? nothing : this.#said()}</div>`;
  }

  #said() {
    const format = this.formats.find((each) => matchCard(this.typed, each) !== undefined);
    const match = format === undefined ? undefined : matchCard(this.typed, format);
    if (format === undefined || match === undefined) {
      const none = this.formats.length === 1 ? t('set-up.card-misses') : t('set-up.card-none');
      return html`<p class="said alert"><foyer-icon name="cross"></foyer-icon><b>${none}</b></p>`;
    }
    const { isRight, masked } = match;
    const name = localised(format.name) || t('set-up.card');
    return html`<div class="said ${isRight ? 'right' : 'alert'}">
      <foyer-icon name=${isRight ? 'tick' : 'warning'}></foyer-icon>
      <p>
        <b>${t(isRight ? 'set-up.card-right' : 'set-up.card-wrong')}</b><br /><span class="masked"
          >${t('set-up.card-is', { name, masked })}</span
        >
      </p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'card-trial': CardTrial;
  }
}
