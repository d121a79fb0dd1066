import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import { uuidV7Time } from '@foyer/contracts/ids.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection, type Wire } from './connection.ts';

type Ack = (answer: CommandAnswer & { status: number }) => void;
const SERVER_TIME = Date.UTC(2026, 10, 22, 10, 22);

class FakeWire implements Wire {
  connected = false;
  active = true;
  connects = 0;
  readonly sent: { event: string; body: { commandId?: string; stream?: string; seq?: number }; ack: Ack }[] = [];
  readonly #listeners = new Map<string, (message: never) => void>();
  on(event: string, listener: (message: never) => void) {
    this.#listeners.set(event, listener);
  }
  emit(event: string, body: never, ack: never) {
    this.sent.push({ event, body, ack });
  }
  connect() {
    this.connects += 1;
    this.active = true;
  }
  disconnect() {
    this.connected = false;
    this.active = false;
    this.says('disconnect');
  }
  /** As Socket.IO does it: whom the server refuses or sends away does not come back by itself. */
  turnsAway(event: 'connect_error' | 'disconnect', message: unknown = {}) {
    this.active = false;
    this.says(event, message);
  }
  says(event: string, message: unknown = {}) {
    if (event === 'connect') this.connected = true;
    if (event === 'disconnect') this.connected = false;
    this.#listeners.get(event)?.(message as never);
  }
  commands() {
    return this.sent.filter((item) => item.event === 'command');
  }
}

function aConnection(given: { readonly redials?: true } = {}) {
  const wire = new FakeWire();
  const connection = new Connection({ namespace: '/kiosk', auth: { token: 't' }, openWire: () => wire, ...given });
  connection.start();
  return { wire, connection };
}
const tick = (seq: number, serverTime = SERVER_TIME) => ({ stream: 's', seq, serverTime });
const snapshot = (seq: number) => ({ ...tick(seq), view: { printer: 'ready' } });
const accepted = { ok: true, epoch: 1, seq: 9, result: {}, status: 200 } as const;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

describe('the liveness of a connection', () => {
  it('is connecting, live, quiet after 5 s, stale after 30 s, and live again at a word', () => {
    const { wire, connection } = aConnection();
    const seen: string[] = [connection.liveness];
    connection.subscribe(() => seen.push(connection.liveness));
    wire.says('connect');
    wire.says('snapshot', snapshot(1));
    vi.advanceTimersByTime(4_999);
    expect(connection.liveness).toBe('live');
    vi.advanceTimersByTime(1);
    vi.advanceTimersByTime(25_000);
    wire.says('tick', tick(1));
    expect(seen.filter((state, index) => state !== seen[index - 1])).toEqual([
      'connecting',
      'live',
      'quiet',
      'stale',
      'live',
    ]);
  });
  it('says that the screen must be enrolled again when its credential is refused', () => {
    const { wire, connection } = aConnection();
    wire.says('connect_error', { data: { code: 'unauthenticated' } });
    expect(connection.liveness).toBe('refused');
  });
});

describe('the wire of a connection', () => {
  it('is opened again where the server sent the screen away, and so learns that it must be enrolled again', () => {
    const { wire, connection } = aConnection();
    wire.says('connect');
    wire.turnsAway('disconnect');
    vi.advanceTimersByTime(500);
    expect(wire.connects).toBe(2);
    wire.turnsAway('connect_error', { data: { code: 'unauthenticated' } });
    vi.advanceTimersByTime(60_000);
    expect(wire.connects).toBe(2);
    expect(connection.liveness).toBe('refused');
  });
  it('is opened again with the credential that was given last', () => {
    const wire = new FakeWire();
    const shaken: string[] = [];
    const openWire = (_url: string, auth: Readonly<Record<string, string>>): Wire => {
      const connect = wire.connect.bind(wire);
      wire.connect = () => {
        shaken.push(auth['token']!);
        connect();
      };
      return wire;
    };
    const connection = new Connection({ namespace: '/staff', auth: { token: 'first', device: 'd' }, openWire });
    connection.start();
    wire.says('connect');
    connection.use({ token: 'second' });
    wire.turnsAway('disconnect');
    vi.advanceTimersByTime(500);
    expect(shaken).toEqual(['first', 'second']);
  });
  it('is told once that its credential has expired, and does not go on with it', () => {
    const wire = new FakeWire();
    let expired = 0;
    const auth = { token: 't' };
    const connection = new Connection({
      namespace: '/kiosk',
      auth,
      openWire: () => wire,
      expired: () => (expired += 1),
    });
    connection.start();
    wire.turnsAway('connect_error', { data: { code: 'credential-expired' } });
    expect([expired, wire.connects, connection.liveness]).toEqual([1, 1, 'connecting']);
    connection.stop();
  });

  it('says at every connect how its screen does, and hands on what that is told', () => {
    const wire = new FakeWire();
    const connection = new Connection({ namespace: '/kiosk', auth: { token: 't' }, openWire: () => wire });
    const told: unknown[] = [];
    connection.onOrder((order) => told.push(order));
    connection.start();
    connection.report({ version: 'a', errors: 0 });
    wire.says('connect');
    connection.report({ version: 'a', errors: 1 });
    const reports = wire.sent.filter(({ event }) => event === 'report').map(({ body }) => body);
    expect(reports).toEqual([
      { version: 'a', errors: 0 },
      { version: 'a', errors: 1 },
    ]);
    wire.says('order', { order: 'identify', name: 'Kiosk 1' });
    expect(told).toEqual([{ order: 'identify', name: 'Kiosk 1' }]);
    connection.stop();
  });

  it('is opened again every 5 s where the server refused for now', () => {
    const { wire } = aConnection();
    for (const opened of [2, 3]) {
      wire.turnsAway('connect_error', { data: { code: 'rate-limited' } });
      vi.advanceTimersByTime(5_000);
      expect(wire.connects).toBe(opened);
    }
  });
  it('is left to itself while it tries, and alone once the screen has stopped', () => {
    const { wire, connection } = aConnection();
    wire.says('connect_error', new Error('xhr poll error'));
    wire.says('disconnect');
    connection.stop();
    vi.advanceTimersByTime(60_000);
    expect(wire.connects).toBe(1);
  });
});

describe('the view of a connection', () => {
  it('asks for what it missed, once in a while and not at every message', () => {
    const { wire, connection } = aConnection();
    wire.says('connect');
    wire.says('snapshot', snapshot(1));
    wire.says('patch', { ...tick(4), prevSeq: 3, changes: {} });
    wire.says('tick', tick(4));
    expect(wire.sent.map(({ event, body }) => [event, body])).toEqual([['catch-up', { stream: 's', seq: 1 }]]);
    vi.advanceTimersByTime(3_000);
    wire.says('tick', tick(4));
    expect(wire.sent).toHaveLength(2);
    wire.says('patch', { ...tick(4), prevSeq: 1, changes: { printer: 'unavailable' } });
    expect(connection.view).toEqual({ printer: 'unavailable' });
  });
});

describe('a line that fell silent', () => {
  it('is dropped and dialled again where that is wanted, and left alone elsewhere', () => {
    for (const [given, connects] of [
      [{ redials: true }, 2],
      [{}, 1],
    ] as const) {
      const { wire } = aConnection(given);
      wire.says('connect');
      wire.says('snapshot', snapshot(1));
      vi.advanceTimersByTime(4_999);
      expect(wire.connects).toBe(1);
      vi.advanceTimersByTime(1);
      expect(wire.connects).toBe(connects);
    }
  });
  it('is not dialled while it is down: it tries again by itself', () => {
    const { wire } = aConnection({ redials: true });
    wire.says('connect');
    wire.says('disconnect');
    vi.advanceTimersByTime(5_000);
    expect(wire.connects).toBe(1);
  });
});

describe('a command', () => {
  it('carries an id made from the time of the server', async () => {
    const { wire, connection } = aConnection();
    wire.says('connect');
    wire.says('tick', tick(1));
    const sent = connection.send({ type: 'request-help', kind: 'assistance' });
    expect(uuidV7Time(wire.commands()[0]!.body.commandId!)).toBe(SERVER_TIME);
    wire.commands()[0]!.ack(accepted);
    expect(await sent).toEqual(accepted);
    expect(connection.pending).toEqual([]);
  });
  it('goes again with the same id when its answer is lost, and is answered once', async () => {
    const { wire, connection } = aConnection();
    wire.says('connect');
    const sent = connection.send({ type: 'request-help', kind: 'assistance' });
    vi.advanceTimersByTime(4_000);
    const [first, second] = wire.commands();
    expect(second!.body).toEqual(first!.body);
    second!.ack(accepted);
    first!.ack({ ...accepted, seq: 10 });
    expect(await sent).toMatchObject({ seq: 9 });
  });
  it('waits for the line and is seen as unconfirmed meanwhile', async () => {
    const { wire, connection } = aConnection();
    const sent = connection.send({ type: 'request-help', kind: 'emergency' });
    expect(wire.commands()).toEqual([]);
    expect(connection.pending.map(({ type }) => type)).toEqual(['request-help']);
    wire.says('connect');
    wire.commands()[0]!.ack(accepted);
    expect(await sent).toEqual(accepted);
  });
  it('is tried again when the server is stopping, and not when it refuses', async () => {
    const { wire, connection } = aConnection();
    wire.says('connect');
    const sent = connection.send({ type: 'request-help', kind: 'assistance' });
    wire.commands()[0]!.ack({ ok: false, error: { code: 'shutting-down', message: '' }, status: 503 });
    vi.advanceTimersByTime(1_000);
    expect(wire.commands()).toHaveLength(2);
    wire.commands()[1]!.ack({ ok: false, refusal: { code: 'unknown-service' }, status: 409 });
    expect(await sent).toMatchObject({ ok: false, refusal: { code: 'unknown-service' } });
  });
  it('says that it is unanswered when the caller cannot wait longer', async () => {
    const { connection } = aConnection();
    const sent = connection.send({ type: 'request-help', kind: 'assistance' }, { giveUpAfterMs: 10_000 });
    vi.advanceTimersByTime(10_000);
    expect(await sent).toEqual({ ok: false, unanswered: true });
  });
});
