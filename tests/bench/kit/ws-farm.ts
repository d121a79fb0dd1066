/**
 * Displays as `display-farm.ts` has them, on bare WebSockets: they speak just enough of Socket.IO to be told, so that many
 * of them cost little beside what is measured.
 */
import { WebSocket } from 'ws';
import { callsIn } from './calls-in.ts';
import type { FarmOrder, FarmReport } from './display-farm.ts';

function connect({ url, namespace, tokens }: FarmOrder): Promise<unknown> {
  const heard = new Map<string, number>();
  const hear = (mark: string): void => {
    const count = (heard.get(mark) ?? 0) + 1;
    heard.set(mark, count);
    if (count !== tokens.length) return;
    heard.delete(mark);
    report({ kind: 'heard', mark, at: String(process.hrtime.bigint()) });
  };
  const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  return Promise.all(tokens.map((token) => listen(new WebSocket(address), `40${namespace},`, token, namespace, hear)));
}

/** Resolves with its first snapshot. */
function listen(
  socket: WebSocket,
  greeting: string,
  token: string,
  namespace: string,
  hear: (mark: string) => void,
): Promise<void> {
  const event = `42${namespace},`;
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('0')) socket.send(`${greeting}${JSON.stringify({ token })}`);
      else if (text === '2') socket.send('3');
      else if (text.startsWith('44')) reject(new Error(text));
      else if (text.startsWith(event)) {
        const [name, message] = JSON.parse(text.slice(event.length)) as [string, { changes?: { calls?: object } }];
        if (name === 'snapshot') resolve();
        for (const id of callsIn(message.changes ?? {})) hear(id);
      }
    });
  });
}

function report(message: FarmReport): void {
  process.send?.(message);
}

process.on('message', (order: FarmOrder) => {
  void connect(order).then(() => report({ kind: 'connected' }));
});
process.on('disconnect', () => process.exit());
