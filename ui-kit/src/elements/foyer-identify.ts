// A screen says which one it is: its name over everything, as large as it fits, for ten seconds or until it is touched.
// Whoever stands before it is asked nothing, and what was on the screen is there again afterwards.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { identifyForMs } from '@foyer/contracts/device-orders.ts';
import { FoyerElement, shared } from './foyer-element.ts';

@customElement('foyer-identify')
export class FoyerIdentify extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 1000;
        display: grid;
        place-items: center;
        padding: 5vmin;
        border: 3vmin solid var(--text);
        background: var(--accent);
        color: var(--on-accent);
        text-align: center;
      }
      b {
        max-width: 100%;
        font-size: min(18vmin, 14vw);
        line-height: 1.15;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() name = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'status');
    this.addEventListener('pointerdown', () => this.remove());
    this.#timer = setTimeout(() => this.remove(), identifyForMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    return html`<b><bdi>${this.name}</bdi></b>`;
  }
}

/** Once, however often it is asked for meanwhile: the last time counts. */
export function identify(name: string): void {
  for (const shown of document.querySelectorAll('foyer-identify')) shown.remove();
  document.body.append(Object.assign(document.createElement('foyer-identify'), { name }));
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-identify': FoyerIdentify;
  }
}
