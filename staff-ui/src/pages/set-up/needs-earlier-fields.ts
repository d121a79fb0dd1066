// Whose needs count as having waited longer, and by how much: a sentence with a field, the needs as buttons. The last
// need that is taken away takes the rule with it. Fires `needs-earlier-changed`, with null for no rule any more.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import { needs, type Need } from '@foyer/contracts/ticket-state.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';
import { numberWords } from './number-words.ts';
import { partStyles, sentenceStyles } from './set-up-part.ts';

export type NeedsEarlier = NonNullable<CallingRules['needsEarlier']>;

@customElement('needs-earlier-fields')
export class NeedsEarlierFields extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    sentenceStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) rule!: NeedsEarlier;
  /** The words for what does not fit; empty where it does. */
  @property() fault = '';

  override render() {
    const { minutes } = this.rule;
    return html`<p class="sentence">
        ${numberWords(t('set-up.needs-earlier-words', { minutes: '{minutes}' }), {
          minutes: {
            label: t('set-up.minutes'),
            value: minutes,
            faulty: this.fault !== '',
            change: (value) => this.#fire({ ...this.rule, minutes: value }),
          },
        })}
      </p>
      ${this.fault === '' ? nothing : html`<span class="fault" role="status">${this.fault}</span>`}
      <div class="choices" role="group" aria-label=${t('set-up.needs-earlier')}>
        ${needs.map(
          (need) =>
            html`<foyer-button toggle ?on=${this.rule.needs.includes(need)} @click=${() => this.#toggle(need)}
              >${t(`need.${need}`)}</foyer-button
            >`,
        )}
      </div>`;
  }

  #toggle(need: Need): void {
    const chosen = needs.filter((one) => this.rule.needs.includes(one) !== (one === need));
    this.#fire(chosen.length === 0 ? null : { ...this.rule, needs: chosen });
  }

  #fire(detail: NeedsEarlier | null): void {
    this.dispatchEvent(new CustomEvent<NeedsEarlier | null>('needs-earlier-changed', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'needs-earlier-fields': NeedsEarlierFields;
  }
  interface HTMLElementEventMap {
    'needs-earlier-changed': CustomEvent<NeedsEarlier | null>;
  }
}
