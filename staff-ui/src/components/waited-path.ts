// A wait against its target: the thick part is the time waited, the tick is the target; past it an arrowhead, bold and
// in alert. The words carry the meaning, so the line is hidden from readers. Turns over in Arabic.

import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { t } from '../strings/strings.ts';

const WIDTH = 112;
const INSET = 4;
/** Minutes that the whole line stands for. */
const SPAN = 60;

@customElement('waited-path')
export class WaitedPath extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 12px;
        min-width: 0;
        white-space: nowrap;
      }
      svg {
        flex: none;
        width: 112px;
        height: 20px;
      }
      svg:dir(rtl) {
        transform: scaleX(-1);
      }
      .line {
        stroke: var(--hair);
        stroke-width: 2;
      }
      .waited {
        stroke: var(--waited-colour, var(--text));
        stroke-width: 8;
      }
      .target {
        stroke: var(--text);
        stroke-width: 2;
      }
      .over .waited {
        stroke: var(--alert);
      }
      .head {
        fill: var(--alert);
      }
      .late {
        color: var(--alert);
        font-weight: 700;
      }
    `,
  ];

  @property({ type: Number }) minutes = 0;
  @property({ type: Number }) target = 30;
  /** The target in words that are seen, too. */
  @property({ type: Boolean }) spelled = false;

  override render() {
    const over = this.minutes > this.target;
    const span = Math.max(SPAN, this.target * 1.5);
    const along = (minutes: number) => INSET + (WIDTH - 2 * INSET) * Math.min(1, minutes / span);
    const end = Math.min(along(this.minutes), over ? WIDTH - INSET - 8 : WIDTH - INSET);
    return html`<svg part="line" viewBox="0 0 ${WIDTH} 20" class=${over ? 'over' : ''} aria-hidden="true">
        <path class="line" d="M${INSET} 10H${WIDTH - INSET}" />
        <path class="waited" d="M${INSET} 10H${end}" />
        <path class="target" d="M${along(this.target)} 1v18" />
        ${over ? svg`<path class="head" d="M${end - 1} 3 l9 7-9 7z" />` : ''}
      </svg>
      <span class=${over ? 'late' : ''}
        >${t('common.minutes', { count: this.minutes })}<span class=${this.spelled ? '' : 'visually-hidden'}>
          ${t('common.of-target', { count: this.target })}</span
        ></span
      >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waited-path': WaitedPath;
  }
}
