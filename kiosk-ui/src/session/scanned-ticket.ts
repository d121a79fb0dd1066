// A patient's own ticket under the reader: its code is the address of the ticket's page, whatever machine serves it.

import { publicIdPattern, type PublicId } from '@foyer/contracts/ids.ts';

const address = new RegExp(`^https?://[^/]+(?:/[^?#]*)?/t/(${publicIdPattern.slice(1, -1)})/?(?:[?#].*)?$`);

/** Undefined when the code is of something else. */
export function ticketOfCode(text: string): PublicId | undefined {
  return address.exec(text.trim())?.[1];
}
