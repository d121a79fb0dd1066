// The socket of a ticket page. It lives beside the page, under the path that the address gives. A public id that the
// server does not know is final for a page that had its ticket; before that the ticket may still be on its way, from the
// clinic to the PMS.

import type { Wire } from '@foyer/ui-kit/connection/connection.ts';
import { io } from 'socket.io-client';

export interface TicketWireOptions {
  readonly socketPath: string;
  /** The server knows no such ticket yet; it is asked again. */
  readonly onUnknown: () => void;
}

interface Refused extends Error {
  data?: { readonly code?: string };
}

export function openTicketWire({ socketPath, onUnknown }: TicketWireOptions) {
  return (url: string, auth: Readonly<Record<string, string>>): Wire => {
    const socket = io(url, {
      path: socketPath,
      auth,
      autoConnect: false,
      transports: ['websocket', 'polling'],
      reconnectionDelay: 1_000,
      reconnectionDelayMax: 8_000,
    });
    let hadTicket = false;
    socket.on('snapshot', () => (hadTicket = true));
    socket.on('connect_error', (error: Refused) => {
      if ((error.data?.code ?? error.message) !== 'not-found') return;
      // To a page whose ticket is gone, "there is nothing here" is what "sign in again" is to a screen.
      if (hadTicket) error.data = { code: 'unauthenticated' };
      else onUnknown();
    });
    return socket as unknown as Wire;
  };
}
