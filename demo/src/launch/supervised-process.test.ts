import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SupervisedProcess } from './supervised-process.ts';

function aProgram(source: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'foyer-supervised-')), 'program.mjs');
  writeFileSync(file, source);
  return file;
}

it('starts a server again when it ends by itself, waiting longer each time, and says so', async () => {
  const said: string[] = [];
  const waits: number[] = [];
  const supervised = new SupervisedProcess({
    name: 'edge',
    command: [aProgram('process.exit(3)')],
    environment: {},
    say: (line) => said.push(line),
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  supervised.start();
  await vi.waitFor(() => expect(waits.length).toBeGreaterThanOrEqual(3), { timeout: 20_000 });
  await supervised.stop();
  expect(waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
  expect(said[0]).toBe('edge ended by itself (status 3); it is started again in 1 s');
}, 30_000);

it('stops a server with a signal and does not start it again', async () => {
  const said: string[] = [];
  const supervised = new SupervisedProcess({
    name: 'edge',
    command: [aProgram('setInterval(() => undefined, 1000)')],
    environment: {},
    say: (line) => said.push(line),
  });
  supervised.start();
  await vi.waitFor(() => expect(supervised.pid).toBeGreaterThan(0));
  const { pid = 0 } = supervised;
  await supervised.stop();
  expect(() => process.kill(pid, 0)).toThrow();
  expect(said).toEqual([]);
});

describe('a server that takes its time to end', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'foyer-supervised-')), 'written-down');
  /** Resolves once the program was told to end; it ends only when it is sent SIGUSR2. */
  const told = async (): Promise<{ readonly supervised: SupervisedProcess; readonly stopped: Promise<void> }> => {
    const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
    const { promise: heard, resolve: hears } = Promise.withResolvers<void>();
    const supervised = new SupervisedProcess({
      name: 'PMS',
      command: [
        aProgram(`
          import { writeFileSync } from 'node:fs';
          process.on('SIGTERM', () => process.send('told'));
          process.on('SIGUSR2', () => (writeFileSync(${JSON.stringify(file)}, ''), process.exit(0)));
          setInterval(() => undefined, 1000);
          process.send('ready');
        `),
      ],
      environment: {},
      onMessage: (message) => (message === 'ready' ? isReady() : hears()),
      say: () => undefined,
    });
    supervised.start();
    await ready;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const stopped = supervised.stop();
    await heard;
    return { supervised, stopped };
  };
  afterEach(() => {
    vi.useRealTimers();
    rmSync(file, { force: true });
  });

  it('has half a minute to write everything down', async () => {
    const { supervised, stopped } = await told();
    vi.advanceTimersByTime(29_999);
    process.kill(supervised.pid ?? 0, 'SIGUSR2');
    await stopped;
    expect(existsSync(file)).toBe(true);
  });

  it('is ended after that', async () => {
    const { stopped } = await told();
    vi.advanceTimersByTime(30_000);
    await stopped;
    expect(existsSync(file)).toBe(false);
  });
});
