// Bodies that are a file and no JSON, for the routes whose row in the table says so.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CodedError } from './errors.ts';
import { declaredRoute } from './route-table.ts';

export function takeBytes(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (declaredRoute(request.method, request.routeOptions.url)?.bytes !== true) throw new CodedError('not-json');
      return body;
    },
  );
}

/** The bytes of a request. */
export function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array) || body.length === 0) throw new CodedError('invalid-request', { path: '/' });
  return body;
}
