// What the parts of a display's settings tell the dialog around them: what changed of the layout.

import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';

/** A setting that is undefined is taken away. */
export type LayoutChange = { readonly [K in keyof DisplayLayout]?: DisplayLayout[K] | undefined };

export function sayLayout(from: EventTarget, change: LayoutChange): void {
  from.dispatchEvent(new CustomEvent<LayoutChange>('layout-said', { detail: change }));
}

declare global {
  interface HTMLElementEventMap {
    'layout-said': CustomEvent<LayoutChange>;
  }
}
