// Snapshots at the centre, over the edge's own credential; and a clinic from there onto a spare, by a restore code.

import { createHash } from 'node:crypto';
import { AppError } from '@foyer/contracts/app-error.ts';
import {
  snapshotChunkBytes,
  type LatestEpoch,
  type PieceChunk,
  type PiecesHeld,
  type SnapshotAnswer,
  type SnapshotPiece,
  type TakeOverOpened,
} from '@foyer/contracts/snapshot-protocol.ts';
import type { HeldRows } from '@foyer/contracts/sync-protocol.ts';
import type { ClinicAtPlace, SnapshotPlace } from '../../ports/snapshot-place.ts';
import type { CentreLine } from './centre-line.ts';

export function snapshotsAtCentre(line: CentreLine): SnapshotPlace {
  return {
    async latestEpoch() {
      return ((await line.ask('GET', '/sync/v1/snapshots')) as LatestEpoch).epoch;
    },
    async begin(epoch, names) {
      return ((await line.ask('POST', '/sync/v1/snapshots/begin', { epoch, names })) as PiecesHeld).pieces;
    },
    async putPiece(epoch, name, content) {
      const digest = createHash('sha256');
      let [bytes, number] = [0, 0];
      for await (const { chunk, isLast } of chunksOf(content)) {
        digest.update(chunk);
        bytes += chunk.length;
        const said: PieceChunk = { epoch, content: chunk.toString('base64') };
        const body = isLast ? { ...said, sha256: digest.copy().digest('hex') } : said;
        const path = `/sync/v1/snapshots/pieces/${name}/chunks/${number}`;
        const { received } = (await line.ask('PUT', path, body)) as { readonly received: number };
        number += 1;
        // Somebody else sends the same piece, or what arrived is not what was sent: all of it goes again.
        if (received !== number) throw new AppError('snapshot-incomplete', { name });
      }
      return { name, bytes, sha256: digest.digest('hex') };
    },
    async keep(snapshot, alone) {
      await line.ask('POST', '/sync/v1/snapshots/keep', { snapshot, alone });
    },
  };
}

/** Uses the code. Throws `restore-code-unknown`, `no-snapshot`, `copy-not-reached`. */
export async function openAtCentre(line: CentreLine, code: string): Promise<ClinicAtPlace> {
  const { token, epoch } = (await line.ask('POST', '/restore/v1/take-over', { code })) as TakeOverOpened;
  const ask = (what: string, body: object, signal?: AbortSignal): Promise<unknown> =>
    line.ask('POST', `/restore/v1/take-over/${what}`, { token, ...body }, signal);
  async function* piece({ name, bytes, sha256 }: SnapshotPiece): AsyncGenerator<Uint8Array> {
    const digest = createHash('sha256');
    for (let number = 0; number * snapshotChunkBytes < bytes; number++) {
      const { content } = (await ask('piece', { name, number })) as { readonly content: string };
      const chunk = Buffer.from(content, 'base64');
      digest.update(chunk);
      yield chunk;
    }
    if (digest.digest('hex') !== sha256) throw new AppError('copy-broken', { file: name });
  }
  return {
    latestEpoch: async () => epoch,
    snapshot: async () => ((await ask('snapshot', {})) as SnapshotAnswer).snapshot,
    piece,
    heldRows: async ({ epoch: of, seq }, signal) => (await ask('rows', { epoch: of, from: seq }, signal)) as HeldRows,
    async beginEpoch(begun) {
      await ask('epoch', { epoch: begun });
    },
  };
}

/** All of one length but the last; one that is empty where there is nothing. */
async function* chunksOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let held = Buffer.alloc(0);
  for await (const bytes of content) {
    held = Buffer.concat([held, bytes]);
    while (held.length > snapshotChunkBytes) {
      yield { chunk: held.subarray(0, snapshotChunkBytes), isLast: false };
      held = held.subarray(snapshotChunkBytes);
    }
  }
  yield { chunk: held, isLast: true };
}
