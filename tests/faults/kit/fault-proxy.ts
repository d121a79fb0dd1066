/**
 * A TCP line whose weather changes while it is used: slow, late, cut anywhere in what it carries, half open, torn in the
 * middle of an answer, with flipped bits in what is packed, and with requests that are said again by somebody else.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../bench/kit/random.ts';

export interface Weather {
  readonly name: string;
  readonly latencyMs?: number;
  readonly bitsPerSecond?: number;
  /** Of a connection: it ends somewhere in what it carries. */
  readonly cutChance?: number;
  /** What is sent this way goes nowhere, and nobody is told. */
  readonly silent?: 'up' | 'down';
  /** An answer ends in its middle. */
  readonly tornAnswers?: true;
  /** Of a piece of a packed body. */
  readonly flipChance?: number;
  /** Of a request: it comes once more, later, and its answer goes to nobody. */
  readonly replayChance?: number;
}

export const calm: Weather = { name: 'calm' };
export const weathers: readonly Weather[] = [
  calm,
  { name: 'late', latencyMs: 180 },
  { name: '64 kbit/s', latencyMs: 40, bitsPerSecond: 64_000 },
  { name: '30 % cut', cutChance: 0.3 },
  { name: 'half open upward', silent: 'up' },
  { name: 'half open downward', silent: 'down' },
  { name: 'torn answers', tornAnswers: true },
  { name: 'flipped bits', flipChance: 0.5 },
  { name: 'replayed', replayChance: 0.5 },
];

export interface FaultProxy {
  readonly url: string;
  /** How often each kind of harm was done. */
  readonly harm: ReadonlyMap<string, number>;
  setWeather(weather: Weather): void;
  /** Ends all connections now. */
  cut(): void;
  stop(): Promise<void>;
}

const mostOfACut = 1_500;
const latestReplayMs = 4_000;
const packedStart = Buffer.from([0x1f, 0x8b]);
const endOfHead = Buffer.from('\r\n\r\n');

export async function startFaultProxy(targetPort: number, random: Random): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const harm = new Map<string, number>();
  const stopping = new AbortController();
  let weather = calm;
  const note = (kind: string): void => void harm.set(kind, (harm.get(kind) ?? 0) + 1);
  const track = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  };

  const replay = async (request: Buffer): Promise<void> => {
    note('replayed');
    await sleep(random.below(latestReplayMs), undefined, { signal: stopping.signal });
    const far = track(connect(targetPort, '127.0.0.1'));
    far.resume().end(request);
  };
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    for (const [one, other] of [[near, far] as const, [far, near] as const])
      track(one).on('close', () => other.destroy());
    const cutAfter = random.next() < (weather.cutChance ?? 0) ? random.below(mostOfACut) : undefined;
    let carried = 0;
    const carry = (from: Socket, to: Socket, way: 'up' | 'down'): void => {
      let before = Promise.resolve();
      from.on('data', (chunk: Buffer) => {
        const { latencyMs = 0, bitsPerSecond, silent, tornAnswers, flipChance = 0, replayChance = 0 } = weather;
        if (silent === way) return note(`swallowed ${way}`);
        if (way === 'up' && isWholePost(chunk) && random.next() < replayChance)
          replay(Buffer.from(chunk)).catch(() => undefined);
        if (way === 'up' && random.next() < flipChance && flipped(chunk, random)) note('flipped');
        const ms = latencyMs + (bitsPerSecond === undefined ? 0 : (chunk.length * 8_000) / bitsPerSecond);
        before = before.then(async () => {
          if (ms > 0) await sleep(ms);
          carried += chunk.length;
          const isCut = cutAfter !== undefined && carried > cutAfter;
          const isTorn = way === 'down' && tornAnswers === true;
          if (!isCut && !isTorn) return void to.write(chunk);
          note(isCut ? 'cut' : 'torn');
          to.end(chunk.subarray(0, chunk.length >> 1), () => from.destroy());
        });
      });
    };
    carry(near, far, 'up');
    carry(far, near, 'down');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    harm,
    setWeather: (next) => void (weather = next),
    cut,
    stop() {
      stopping.abort();
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function isWholePost(chunk: Buffer): boolean {
  if (!chunk.subarray(0, 5).equals(Buffer.from('POST '))) return false;
  const head = chunk.indexOf(endOfHead);
  const length = /content-length: (\d+)/i.exec(chunk.subarray(0, Math.max(0, head)).toString('latin1'))?.[1];
  return length !== undefined && chunk.length === head + endOfHead.length + Number(length);
}

/** One bit of what is packed; false where nothing is. */
function flipped(chunk: Buffer, random: Random): boolean {
  const head = chunk.indexOf(endOfHead);
  const from = chunk.indexOf(packedStart, head === -1 ? 0 : head);
  if (from === -1 || (head === -1 && from > 0)) return false;
  const at = from + random.below(chunk.length - from);
  chunk[at] = chunk[at]! ^ (1 << random.below(8));
  return true;
}
