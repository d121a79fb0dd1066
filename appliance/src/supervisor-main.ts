// `node appliance/src/supervisor-main.js --root FOLDER`: runs the edge that is installed there and brings it to the next
// version when one is wanted. The edge's settings are this process's environment. Stops with it, cleanly.

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { localDisk } from './disk/local-disk.ts';
import { EdgePayload } from './processes/edge-payload.ts';
import { rehearseIn } from './processes/rehearse.ts';
import { SqliteDatabase } from './processes/sqlite-database.ts';
import { placesIn } from './updates/places.ts';
import { ReportedUpdates } from './updates/reported-updates.ts';
import { Supervisor } from './updates/supervisor.ts';
import { usualLimits } from './updates/update-facts.ts';

const { values } = parseArgs({
  options: { root: { type: 'string', default: '.' }, 'proven-seconds': { type: 'string' } },
});
const places = placesIn(resolve(values.root));
const dataDir = resolve(process.env['FOYER_DATA_DIR'] || './data');
const port = process.env['FOYER_EDGE_PORT'] || '8080';
const provenMs =
  values['proven-seconds'] === undefined ? usualLimits.provenMs : Number(values['proven-seconds']) * 1_000;
const turnMs = 1_000;
const watchdogMs = 20_000;

const database = new SqliteDatabase(join(dataDir, 'edge.db'));
const payload = new EdgePayload({
  versions: places.versions,
  environment: { ...process.env, FOYER_DATA_DIR: dataDir },
  url: `http://127.0.0.1:${port}`,
});
const supervisor = new Supervisor({
  disk: localDisk,
  places,
  payload,
  database,
  rehearse: rehearseIn({ versions: places.versions, dataDir, folder: join(dataDir, 'rehearsal'), database }),
  publicKey: readFileSync(places.publicKey, 'utf8'),
  limits: { ...usualLimits, provenMs },
  monotonic: () => performance.now(),
  now: () => Date.now(),
  machine: `${process.platform}-${process.arch}`,
  say: (step) => console.log(JSON.stringify({ event: 'update-step', ...step })),
});

const reported = new ReportedUpdates(localDisk, places, dataDir);
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());

let notifiedAt = Number.NEGATIVE_INFINITY;
while (!stopping.signal.aborted) {
  const { kind } = await supervisor.turn();
  reported.look();
  tellWatchdog();
  const isBusy = !['rest', 'start', 'start-trial'].includes(kind);
  if (!isBusy) await pause(turnMs, undefined, { signal: stopping.signal }).catch(() => undefined);
}
await payload.stop();

/** systemd hears nothing while the edge does not answer, and starts both again after `WatchdogSec`. */
function tellWatchdog(): void {
  const isDue = performance.now() - notifiedAt >= watchdogMs;
  if (process.env['NOTIFY_SOCKET'] === undefined || !isDue || !payload.answered) return;
  notifiedAt = performance.now();
  execFile('systemd-notify', ['WATCHDOG=1'], () => undefined);
}
