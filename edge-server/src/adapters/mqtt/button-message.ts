// What a call button says: `{ "press": "single" | "double" | "long", "id"? }`; `action` is the same word of other makes.
// The id is the button's own count of presses, where it has one.

import { presses, type PressKind } from '@foyer/contracts/thing-presses.ts';
import { readJson } from './read-json.ts';

export interface ButtonMessage {
  readonly press: PressKind;
  readonly id: string | undefined;
}

export function readButtonMessage(payload: Uint8Array): ButtonMessage | undefined {
  const value = readJson(payload);
  if (typeof value !== 'object' || value === null) return undefined;
  const { press, action, id } = value as { readonly press?: unknown; readonly action?: unknown; readonly id?: unknown };
  const kind = presses.find((known) => known === (press ?? action));
  if (kind === undefined) return undefined;
  return { press: kind, id: typeof id === 'string' || typeof id === 'number' ? String(id) : undefined };
}
