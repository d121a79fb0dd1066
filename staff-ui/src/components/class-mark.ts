// A class as shape and word: state is never told by colour alone.

import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { t } from '../strings/strings.ts';

const shapes = {
  emergency: svg`<path d="M8 1v14M1.9 4.500l12.200 7M14.100 4.500l-12.200 7" fill="none" stroke="currentColor" stroke-width="3" />`,
  priority: svg`<path d="M8 1 15.500 15H.5z" fill="currentColor" />`,
  booked: svg`<path d="M2 2h12v12H2z" fill="currentColor" />`,
  'walk-in': svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2.500" />`,
} as const satisfies Record<PriorityClass, unknown>;

@customElement('class-mark')
export class ClassMark extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 10px;
        white-space: nowrap;
      }
      svg {
        flex: none;
        width: 1em;
        height: 1em;
      }
      .emergency {
        color: var(--alert);
        font-weight: 700;
      }
    `,
  ];

  @property() of: PriorityClass = 'walk-in';

  override render() {
    return html`<svg viewBox="0 0 16 16" class=${this.of} aria-hidden="true">${shapes[this.of]}</svg
      ><span class=${this.of}>${t(`class.${this.of}`)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'class-mark': ClassMark;
  }
}
