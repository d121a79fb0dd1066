// The socket of a ticket page. It lives beside the page, under the path that the address gives; a public id that the
// server does not know (any more) is final, anything else is tried again.

import type { Wire } from '@foyer/ui-kit/connection/connection.ts';
import { io } from 'socket.io-client';

interface Refused extends Error {
  data?: { readonly code?: string };
}

const AGAIN_AFTER_MS = 5_000;
const FINAL_CODES = ['not-found', 'unauthenticated', 'not-allowed'];

export function openTicketWire(socketPath: string) {
  return (url: string, auth: Readonly<Record<string, string>>): Wire => {
    const socket = io(url, {
      path: socketPath,
      auth,
      autoConnect: false,
      transports: ['websocket', 'polling'],
      reconnectionDelay: 1_000,
      reconnectionDelayMax: 8_000,
    });
    socket.on('connect_error', (error: Refused) => {
      const code = error.data?.code ?? error.message;
      // To a page without a ticket, "there is nothing here" is what "sign in again" is to a screen.
      if (FINAL_CODES.includes(code)) error.data = { code: 'unauthenticated' };
      // A server that refused does not see its client come back by itself.
      else if (!socket.active) setTimeout(() => socket.connect(), AGAIN_AFTER_MS);
    });
    return socket as unknown as Wire;
  };
}
