// The people on the floor before the door: you, solid, and a ring for each person ahead. The words beside carry the
// count; where there are more than fit, the line breaks into dots.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

/** More than these are a broken line and a few rings. */
const MOST_RINGS = 5;
const RINGS_OF_MANY = 2;

@customElement('people-ahead')
export class PeopleAhead extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: flex-end;
        gap: 6px;
        min-width: 0;
      }
      .you {
        display: grid;
        flex: none;
        place-items: center;
        min-width: 44px;
        height: 44px;
        padding-inline: 6px;
        border-radius: 22px;
        background: var(--text);
        color: var(--surface);
        font-size: 14px;
        font-weight: 700;
      }
      /* As large as the room beside the door lets them be, all of them whole. */
      .ring {
        flex: 0 1 auto;
        width: 30px;
        min-width: 0;
        aspect-ratio: 1;
        border: 3px solid var(--text);
        border-radius: 50%;
      }
      .rings {
        flex: 0 1 auto;
        display: flex;
        align-items: flex-end;
        gap: 6px;
        min-width: 0;
      }
      .dots {
        flex: none;
        width: 28px;
        height: 4px;
        margin-bottom: 6px;
        background: repeating-linear-gradient(90deg, var(--text) 0 4px, transparent 4px 8px);
      }
      foyer-icon {
        --icon-size: 24px;
        margin-bottom: 3px;
      }
    `,
  ];

  @property({ type: Number }) count = 0;

  override render() {
    const many = this.count > MOST_RINGS;
    const rings = Array.from({ length: many ? RINGS_OF_MANY : this.count }, () => html`<i class="ring"></i>`);
    return html`<span class="you" aria-hidden="true">${t('waiting.you')}</span>
      <span class="rings" aria-hidden="true"> ${many ? html`<i class="dots"></i>` : nothing}${rings} </span>
      <foyer-icon name="forward" .stroke=${2.6}></foyer-icon>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-ahead': PeopleAhead;
  }
}
