import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reloadMosquitto } from './reload-mosquitto.ts';
import { takenOver } from './taken-over.ts';

it('reads from Mosquitto’s log whose connection a newer one of the same name has closed', () => {
  expect(takenOver('1764155000: Client sign-1 already connected, closing old connection.')).toBe('sign-1');
  expect(takenOver('New client connected from 127.0.0.1 as sign-1 (p2, c1, k60, u’sign-1’).')).toBeUndefined();
});

it('tells no process that is not Mosquitto to read its files again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-pid-'));
  const pidFile = join(folder, 'mosquitto.pid');
  expect(reloadMosquitto(pidFile)).toBe(false);
  for (const pid of [`${process.pid}\n`, '1', '-1', 'x']) {
    writeFileSync(pidFile, pid);
    expect(reloadMosquitto(pidFile)).toBe(false);
  }
  rmSync(folder, { recursive: true });
});
