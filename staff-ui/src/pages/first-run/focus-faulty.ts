import type { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';

/** Brings the keyboard to the first field whose fault is said, once it is drawn. */
export function focusFaulty(element: FoyerElement): void {
  void element.updateComplete.then(() => element.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
