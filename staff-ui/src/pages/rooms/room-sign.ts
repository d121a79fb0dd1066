// What goes on in a room, as shape and word: empty = door, on the way = arrow, waiting = ring, with staff = disc, ready
// for the doctor = flag, to be cleaned = drop, closed = lock.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import '../../components/state-mark.ts';
import type { RoomFace } from '../../data/rooms.ts';

const icons = {
  empty: 'room',
  called: 'forward',
  'ready-for-doctor': 'flag',
  'to-be-cleaned': 'drop',
  paused: 'pause',
  closed: 'lock',
} as const satisfies { readonly [F in RoomFace]?: IconName };

@customElement('room-sign')
export class RoomSign extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
        --icon-size: 1.25em;
      }
      foyer-icon {
        flex: none;
      }
    `,
  ];

  @property() face: RoomFace = 'empty';

  override render() {
    const { face } = this;
    if (face in icons) {
      return html`<foyer-icon name=${icons[face as keyof typeof icons]} .stroke=${2.2}></foyer-icon><slot></slot>`;
    }
    return html`<state-mark of=${face === 'waiting' ? 'waiting' : 'with-staff'}></state-mark><slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-sign': RoomSign;
  }
}
