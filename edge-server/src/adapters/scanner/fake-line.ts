// A scanner that says over one line of TCP who it is, and then what it reads.

import { once } from 'node:events';
import { connect } from 'node:net';
import type { Introduction } from './scan-line.ts';
import type { Reading } from './scan-decoder.ts';

export interface ScannerOnALine {
  /** What the edge answered. */
  scan(reading: Reading): Promise<unknown>;
  pullOut(): Promise<void>;
}

/** Resolves when the edge has seen it. */
export async function aScannerOnALine(port: number, introduction: Introduction): Promise<ScannerOnALine> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const say = async (line: object): Promise<unknown> => {
    const answered = once(socket, 'data');
    socket.write(`${JSON.stringify(line)}\n`);
    const [answer] = (await answered) as [Buffer];
    return JSON.parse(answer.toString('utf8')) as unknown;
  };
  await say({ scanner: introduction });
  return {
    scan: say,
    pullOut: async () => {
      if (socket.destroyed) return;
      const closed = once(socket, 'close');
      socket.destroy();
      await closed;
    },
  };
}
