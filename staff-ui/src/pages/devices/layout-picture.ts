// A small picture of how a display will look, as it is being set: drawn, not fetched, so that it moves with every touch.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { t } from '../../strings/strings.ts';

const numbers = ['A046', 'R012', 'A045', 'C003', 'A044', 'R011', 'A043', 'C002'] as const;
/** Rows that fit below the call, beside media and without. */
const rowsThatFit = { lying: { beside: 3, alone: 6 }, upright: { beside: 3, alone: 8 } } as const;

@customElement('layout-picture')
export class LayoutPicture extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .wall {
        --p: calc(100cqw / 192);
        display: grid;
        grid-template: calc(11 * var(--p)) calc(50 * var(--p)) calc(1 * var(--p)) minmax(0, 1fr) calc(10 * var(--p)) /
            minmax(0, 1fr);
        aspect-ratio: 16 / 9;
        overflow: hidden;
        border: 2px solid var(--line);
        background: var(--surface);
        color: var(--text);
        font-size: calc(7 * var(--p));
        line-height: 1.2;
        direction: ltr;
      }
      .bar,
      .strip {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding-inline: calc(6 * var(--p));
        font-size: calc(5 * var(--p));
        white-space: nowrap;
        overflow: hidden;
      }
      .strip {
        background: var(--floor);
      }
      .stage {
        display: grid;
        grid-template-columns: minmax(0, 1fr) calc(54 * var(--p));
        align-items: end;
        padding-inline: calc(6 * var(--p));
      }
      .number {
        font-size: calc(32 * var(--p));
        font-weight: 700;
      }
      .door {
        align-self: stretch;
        margin-top: calc(3 * var(--p));
        padding: calc(4 * var(--p));
        border-radius: calc(1.5 * var(--p)) calc(1.5 * var(--p)) 0 0;
        background: var(--accent);
        color: var(--on-accent);
        font-size: calc(22 * var(--p));
        font-weight: 700;
      }
      .floor {
        background: var(--text);
      }
      .below {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: calc(2 * var(--p)) calc(6 * var(--p));
        align-content: start;
        min-height: 0;
        padding: calc(2 * var(--p)) calc(6 * var(--p));
      }
      .rows {
        display: contents;
      }
      .beside {
        grid-template-columns: minmax(0, 1fr) calc(52 * var(--p));
        align-content: stretch;
      }
      .beside .rows {
        display: grid;
        align-content: start;
        gap: calc(2 * var(--p));
      }
      .media {
        display: grid;
        place-items: center;
        border: 1px solid var(--line);
        background: var(--floor);
        font-size: calc(5 * var(--p));
        color: var(--muted);
      }
      .sign {
        grid-template-rows: calc(11 * var(--p)) minmax(0, 1fr) calc(1 * var(--p)) calc(10 * var(--p));
      }
      .sign .stage {
        align-items: center;
      }
      .upright {
        --p: calc(100cqw / 190);
        grid-template-rows: calc(11 * var(--p)) calc(86 * var(--p)) calc(1 * var(--p)) minmax(0, 1fr) calc(
            10 * var(--p)
          );
        width: 57%;
        aspect-ratio: 9 / 16;
        margin-inline: auto;
      }
      .upright .stage {
        grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      }
      .upright .below {
        grid-template-columns: minmax(0, 1fr);
      }
      .upright .beside {
        grid-template-rows: minmax(0, 1fr) calc(54 * var(--p));
      }
      .upright.sign {
        grid-template-rows: calc(11 * var(--p)) minmax(0, 1fr) calc(1 * var(--p)) calc(10 * var(--p));
      }
    `,
  ];

  @property({ attribute: false }) layout!: DisplayLayout;
  @property() clinic = '';
  /** What the strip says first. */
  @property() ticker = '';
  @property({ type: Boolean }) upright = false;

  override render() {
    const { recentCalls, media, names } = this.layout;
    const beside = media.length > 0;
    const sign = recentCalls === 0 && !beside;
    const fit = rowsThatFit[this.upright ? 'upright' : 'lying'][beside ? 'beside' : 'alone'];
    const shape = [this.upright ? 'upright' : '', sign ? 'sign' : ''].filter(Boolean).join(' ');
    return html`<div class="wall ${shape}" role="img" aria-label=${t('display.looks')}>
      <div class="bar"><span>${this.clinic}</span><span>10:47</span></div>
      <div class="stage">
        <div>
          ${names === 'masked' ? 'M. O.' : nothing}
          <div class="number">A047</div>
        </div>
        <div class="door">3</div>
      </div>
      <div class="floor"></div>
      ${
        sign
          ? nothing
          : html`<div class="below ${beside ? 'beside' : ''}">
              <div class="rows">
                ${numbers.slice(0, Math.min(recentCalls, fit)).map((number, index) => html`<div><b>${number}</b> → ${index + 4}</div>`)}
              </div>
              ${beside ? html`<div class="media">1 / ${media.length}</div>` : nothing}
            </div>`
      }
      <div class="strip"><bdi>${this.ticker}</bdi></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'layout-picture': LayoutPicture;
  }
}
