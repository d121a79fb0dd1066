import type { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { TextsField } from './texts-field.ts';

/** Brings the keyboard to the first text of a dialog, once it is drawn. */
export async function focusFirst(dialog: FoyerElement): Promise<void> {
  await dialog.updateComplete;
  const field = dialog.renderRoot.querySelector<TextsField>('texts-field');
  await field?.updateComplete;
  field?.focus();
}
