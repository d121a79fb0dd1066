// The stage when no call is now: one sentence, what to do, and a door that is not lit. `stopped` is the screen that has
// lost its server; its door says since when.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './fit-words.ts';

@customElement('quiet-stage')
export class QuietStage extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr) var(--door-column, calc(568 * var(--u)));
        column-gap: calc(40 * var(--u));
        padding-inline: calc(64 * var(--u));
      }
      .say {
        display: grid;
        grid-template-rows: calc(292 * var(--u)) minmax(0, 1fr);
        padding-block: calc(4 * var(--u)) calc(16 * var(--u));
        row-gap: calc(8 * var(--u));
      }
      :host([alone]) .say {
        grid-template-rows: auto auto;
        align-content: center;
      }
      h1 {
        display: grid;
        font-size: calc(136 * var(--u));
        letter-spacing: -0.025em;
        --fit-line: 1.03;
      }
      h1:lang(ar),
      h1:lang(zh) {
        letter-spacing: 0;
      }
      h1:lang(ar) {
        --fit-line: 1.4;
      }
      p {
        display: grid;
        min-height: 0;
        font-size: calc(76 * var(--u));
        --fit-line: 1.16;
      }
      p:lang(ar) {
        --fit-line: 1.4;
      }
      foyer-door {
        display: var(--door-shown, grid);
        margin-top: calc(24 * var(--u));
        --r1: calc(12 * var(--u));
        --door-edge: calc(4 * var(--u));
        --door-padding: calc(40 * var(--u)) calc(44 * var(--u)) calc(36 * var(--u));
        --handle: calc(28 * var(--u));
        --handle-x: calc(24 * var(--u));
        --handle-y: calc(50% + 2 * var(--u));
      }
      foyer-door::part(door) {
        background: transparent;
        border-color: var(--line);
      }
      .sign {
        display: flex;
        flex: 1;
        flex-direction: column;
        justify-content: space-between;
      }
      .since {
        margin-top: auto;
        font-size: calc(48 * var(--u));
        line-height: calc(64 * var(--u));
      }
      .since b {
        display: block;
        font-size: calc(72 * var(--u));
        line-height: calc(88 * var(--u));
      }
      foyer-icon {
        --icon-size: calc(144 * var(--u));
      }
      @media (orientation: portrait) {
        :host {
          grid-template: calc(468 * var(--u)) minmax(0, 1fr) / minmax(0, 1fr);
        }
        foyer-door {
          margin-top: 0;
        }
      }
    `,
  ];

  /** Nothing stands below it. */
  @property({ type: Boolean, reflect: true }) alone = false;
  @property() headline = '';
  @property() advice = '';
  @property() sign: IconName | '' = '';
  @property() since = '';
  @property() time = '';

  override render() {
    return html`<div class="say">
        <h1><fit-words .words=${this.headline}></fit-words></h1>
        <p><fit-words .words=${this.advice}></fit-words></p>
      </div>
      <foyer-door state="hollow" fill>
        <div class="sign">
          ${this.sign ? html`<foyer-icon name=${this.sign} .stroke=${1.6}></foyer-icon>` : nothing}
          ${this.time ? html`<p class="since">${this.since} <b>${this.time}</b></p>` : nothing}
        </div>
      </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quiet-stage': QuietStage;
  }
}
