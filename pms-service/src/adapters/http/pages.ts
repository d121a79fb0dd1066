// The built pages. A page that was not built is absent, and that is all.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

export interface ServedPage {
  /** The page itself, with `:name` for a part that varies. */
  readonly path: string;
  /** Under this its other files lie; ends in a slash. */
  readonly prefix: string;
  /** Of its build. */
  readonly folder: string;
  /** The page's own; absent: `index.html`. */
  readonly file?: string;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
}

const yearSeconds = 31_536_000;

export async function servePages(app: FastifyInstance, pages: readonly ServedPage[]): Promise<void> {
  for (const { path, prefix, folder, file = 'index.html', summary } of pages) {
    if (!existsSync(join(folder, file))) continue;
    await app.register(fastifyStatic, {
      root: folder,
      prefix,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: keepWhatLasts,
      decorateReply: !app.hasReplyDecorator('sendFile'),
    });
    app.get(path, { schema: { summary } }, (_request, reply) => reply.sendFile(file, folder, { cacheControl: false }));
  }
}

/** Files whose names carry a hash never change; a page is asked for again each time. */
function keepWhatLasts(reply: FastifyReply, path: string): void {
  const lasts = /-[A-Za-z0-9_-]{8}\.[a-z0-9]+(\.br|\.gz)?$/.test(path);
  reply.header('cache-control', lasts ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
}
