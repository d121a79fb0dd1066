// Requests are held against `route-schemas.ts`, once they are authenticated and read. Fastify's own compilers are never
// loaded.

import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { CodedError } from './errors.ts';
import { declaredRoute } from './route-table.ts';

const compilersFactory = {
  buildValidator: () => () => () => true,
  buildSerializer: () => () => (value: unknown) => JSON.stringify(value),
};
/** Fastify types these by its own compilers' options, which ours have none of. */
export const noCompilers = { compilersFactory } as unknown as NonNullable<FastifyServerOptions['schemaController']>;

export function checkRequests(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const entry = declaredRoute(request.method, request.routeOptions.url);
    if (entry?.checked !== true) return;
    const { refusedPart } = await import('./route-schemas.ts');
    const refused = refusedPart(entry.id, request);
    if (refused !== undefined) throw new CodedError('invalid-request', refused);
  });
}
