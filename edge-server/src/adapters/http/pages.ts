// The built screens. Files with a hash in their name never change and are kept for a year; the pages themselves, the
// service worker and the manifest are asked for again each time. Compressed forms lie beside the files.

import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { EdgeConfig } from '../../config/edge-config.ts';
import type { FirstRun } from '../../ports/first-run.ts';
import { sendCoded } from './errors.ts';
import type { Handlers } from './declared-routes.ts';
import { wasmWorkerPolicy } from './security-headers.ts';

type PageRoutes =
  | 'firstRun'
  | 'kioskRoot'
  | 'kioskPage'
  | 'displayRoot'
  | 'displayPage'
  | 'staffRoot'
  | 'staffPage'
  | 'ticketAssets'
  | 'ticketPage';

const wasmWorker = /(?:^|\/)camera-worker-[^/]+\.js$/;
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export function pageHandlers(
  folders: EdgeConfig['pages'],
  firstRun: Pick<FirstRun, 'isOpen'>,
): Pick<Handlers, PageRoutes> {
  const toFolder =
    (path: string): RouteHandlerMethod =>
    (_request, reply) =>
      reply.redirect(path, 308);
  return {
    firstRun: (request, reply) =>
      firstRun.isOpen() ? sendFile(request, reply, folders.staff, 'first-run.html') : reply.redirect('/staff/', 307),
    kioskRoot: toFolder('/kiosk/'),
    kioskPage: fileOf(folders.kiosk),
    displayRoot: toFolder('/display/'),
    displayPage: fileOf(folders.display),
    staffRoot: toFolder('/staff/'),
    staffPage: fileOf(folders.staff),
    // The page finds its files beside itself, here and at the centre.
    ticketAssets: fileOf(join(folders.display, 'ticket/assets')),
    ticketPage: (request, reply) => sendFile(request, reply, folders.display, 'ticket/index.html'),
  };
}

/** A file of a screen; where a path is no file it is the screen's own business, and the page is sent. */
function fileOf(folder: string): RouteHandlerMethod {
  return (request, reply) => {
    const wanted = (request.params as { readonly '*': string })['*'];
    const isPage = wanted === '' || wanted.endsWith('/') || !/\.[a-z0-9]+$/i.test(wanted);
    return sendFile(request, reply, folder, isPage ? 'index.html' : wanted);
  };
}

/** Loaded with the first page: a clinic's screens come after its edge. */
async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  file: string,
): Promise<FastifyReply> {
  const { default: send } = await import('@fastify/send');
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding = encodings.find(({ name, suffix }) => accepted.includes(name) && isFile(folder, `${file}${suffix}`));
  const sent = await send(request.raw, encodeURI(`/${file}${encoding?.suffix ?? ''}`), {
    root: folder,
    cacheControl: false,
    dotfiles: 'deny',
    index: false,
  });
  if (sent.statusCode >= 400) return sendCoded(reply, 'not-found');
  const kept = request.url.includes('/assets/');
  return reply
    .code(sent.statusCode)
    .headers(sent.headers)
    .headers({
      vary: 'accept-encoding',
      ...(wasmWorker.test(file) ? { 'content-security-policy': wasmWorkerPolicy } : {}),
      'cache-control': kept ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding === undefined ? {} : { 'content-encoding': encoding.name, 'content-type': typeOf(send.mime, file) }),
    })
    .send(sent.stream);
}

/** Whether there is such a file below the folder, and not beside it. */
function isFile(folder: string, file: string): boolean {
  const path = join(folder, file);
  return path.startsWith(folder) && existsSync(path);
}

function typeOf(mime: { getType(path: string): string | null }, file: string): string {
  const type = mime.getType(extname(file)) ?? 'application/octet-stream';
  return /^text\/|javascript|json|xml/.test(type) ? `${type}; charset=utf-8` : type;
}
