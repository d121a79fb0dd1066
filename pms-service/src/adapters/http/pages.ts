// The built pages: the dashboard at `/`, and the patient's ticket page at `/t/<public id>`. A page that was not built is
// absent, and that is all.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { failure } from './http-answers.ts';

export interface Pages {
  /** The folder of the dashboard's build. */
  readonly dashboard: string;
  /** The folder of the ticket page's build. */
  readonly ticket: string;
}

const yearSeconds = 31_536_000;

export async function servePages(app: FastifyInstance, pages: Pages): Promise<void> {
  // Files whose names carry a hash never change; a page is asked for again each time.
  const options = {
    preCompressed: true,
    cacheControl: false,
    index: ['index.html'],
    setHeaders(reply: FastifyReply, path: string) {
      const lasts = /-[A-Za-z0-9_-]{8}\.[a-z0-9]+(\.br|\.gz)?$/.test(path);
      reply.header('cache-control', lasts ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    },
  };
  if (existsSync(join(pages.ticket, 'index.html'))) {
    await app.register(fastifyStatic, {
      ...options,
      root: pages.ticket,
      prefix: '/t/',
      wildcard: false,
    });
    app.get('/t/:publicId', { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', pages.ticket, { cacheControl: false }),
    );
  } else {
    app.get('/t/:publicId', { schema: { hide: true } }, (_request, reply) => {
      const { status, body } = failure('not-found');
      return reply.status(status).send(body);
    });
  }
  if (existsSync(join(pages.dashboard, 'index.html'))) {
    await app.register(fastifyStatic, {
      ...options,
      root: pages.dashboard,
      prefix: '/',
      wildcard: false,
      decorateReply: false,
    });
  }
}
