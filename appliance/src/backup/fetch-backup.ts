// A backup from the centre onto a new box, by the one-time code that an administrator there gave out.

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { AppError } from '@foyer/contracts/app-error.ts';
import { type BackupChunk, chunkCount, type RestoreAnswer } from '@foyer/contracts/backup-protocol.ts';
import type { CentreLine } from './centre-line.ts';

/** The sealed file, whole, at `path`. Throws `restore-code-unknown`, `no-backup`, or `backup-broken`. */
export async function fetchBackup(line: CentreLine, code: string, path: string): Promise<void> {
  const { token, backup } = (await line.request('POST', '/restore/v1/open', { code })) as RestoreAnswer;
  const digest = createHash('sha256');
  const file = await open(path, 'w', 0o600);
  try {
    for (let number = 0; number < chunkCount(backup.bytes); number++) {
      const { content } = (await line.request('POST', '/restore/v1/chunk', { token, number })) as BackupChunk;
      const piece = Buffer.from(content, 'base64');
      digest.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (digest.digest('hex') !== backup.sha256) throw new AppError('backup-broken');
}
