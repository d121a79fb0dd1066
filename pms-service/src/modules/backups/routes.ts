import {
  BackupBegun,
  BackupChunk,
  backupChunkBytes,
  BackupPlace,
  ChunkPlace,
  RestoreChunkRequest,
  RestoreOpening,
} from '@foyer/contracts/backup-protocol.ts';
import { Uuid, strictObject } from '@foyer/contracts/schema.ts';
import { answer, clinicOf, failed, notFound, refused, userOf, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { giveRestoreCode, openRestore, readRestoredChunk } from './use-cases-restore.ts';
import { beginBackup, endBackup, takeChunk } from './use-cases.ts';

/** A chunk as base64, with room for what is around it. */
const chunkLimitBytes = 2 * backupChunkBytes;
const chunksPerMinute = 6_000;
/** Who guesses codes has no time for it. */
const openingsPerMinute = 10;

export function backupRoutes(context: UseCaseContext): readonly Route[] {
  return [...sendingRoutes(context), ...restoringRoutes(context)];
}

function sendingRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/sync/v1/backups',
      access: 'edge',
      summary: 'Begin to send a sealed backup of the clinic, or go on',
      body: BackupBegun,
      perMinute: 60,
      async handle({ caller, body }) {
        const begun = await beginBackup(context, clinicOf(caller), body as BackupBegun);
        return begun.ok ? answer(begun) : refused(begun.refusal);
      },
    },
    {
      method: 'PUT',
      path: '/sync/v1/backups/:backupId/chunks/:number',
      access: 'edge',
      summary: 'The next piece of a backup',
      params: ChunkPlace,
      body: BackupChunk,
      bodyLimitBytes: chunkLimitBytes,
      perMinute: chunksPerMinute,
      async handle({ caller, params, body }) {
        const { backupId = '', number } = params;
        const content = Buffer.from((body as BackupChunk).content, 'base64');
        const taken = await takeChunk(context, clinicOf(caller), backupId, { number: Number(number), content });
        return taken === undefined ? notFound() : answer(taken);
      },
    },
    {
      method: 'POST',
      path: '/sync/v1/backups/:backupId/end',
      access: 'edge',
      summary: 'All pieces were sent: the backup counts where they are what was announced',
      params: BackupPlace,
      perMinute: 60,
      async handle({ caller, params }) {
        const ended = await endBackup(context, clinicOf(caller), params['backupId'] ?? '');
        if (ended === undefined) return notFound();
        return ended.ok ? answer(ended) : refused(ended.refusal);
      },
    },
  ];
}

function restoringRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/v1/clinics/:clinicId/restore-codes',
      access: ['network-admin', 'clinic-admin'],
      summary: 'Give out a code by which a new box fetches the newest backup of the clinic, once',
      params: strictObject({ clinicId: Uuid }),
      perMinute: openingsPerMinute,
      async handle({ caller, params }) {
        const given = await giveRestoreCode(context, userOf(caller), params['clinicId'] ?? '');
        return given === undefined ? notFound() : answer(given);
      },
    },
    {
      method: 'POST',
      path: '/restore/v1/open',
      access: 'anyone',
      summary: 'Use a restore code',
      body: RestoreOpening,
      perMinute: openingsPerMinute,
      countedTogether: true,
      async handle({ body }) {
        const opened = await openRestore(context, (body as RestoreOpening).code);
        return opened.ok ? answer(opened) : refused(opened.refusal);
      },
    },
    {
      method: 'POST',
      path: '/restore/v1/chunk',
      access: 'anyone',
      summary: 'A piece of the backup that a restore code has opened',
      body: RestoreChunkRequest,
      perMinute: chunksPerMinute,
      async handle({ body }) {
        const { token, number } = body as RestoreChunkRequest;
        const content = await readRestoredChunk(context, token, number);
        if (content === undefined) return failed('not-found');
        return answer({ content: Buffer.from(content).toString('base64') });
      },
    },
  ];
}
