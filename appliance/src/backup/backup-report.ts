// Tells the edge when the newest backup was taken, and where it is.

import { join } from 'node:path';
import type { BackupPlace, BackupReport } from '@foyer/contracts/box-health.ts';
import { localDisk } from '../disk/local-disk.ts';
import { writeDurably } from '../disk/durably.ts';

export function noteBackup(dataDir: string, place: BackupPlace, at: number): void {
  const path = join(dataDir, 'backups.json');
  const report: BackupReport = { ...readReport(path), [place]: at };
  writeDurably(localDisk, path, Buffer.from(`${JSON.stringify(report)}\n`));
}

function readReport(path: string): BackupReport {
  const bytes = localDisk.read(path);
  return bytes === undefined ? {} : (JSON.parse(Buffer.from(bytes).toString('utf8')) as BackupReport);
}
