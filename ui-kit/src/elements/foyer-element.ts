// What every element of Foyer's screens is: a Lit element that draws again when the page's language changes.
// A strict CSP forbids style attributes, so a style that depends on data is a class or `host.style.setProperty`,
// never `style=` in a template (Lit's styleMap writes that attribute too).

import { css, LitElement, type CSSResultGroup } from 'lit';
import { language } from '../language/language.ts';

export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    text-align: inherit;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  :focus-visible {
    outline: 4px solid var(--text);
    outline-offset: 4px;
  }
  b,
  strong {
    font-weight: 700;
  }
  .muted {
    color: var(--muted);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export class FoyerElement extends LitElement {
  static override styles: CSSResultGroup = shared;

  #leave: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = language.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }
}
