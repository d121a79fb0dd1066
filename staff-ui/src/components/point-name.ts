// "Room 3" with its figure heavy, as on the wall.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';

@customElement('point-name')
export class PointName extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline;
      }
    `,
  ];

  @property() name = '';

  override render() {
    const [, words = this.name, figure = ''] = /^(.*?)(\d+)$/.exec(this.name) ?? [];
    return html`${words}<b>${figure}</b>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'point-name': PointName;
  }
}
