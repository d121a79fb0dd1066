// The connections of a web server, so that it need not wait for those that carry nothing when it closes: browsers open
// some in advance, and Node counts one that has not asked anything yet as busy.

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface OpenConnections {
  /** Ends those on which nothing is being answered. */
  endIdle(): void;
}

export function watchConnections(server: Server): OpenConnections {
  const open = new Set<Socket>();
  const answering = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  });
  return {
    endIdle() {
      for (const socket of open) if (!answering.has(socket)) socket.destroy();
    },
  };
}
