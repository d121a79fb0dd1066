/** The centre's own process, as an operator starts it, on a database that is there already. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atExit } from './at-exit.ts';
import { repositoryRoot } from './bench-clinic.ts';

export interface ServingCentre {
  readonly url: string;
  /** Of its resident memory, since it started. */
  peakMemoryMb(): number;
  stop(): Promise<void>;
}

export async function startCentreProcess(databaseUrl: string, dataDir: string): Promise<ServingCentre> {
  const child = spawn(process.execPath, [join(repositoryRoot, 'pms-service', 'src', 'main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      FOYER_DATA_DIR: dataDir,
      FOYER_BIND: '127.0.0.1',
      FOYER_PMS_PORT: '0',
      FOYER_PMS_REQUESTS_PER_MINUTE: '1000000',
      FOYER_LOG_LEVEL: 'info',
    },
  });
  const left = atExit(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([status]) => {
    left.forget();
    return status as number | null;
  });
  const serving = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { event, url } = JSON.parse(line) as { event?: string; url?: string };
    if (event === 'serving' && url !== undefined) serving.resolve(url);
  });
  void ended.then((status) => serving.reject(new Error(`the centre ended with ${String(status)}`)));
  const url = await serving.promise;
  return {
    url,
    peakMemoryMb() {
      const peakKb = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      return Number(peakKb) / 1024;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
