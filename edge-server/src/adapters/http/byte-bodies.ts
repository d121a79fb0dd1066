// Bodies that are a file and no JSON, for the routes whose row in the table says so: small ones whole, large ones as
// they come.

import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CodedError } from './errors.ts';
import { declaredRoute } from './route-table.ts';

export function takeBytes(app: FastifyInstance): void {
  app.addContentTypeParser('application/octet-stream', async (request: FastifyRequest, payload: Readable) => {
    const entry = declaredRoute(request.method, request.routeOptions.url);
    if (entry?.bytes !== true) throw new CodedError('not-json');
    const { bodyLimitBytes: most = 0, streamed } = entry;
    if (Number(request.headers['content-length'] ?? 0) > most) throw new CodedError('body-too-large');
    return streamed === true ? payload : whole(payload, most);
  });
}

/** The bytes of a request. */
export function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array) || body.length === 0) throw new CodedError('invalid-request', { path: '/' });
  return body;
}

/** A body as it comes. Who sends it may end in the middle: that is theirs, and no failure of ours. */
export async function* streamOf({ body, raw }: FastifyRequest): AsyncIterable<Uint8Array> {
  if (body !== raw) throw new CodedError('invalid-request', { path: '/' });
  try {
    for await (const piece of raw) yield piece as Buffer;
  } catch (cause) {
    throw raw.readableAborted ? new CodedError('invalid-request', { path: '/' }) : cause;
  }
}

async function whole(payload: Readable, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of payload as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw new CodedError('body-too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
