import { RestoreOpening } from '@foyer/contracts/backup-protocol.ts';
import {
  EpochRequest,
  PieceChunk,
  PiecePlace,
  PieceRequest,
  RowsRequest,
  SnapshotComing,
  SnapshotWhole,
  snapshotChunkBytes,
  TakeOverToken,
} from '@foyer/contracts/snapshot-protocol.ts';
import { answer, clinicOf, failed, refused, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { beginEpochAt, openTakeOver, readPieceChunk, readSnapshot, readTakenRows } from './use-cases-take-over.ts';
import { beginSnapshot, keepSnapshot, readLatestEpoch, takePieceChunk } from './use-cases.ts';

/** A chunk as base64, with room for what is around it. */
const chunkLimitBytes = 2 * snapshotChunkBytes;
/** Two thousand pieces with their sums. */
const namesLimitBytes = 1024 * 1024;
const piecesPerMinute = 6_000;
/** Who guesses codes has no time for it. */
const openingsPerMinute = 10;

export function snapshotRoutes(context: UseCaseContext): readonly Route[] {
  return [...keepingRoutes(context), ...takeOverRoutes(context)];
}

function keepingRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/sync/v1/snapshots',
      access: 'edge',
      summary: 'In which epoch the clinic’s log goes on',
      perMinute: piecesPerMinute,
      async handle({ caller }) {
        return answer({ ok: true, epoch: await readLatestEpoch(context, clinicOf(caller)) });
      },
    },
    {
      method: 'POST',
      path: '/sync/v1/snapshots/begin',
      access: 'edge',
      summary: 'A snapshot of what lies beside the log is coming',
      body: SnapshotComing,
      bodyLimitBytes: namesLimitBytes,
      perMinute: piecesPerMinute,
      async handle({ caller, body }) {
        const begun = await beginSnapshot(context, clinicOf(caller), body as SnapshotComing);
        return begun.ok ? answer(begun) : refused(begun.refusal);
      },
    },
    {
      method: 'PUT',
      path: '/sync/v1/snapshots/pieces/:name/chunks/:number',
      access: 'edge',
      summary: 'The next chunk of a sealed piece',
      params: PiecePlace,
      body: PieceChunk,
      bodyLimitBytes: chunkLimitBytes,
      perMinute: piecesPerMinute,
      async handle({ caller, params, body }) {
        const { name = '', number } = params;
        const { content, ...said } = body as PieceChunk;
        const chunk = { ...said, content: Buffer.from(content, 'base64') };
        const taken = await takePieceChunk(context, clinicOf(caller), { name, number: Number(number) }, chunk);
        return taken.ok ? answer(taken) : refused(taken.refusal);
      },
    },
    {
      method: 'POST',
      path: '/sync/v1/snapshots/keep',
      access: 'edge',
      summary: 'All pieces are there: the snapshot counts, and older ones go',
      body: SnapshotWhole,
      bodyLimitBytes: namesLimitBytes,
      perMinute: piecesPerMinute,
      async handle({ caller, body }) {
        const kept = await keepSnapshot(context, clinicOf(caller), body as SnapshotWhole);
        return kept.ok ? answer(kept) : refused(kept.refusal);
      },
    },
  ];
}

function takeOverRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/restore/v1/take-over',
      access: 'anyone',
      summary: 'Use a restore code to take a clinic over onto a spare box',
      body: RestoreOpening,
      perMinute: openingsPerMinute,
      countedTogether: true,
      async handle({ body }) {
        const opened = await openTakeOver(context, (body as RestoreOpening).code);
        return opened.ok ? answer(opened) : refused(opened.refusal);
      },
    },
    {
      method: 'POST',
      path: '/restore/v1/take-over/snapshot',
      access: 'anyone',
      summary: 'What belongs together beside the log, the newest',
      body: TakeOverToken,
      async handle({ body }) {
        const snapshot = await readSnapshot(context, (body as TakeOverToken).token);
        return snapshot === undefined ? failed('not-found') : answer({ ok: true, snapshot });
      },
    },
    {
      method: 'POST',
      path: '/restore/v1/take-over/piece',
      access: 'anyone',
      summary: 'A chunk of a sealed piece',
      body: PieceRequest,
      perMinute: piecesPerMinute,
      async handle({ body }) {
        const { token, name, number } = body as PieceRequest;
        const content = await readPieceChunk(context, token, { name, number });
        if (content === undefined) return failed('not-found');
        return answer({ content: Buffer.from(content).toString('base64') });
      },
    },
    {
      method: 'POST',
      path: '/restore/v1/take-over/rows',
      access: 'anyone',
      summary: 'Rows of the clinic’s log from a number on',
      body: RowsRequest,
      perMinute: piecesPerMinute,
      compressed: true,
      async handle({ body }) {
        const { token, epoch, from } = body as RowsRequest;
        const held = await readTakenRows(context, token, { epoch, seq: from });
        return held === undefined ? failed('not-found') : answer(held);
      },
    },
    {
      method: 'POST',
      path: '/restore/v1/take-over/epoch',
      access: 'anyone',
      summary: 'The spare goes on in this epoch: the lost box is refused',
      body: EpochRequest,
      async handle({ body }) {
        const { token, epoch } = body as EpochRequest;
        const begun = await beginEpochAt(context, token, epoch);
        if (begun === undefined) return failed('not-found');
        return begun.ok ? answer(begun) : refused(begun.refusal);
      },
    },
  ];
}
