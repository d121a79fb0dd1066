/** A screen's Socket.IO socket, with the delays of a real one, whose line can be cut under it. */
import { io, type Socket } from 'socket.io-client';

interface LineBelow {
  readonly transport?: { readonly ws?: { terminate(): void } };
}

export function openCuttable(url: string, auth: Readonly<Record<string, string>>): Socket {
  return io(url, {
    auth,
    autoConnect: false,
    forceNew: true,
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 4_000,
  });
}

/** No word to the other side, as when a cable is pulled and put back. Answers whether there was a line. */
export function cutLine(socket: Socket | undefined): boolean {
  if (socket?.connected !== true) return false;
  const { transport } = socket.io.engine as unknown as LineBelow;
  if (transport?.ws === undefined) throw new Error('the line of this socket cannot be reached');
  transport.ws.terminate();
  return true;
}
