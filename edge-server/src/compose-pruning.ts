// Letting go of the log every night, where the machine’s settings say so.

import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Component } from './components.ts';
import type { dataFiles } from './config/data-files.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import { logPrunedAt, nextNight } from './night-times.ts';
import type { Log } from './ports/log.ts';
import type { ReadModel } from './ports/read-model.ts';
import { PruneLog } from './reactions/prune-log.ts';
import { makeBaseAside } from './writer/base-aside.ts';
import type { WriterClient } from './writer/client.ts';

interface PruningParts {
  readonly files: Pick<ReturnType<typeof dataFiles>, 'database' | 'clinicKey'>;
  readonly readModel: ReadModel;
  readonly writer: WriterClient;
  readonly log: Log;
  readonly now: () => number;
}

const nothing: Component = { name: 'prune-log', start: async () => undefined, stop: async () => undefined };

export async function composePruning(
  { pms, keepLogDays }: Pick<EdgeConfig, 'pms' | 'keepLogDays'>,
  { files, readModel, writer, log, now }: PruningParts,
): Promise<Component> {
  if (pms === null || keepLogDays === undefined) return nothing;
  const { HttpTransport } = await import('@foyer/cloud-sync/transport/http-transport.ts');
  const stopping = new AbortController();
  const pruning = new PruneLog({
    centre: new HttpTransport({ url: pms.url, token: () => readFileSync(pms.tokenFile, 'utf8').trim() }),
    makeBase: (place, signedBy) => {
      const question = { databasePath: files.database, clinicKeyPath: files.clinicKey, place, signedBy };
      return makeBaseAside(question, stopping.signal);
    },
    writer,
    readModel,
    log,
    days: keepLogDays,
    now,
    sleep: (ms, signal) => pause(ms, undefined, { signal, ref: false }).catch(() => undefined),
    msUntilNight: () => nextNight(logPrunedAt, now()) - now(),
  });
  return {
    name: pruning.name,
    start: () => pruning.start(),
    async stop() {
      stopping.abort();
      await pruning.stop();
    },
  };
}
