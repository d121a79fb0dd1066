// Where a person stands today, as shape and word.

import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { DeskState } from '../data/desk-list.ts';

const ring = (dashed: boolean) =>
  svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2.500" stroke-dasharray=${dashed ? '3.200 3' : 'none'} />`;
const shapes = {
  expected: ring(true),
  late: svg`<path d="M8 1 15.500 15H.5z" fill="currentColor" />`,
  waiting: ring(false),
  'with-staff': svg`<circle cx="8" cy="8" r="7" fill="currentColor" />`,
  away: svg`<path d="M8 1.500 14.500 8 8 14.500 1.500 8z" fill="none" stroke="currentColor" stroke-width="2.500" />`,
  done: svg`<path d="M2 8.500 6 13 14.500 3.500" fill="none" stroke="currentColor" stroke-width="2.500" />`,
  gone: svg`<path d="M3 3l10 10M13 3 3 13" fill="none" stroke="currentColor" stroke-width="2.500" />`,
  unconfirmed: svg`<path d="M1 8h3M6.500 8h3M12 8h3" stroke="currentColor" stroke-width="3" />`,
} as const satisfies Record<DeskState | 'unconfirmed', unknown>;

@customElement('state-mark')
export class StateMark extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
      }
      svg {
        flex: none;
        width: 1em;
        height: 1em;
      }
      :host([of='late']) {
        color: var(--alert);
        font-weight: 700;
      }
      :host([of='with-staff']) svg {
        color: var(--serving);
      }
      :host([of='done']),
      :host([of='gone']) {
        color: var(--done);
      }
    `,
  ];

  @property({ reflect: true }) of: keyof typeof shapes = 'expected';

  override render() {
    return html`<svg viewBox="0 0 16 16" aria-hidden="true">${shapes[this.of]}</svg><slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'state-mark': StateMark;
  }
}
