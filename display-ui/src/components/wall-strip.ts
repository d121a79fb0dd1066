// The quiet strip at the foot of the wall: one turn of lines for a while, then the next. It keeps its height whatever it
// says, so that nothing above it jumps.

import type { Language } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StripLine } from '../calls/strip-turns.ts';
import './fit-words.ts';

/** Long enough to read two lines twice. */
const TURN_MS = 12_000;

@customElement('wall-strip')
export class WallStrip extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        height: calc(96 * var(--u));
        padding: calc(4 * var(--u)) calc(64 * var(--u));
        background: var(--floor);
        font-size: calc(36 * var(--u));
      }
      /* The clinic tells something: the strip is larger all the while, so that its turns move nothing. */
      :host([large]) {
        height: calc(188 * var(--u));
        padding-block: calc(14 * var(--u));
      }
      :host([large]) fit-words {
        font-size: calc(44 * var(--u));
      }
      :host([loud]) {
        background: var(--text);
        color: var(--floor);
      }
      :host([loud]) fit-words {
        font-size: calc(76 * var(--u));
        font-weight: 600;
      }
      .turn {
        display: grid;
        grid-template-columns: var(--columns, minmax(0, 1fr));
        align-items: center;
        column-gap: calc(64 * var(--u));
        height: 100%;
      }
      fit-words {
        display: grid;
        align-items: center;
        height: 100%;
      }
      fit-words:lang(ar) {
        --fit-line: 1.4;
      }
    `,
  ];

  @property({ attribute: false }) turns: readonly (readonly StripLine[])[] = [];

  /** As long as the clinic tells something. */
  @property({ type: Boolean, reflect: true }) large = false;

  @state() private turn = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => (this.turn += 1), TURN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.turn >= this.turns.length || (changed.has('large') && this.large)) this.turn = 0;
    this.toggleAttribute('loud', this.turns[this.turn]?.some(({ loud }) => loud === true) ?? false);
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const columns = (this.turns[this.turn] ?? []).map(({ words }) => `minmax(0, ${roomOf(words)}fr)`);
    this.style.setProperty('--columns', columns.join(' '));
  }

  override render() {
    const lines = this.turns[this.turn] ?? [];
    return html`<div class="turn">
      ${lines.map(
        ({ language, words }) =>
          html`<fit-words lang=${language} dir=${directionOf(language)} .words=${words}></fit-words>`,
      )}
    </div>`;
  }
}

/** Languages that share a turn share its width by what they have to say; a Han character is as wide as two letters. */
function roomOf(words: string): number {
  return 10 + words.replace(/\p{Script=Han}/gu, '--').length;
}

function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

declare global {
  interface HTMLElementTagNameMap {
    'wall-strip': WallStrip;
  }
}
