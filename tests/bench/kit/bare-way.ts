/**
 * The way of a command without Foyer on it: a request over HTTP, a hop to a thread that owns the disk, a durable
 * overwrite, a hop back, the bytes to every client, the answer. Nothing is looked up, validated, decided or projected.
 * What this costs above the floor no edge can save that has one writer in a thread of its own.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Server } from 'socket.io';

/** What the next request broadcasts. */
export interface BareOrder {
  readonly message: object;
}

export type BareReport = { readonly kind: 'listening'; readonly port: number } | { readonly kind: 'ready' };

const [file = ''] = process.argv.slice(2);
const writer = new Worker(join(import.meta.dirname, 'bare-writer.ts'), { workerData: file });
const http = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    writer.once('message', (answer: object) => {
      displays.emit('patch', message);
      const said = JSON.stringify(answer);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': said.length }).end(said);
    });
    writer.postMessage(JSON.parse(body));
  });
});
const io = new Server(http, { transports: ['websocket'] });
const displays = io.of('/display');
displays.on('connection', (socket) => socket.emit('snapshot', {}));
let message: object = {};

function report(said: BareReport): void {
  process.send?.(said);
}

process.on('message', (order: BareOrder) => {
  message = order.message;
  report({ kind: 'ready' });
});
process.on('disconnect', () => process.exit());
http.listen(0, '127.0.0.1', () => report({ kind: 'listening', port: (http.address() as AddressInfo).port }));
