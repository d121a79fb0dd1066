// The call that is now: the number, the way, and the room as the lit door that stands on the floor.

import type { Language } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DisplayCall } from '../calls/call-list.ts';
import { roomNameIn, splitRoomName } from '../calls/room-name.ts';
import { t } from '../strings/strings.ts';
import './direction-arrow.ts';
import './fit-words.ts';

@customElement('call-stage')
export class CallStage extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template: 196fr 260fr 44fr / minmax(0, 1fr) calc(248 * var(--u)) calc(568 * var(--u));
        column-gap: calc(56 * var(--u));
        padding-inline: calc(64 * var(--u));
      }
      h1 {
        grid-area: 1 / 1 / 2 / 3;
        align-self: end;
        margin-bottom: calc(36 * var(--u));
        font-size: calc(88 * var(--u));
        line-height: calc(104 * var(--u));
        font-weight: 400;
        letter-spacing: -0.02em;
        white-space: nowrap;
      }
      h1:lang(ar) {
        letter-spacing: 0;
      }
      .number {
        grid-area: 2 / 1;
        font-size: calc(364 * var(--u));
      }
      .long.number,
      .long .figure {
        font-size: calc(300 * var(--u));
      }
      .between {
        grid-area: 2 / 2;
        height: calc(260 * var(--u));
        padding-block: calc(22 * var(--u));
      }
      foyer-door {
        grid-area: 1 / 3 / 4 / 4;
        margin-top: calc(24 * var(--u));
        --r1: calc(12 * var(--u));
        --door-edge: calc(4 * var(--u));
        --door-padding: calc(24 * var(--u)) calc(44 * var(--u)) 0;
        --handle: calc(28 * var(--u));
        --handle-x: calc(24 * var(--u));
        --handle-y: calc(50% + 2 * var(--u));
      }
      .words {
        height: calc(112 * var(--u));
        margin-bottom: calc(32 * var(--u));
        font-size: calc(88 * var(--u));
        letter-spacing: -0.02em;
      }
      .only.words {
        height: calc(400 * var(--u));
        margin-inline-end: calc(36 * var(--u));
        font-size: calc(240 * var(--u));
        font-weight: 700;
      }
      .figure {
        font-size: calc(364 * var(--u));
      }
      .inside {
        display: none;
      }
      /* A room without a figure is a word: its door is wide, and the arrow stands in it. */
      :host([worded]) {
        grid-template-columns: minmax(0, 1fr) calc(872 * var(--u));
      }
      :host([worded]) .between {
        display: none;
      }
      :host([worded]) h1 {
        grid-area: 1 / 1;
      }
      :host([worded]) foyer-door {
        grid-column: 2;
      }
      .pointed .only.words {
        height: calc(240 * var(--u));
      }
      .only ~ .inside {
        display: block;
        width: calc(300 * var(--u));
        height: calc(160 * var(--u));
      }
      .initials {
        margin-inline-start: 0.6em;
        font-weight: 700;
      }
      /* The call has the screen to itself: number and room stand in its middle. */
      :host([alone]) {
        grid-template-rows: minmax(0, 1fr) calc(260 * var(--u)) minmax(0, 1fr);
      }
      :host([alone]) foyer-door {
        --door-padding: calc((var(--stage-height) - 260 * var(--u)) / 2 - 176 * var(--u)) calc(44 * var(--u)) 0;
      }
      /* A frame of light around the call that comes and goes in two seconds, for who may not hear it. */
      :host([flashes]) {
        position: relative;
      }
      :host([flashes])::after {
        content: '';
        position: absolute;
        inset: calc(4 * var(--u)) calc(16 * var(--u)) 0;
        border: calc(12 * var(--u)) solid var(--text);
        border-bottom: 0;
        border-radius: calc(20 * var(--u)) calc(20 * var(--u)) 0 0;
        pointer-events: none;
      }
      @media (prefers-reduced-motion: no-preference) {
        :host([flashes])::after {
          animation: flash 1s ease-in-out 30 alternate;
        }
        .number,
        h1,
        .between {
          animation: appear var(--slow) var(--ease);
        }
      }
      @keyframes flash {
        from {
          opacity: 1;
        }
        to {
          opacity: 0.1;
        }
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @media (orientation: portrait) {
        :host {
          grid-template: 128fr 294fr 46fr 392fr / minmax(0, 1fr);
        }
        h1 {
          grid-area: 1 / 1;
          margin-bottom: calc(24 * var(--u));
          font-size: calc(72 * var(--u));
          line-height: calc(88 * var(--u));
        }
        .number {
          grid-area: 2 / 1;
          font-size: calc(412 * var(--u));
        }
        .long.number {
          font-size: calc(320 * var(--u));
        }
        .between {
          display: none;
        }
        foyer-door {
          grid-area: 4 / 1;
          margin-top: 0;
          --door-padding: calc(44 * var(--u)) calc(84 * var(--u)) 0 calc(40 * var(--u));
          --handle-y: 50%;
        }
        :host([alone]) {
          grid-template: 300fr calc(294 * var(--u)) 120fr calc(760 * var(--u)) / minmax(0, 1fr);
        }
        :host([alone]) foyer-door.lit {
          --door-padding: calc(220 * var(--u)) calc(84 * var(--u)) 0 calc(40 * var(--u));
        }
        .sign {
          display: grid;
          grid-template: calc(128 * var(--u)) calc(166 * var(--u)) / minmax(0, calc(440 * var(--u))) auto;
          justify-content: start;
          column-gap: calc(40 * var(--u));
        }
        .words {
          margin: 0;
        }
        .inside {
          display: block;
          grid-area: 2 / 1;
          justify-self: start;
          width: calc(300 * var(--u));
          height: calc(160 * var(--u));
          align-self: end;
        }
        .figure {
          grid-area: 1 / 2 / 3 / 3;
          font-size: calc(412 * var(--u));
        }
        .long .figure {
          font-size: calc(250 * var(--u));
        }
        :host([worded]) {
          grid-template-columns: minmax(0, 1fr);
        }
        :host([worded]) foyer-door {
          grid-column: 1;
          --door-padding: calc(28 * var(--u)) calc(84 * var(--u)) 0 calc(40 * var(--u));
        }
        :host([worded]) .sign {
          grid-template: calc(190 * var(--u)) calc(150 * var(--u)) / minmax(0, 1fr);
        }
        .only.words {
          grid-area: 1 / 1 / 3 / 2;
          height: calc(320 * var(--u));
          margin: 0;
        }
        .pointed .only.words {
          grid-area: 1 / 1;
          height: calc(190 * var(--u));
        }
        .only ~ .inside {
          grid-area: 2 / 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) call!: DisplayCall;
  @property() language: Language = 'en';

  /** Nothing stands below it. */
  @property({ type: Boolean, reflect: true }) alone = false;
  /** Of who may not hear the call. Source: WCAG 2.2, 2.3.1: far below three times in a second. */
  @property({ type: Boolean, reflect: true }) flashes = false;
  /** The room has no figure in its name. */
  @property({ type: Boolean, reflect: true }) worded = false;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.worded = this.#room.figure === '';
    this.flashes = this.call.manner?.flashes ?? false;
  }

  override render() {
    const { number, direction = '', initials } = this.call;
    const { words, figure } = this.#room;
    const signed = `sign ${direction ? 'pointed' : ''} ${figure.length > 2 ? 'long' : ''}`;
    return html`<h1>
        ${t('calls.calling')}${initials ? html`<span class="initials"><bdi>${initials}</bdi></span>` : nothing}
      </h1>
      <foyer-number class="number ${number.length > 4 ? 'long' : ''}" .value=${number}></foyer-number>
      <direction-arrow class="between" direction=${direction}></direction-arrow>
      <foyer-door class="lit" state="lit">
        <div class=${signed}>
          <fit-words class="words ${figure ? '' : 'only'}" .words=${words}></fit-words>
          ${figure ? html`<foyer-number class="figure" .value=${figure}></foyer-number>` : ''}
          <direction-arrow class="inside" start direction=${direction}></direction-arrow>
        </div>
      </foyer-door>`;
  }

  get #room() {
    return splitRoomName(roomNameIn(this.call, this.language));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-stage': CallStage;
  }
}
