// Has a release give a number on a copy of the clinic, in a folder that is gone afterwards.

import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClinicDatabase, Rehearse } from '../updates/ports.ts';
import { nodeOfRelease } from './edge-payload.ts';

export interface RehearsalSettings {
  readonly versions: string;
  readonly dataDir: string;
  /** Made for it, and removed. */
  readonly folder: string;
  readonly database: ClinicDatabase;
}

const longestMs = 120_000;

export function rehearseIn({ versions, dataDir, folder, database }: RehearsalSettings): Rehearse {
  return async (release) => {
    // One that a power cut left behind goes first.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      if (database.mark() !== undefined) {
        database.copyTo(join(folder, 'edge.db'));
        const key = join(dataDir, 'clinic.key');
        if (existsSync(key)) copyFileSync(key, join(folder, 'clinic.key'));
      }
      return await run(join(versions, release), folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function run(release: string, folder: string): Promise<boolean> {
  const child = spawn(join(release, nodeOfRelease), ['edge-server/src/rehearsal-main.js', folder], {
    cwd: release,
    env: {},
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
