// The built screens. Files with a hash in their name never change and are kept for a year; the pages themselves, the
// service worker and the manifest are asked for again each time. Compressed forms lie beside the files.

import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { EdgeConfig } from '../../config/edge-config.ts';
import { sendCoded } from './errors.ts';
import type { Handlers } from './declared-routes.ts';

type PageRoutes = 'kioskRoot' | 'kioskPage' | 'displayRoot' | 'displayPage' | 'staffRoot' | 'staffPage' | 'ticketAssets' | 'ticketPage';

export async function addPages(app: FastifyInstance, folders: EdgeConfig['pages']): Promise<void> {
  // Its own routes are not wanted: the table's are the only ones.
  await app.register(fastifyStatic, {
    root: Object.values(folders).filter((folder) => existsSync(folder)),
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

export function pageHandlers(folders: EdgeConfig['pages']): Pick<Handlers, PageRoutes> {
  const toFolder = (path: string): RouteHandlerMethod => (_request, reply) => reply.redirect(path, 308);
  return {
    kioskRoot: toFolder('/kiosk/'),
    kioskPage: fileOf(folders.kiosk),
    displayRoot: toFolder('/display/'),
    displayPage: fileOf(folders.display),
    staffRoot: toFolder('/staff/'),
    staffPage: fileOf(folders.staff),
    // The page finds its files beside itself, here and at the centre.
    ticketAssets: fileOf(join(folders.display, 'ticket/assets')),
    ticketPage: (_request, reply) => sendPage(reply, folders.display, 'ticket/index.html'),
  };
}

/** A file of a screen; where a path is no file it is the screen's own business, and the page is sent. */
function fileOf(folder: string): RouteHandlerMethod {
  return (request: FastifyRequest, reply: FastifyReply) => {
    const wanted = (request.params as { readonly '*': string })['*'];
    const isPage = wanted === '' || wanted.endsWith('/') || !/\.[a-z0-9]+$/i.test(wanted);
    return sendPage(reply, folder, isPage ? 'index.html' : wanted);
  };
}

function sendPage(reply: FastifyReply, folder: string, file: string): FastifyReply | Promise<FastifyReply> {
  return existsSync(folder) ? reply.sendFile(file, folder) : sendCoded(reply, 'not-found');
}
