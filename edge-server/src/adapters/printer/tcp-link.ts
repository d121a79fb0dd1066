// The port that network printers listen on, 9100 as a rule.

import { connect, type Socket } from 'node:net';
import type { PrinterLine, PrinterLink } from './printer-line.ts';

export function tcpLink(host: string, port: number): PrinterLink {
  return (timeoutMs) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true });
      const timer = setTimeout(() => socket.destroy(new Error('no answer to the connection')), timeoutMs);
      socket.once('connect', () => {
        clearTimeout(timer);
        resolve(socketLine(socket));
      });
      socket.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
    });
}

function socketLine(socket: Socket): PrinterLine {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    onBytes: (listener) => void socket.on('data', listener),
    onEnd: (listener) => void (socket.closed ? listener() : socket.once('close', listener)),
    handOver: () => Promise.resolve(),
    close: () => socket.destroySoon(),
    // A reset: a plain end would still deliver what the kernel holds, to a printer that comes back in an hour.
    destroy: () => socket.resetAndDestroy(),
  };
}
