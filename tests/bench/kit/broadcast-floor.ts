/**
 * What the disk and the socket do at best: a durable overwrite, then the given bytes to every client, from a
 * process of its own. Nothing is looked up, validated, decided or projected.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { openDurableOverwrite } from './durable-overwrite.ts';

/** A message, as a patch of the edge is one; `changes.calls` holds the mark. */
export interface FloorOrder {
  readonly message: object;
}

export type FloorReport =
  | { readonly kind: 'listening'; readonly port: number }
  /** When it began; `at` is in nanoseconds, as decimal text. */
  | { readonly kind: 'began'; readonly at: string };

const [file = '', delayMs = '0'] = process.argv.slice(2);
const overwrite = openDurableOverwrite(file, Number(delayMs));
const http = createServer();
const io = new Server(http, { transports: ['websocket'] });
const displays = io.of('/display');
displays.on('connection', (socket) => socket.emit('snapshot', {}));

function report(message: FloorReport): void {
  process.send?.(message);
}

process.on('message', ({ message }: FloorOrder) => {
  const at = process.hrtime.bigint();
  overwrite.write();
  displays.emit('patch', message);
  report({ kind: 'began', at: String(at) });
});
process.on('disconnect', () => process.exit());
http.listen(0, '127.0.0.1', () => {
  report({ kind: 'listening', port: (http.address() as AddressInfo).port });
});
