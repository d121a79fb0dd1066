/** A TCP line that says when certain bytes first pass it upward. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface WatchedLine {
  readonly url: string;
  /** On the monotonic clock; undefined until they have passed. */
  readonly firstSeenAt: () => number | undefined;
  stop(): Promise<void>;
}

export async function startWatchedLine(target: string, bytes: string): Promise<WatchedLine> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let firstSeenAt: number | undefined;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('data', (chunk) => {
      if (firstSeenAt === undefined && chunk.includes(bytes)) firstSeenAt = performance.now();
    });
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    firstSeenAt: () => firstSeenAt,
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
