/** What `broadcast-floor.ts` does, with nothing but WebSockets: a durable overwrite, then the same bytes to every client. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { FloorOrder, FloorReport } from './broadcast-floor.ts';
import { openDurableOverwrite } from './durable-overwrite.ts';

const [file = ''] = process.argv.slice(2);
const overwrite = openDurableOverwrite(file);
const http = createServer();
const displays = new WebSocketServer({ server: http });
displays.on('connection', (socket) => {
  // As Socket.IO begins: the farm is the same.
  socket.send('0{}');
  socket.on('message', () => socket.send('42/display,["snapshot",{}]'));
});

function report(message: FloorReport): void {
  process.send?.(message);
}

process.on('message', ({ message }: FloorOrder) => {
  const at = process.hrtime.bigint();
  overwrite.write();
  const text = `42/display,${JSON.stringify(['patch', message])}`;
  for (const socket of displays.clients) socket.send(text);
  report({ kind: 'began', at: String(at) });
});
process.on('disconnect', () => process.exit());
http.listen(0, '127.0.0.1', () => {
  report({ kind: 'listening', port: (http.address() as AddressInfo).port });
});
