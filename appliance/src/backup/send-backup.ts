// A sealed backup on its way to the centre, in pieces. Sent again, it goes on where it was cut off.

import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import {
  backupChunkBytes,
  type BackupPlaceAnswer,
  type ChunkAnswer,
  chunkCount,
} from '@foyer/contracts/backup-protocol.ts';
import type { CentreLine } from './centre-line.ts';

/** Resolves once the centre has all of it. Throws what the centre refuses with: `backup-too-large`, `backup-broken`. */
export async function sendBackup(line: CentreLine, file: string, takenAt: number): Promise<void> {
  const bytes = statSync(file).size;
  const begun = { takenAt, bytes, sha256: await digestOf(file) };
  const place = (await line.request('POST', '/sync/v1/backups', begun)) as BackupPlaceAnswer;
  const at = `/sync/v1/backups/${place.backupId}`;
  const opened = await open(file);
  try {
    // Where an answer was lost, the centre has more than was known here.
    for (let number = place.received; number < chunkCount(bytes);) {
      const piece = Buffer.alloc(Math.min(backupChunkBytes, bytes - number * backupChunkBytes));
      await opened.read(piece, 0, piece.length, number * backupChunkBytes);
      const chunk = { content: piece.toString('base64') };
      ({ received: number } = (await line.request('PUT', `${at}/chunks/${number}`, chunk)) as ChunkAnswer);
    }
  } finally {
    await opened.close();
  }
  await line.request('POST', `${at}/end`);
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const bytes of createReadStream(file)) digest.update(bytes as Uint8Array);
  return digest.digest('hex');
}
