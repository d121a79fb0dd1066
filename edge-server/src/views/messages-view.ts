// What displays tell everybody for a while: each display those that name it or none, staff all of them. A display that
// nobody has set shares its stream until a message names it.

import type { ById } from '@foyer/contracts/by-id.ts';
import type { MessageView } from '@foyer/contracts/clinic-view.ts';
import type { StaffMessage } from '@foyer/contracts/staff-view.ts';
import { messagesNow } from '@foyer/domain/queue/message.ts';
import type { QueueState } from '@foyer/domain/queue/queue-state.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

type Told = Pick<ClinicState, 'queue' | 'now'>;

/** `deviceId`: absent for the stream of displays that nobody has set. */
export function displayMessages(
  { queue, now }: Told,
  deviceId: string | undefined,
): { readonly messages?: ById<MessageView> } {
  const told = messagesNow(queue, now).filter(
    ({ displayIds }) => displayIds === null || (deviceId !== undefined && displayIds.includes(deviceId)),
  );
  return told.length === 0 ? {} : { messages: byId(told.map(({ id, text, until, at }) => ({ id, text, until, at }))) };
}

export function staffMessages({ queue, now }: Told): { readonly messages?: ById<StaffMessage> } {
  const told = messagesNow(queue, now).map(({ id, text, until, at, displayIds }): StaffMessage => {
    return { id, text, until, at, ...(displayIds === null ? {} : { displayIds }) };
  });
  return told.length === 0 ? {} : { messages: byId(told) };
}

/** Of one that is over too: nobody's stream begins anew because a message ended. */
export function isNamedIn(messages: QueueState['messages'], deviceId: string): boolean {
  for (const { displayIds } of messages.values()) if (displayIds?.includes(deviceId) === true) return true;
  return false;
}
