/**
 * Displays in a process of their own. They say when the last of them has heard of a mark: a call's id in a patch
 * of the edge, or the mark of the floor's own broadcast. The moment is on the machine's monotonic clock, which
 * processes share.
 */
import { type Socket, io } from 'socket.io-client';
import { callsIn } from './calls-in.ts';

export interface FarmOrder {
  readonly url: string;
  readonly namespace: string;
  /** One display for each. */
  readonly tokens: readonly string[];
}

export type FarmReport =
  | { readonly kind: 'connected' }
  /** `at` is in nanoseconds, as decimal text. */
  | { readonly kind: 'heard'; readonly mark: string; readonly at: string };

function connect({ url, namespace, tokens }: FarmOrder): Promise<unknown> {
  const heard = new Map<string, number>();
  const hear = (mark: string): void => {
    const count = (heard.get(mark) ?? 0) + 1;
    heard.set(mark, count);
    if (count !== tokens.length) return;
    heard.delete(mark);
    report({ kind: 'heard', mark, at: String(process.hrtime.bigint()) });
  };
  const sockets = tokens.map((token) =>
    io(`${url}${namespace}`, { transports: ['websocket'], auth: { token }, forceNew: true }),
  );
  return Promise.all(sockets.map((socket) => listen(socket, hear)));
}

/** Resolves with its first snapshot. */
function listen(socket: Socket, hear: (mark: string) => void): Promise<void> {
  socket.on('patch', ({ changes }: { readonly changes: { readonly calls?: object } }) => {
    for (const callId of callsIn(changes)) hear(callId);
  });
  return new Promise((resolve, reject) => {
    socket.once('snapshot', () => resolve());
    socket.once('connect_error', reject);
  });
}

function report(message: FarmReport): void {
  process.send?.(message);
}

process.on('message', (order: FarmOrder) => {
  void connect(order).then(() => report({ kind: 'connected' }));
});
process.on('disconnect', () => process.exit());
