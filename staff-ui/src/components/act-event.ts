// An act that a part of a page asks for; the page sends it.

import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';

export function askToAct(from: EventTarget, body: CommandBody): void {
  from.dispatchEvent(new CustomEvent<CommandBody>('staff-act', { detail: body, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap {
    'staff-act': CustomEvent<CommandBody>;
  }
}
