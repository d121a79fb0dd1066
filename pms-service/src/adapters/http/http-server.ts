// The web server of the centre: serves the routes and pages it is given and nothing else, checks who calls, and answers
// every failure in one shape. Strict content policy, never `upgrade-insecure-requests`: pages must work on a LAN
// address. A proxy on this machine is believed: whom it forwards, and whether over HTTPS.

import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { createGunzip } from 'node:zlib';
import type { Server } from 'node:http';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RequestPayload,
} from 'fastify';
import { failure, failureOf, type Failure } from './http-answers.ts';
import { watchConnections } from './open-connections.ts';
import { packed } from './packed-answer.ts';
import { servePages, type ServedPage } from './pages.ts';
import { isLoopback, isServedInPlain } from './plain-http.ts';
import { validatorCompiler } from './validator.ts';

/** A route as this server needs it: see the modules' `Route`. `C` is who calls. */
export interface ServedRoute<C> {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly access: 'anyone' | 'loopback' | 'edge' | readonly string[];
  readonly summary: string;
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly bodyLimitBytes?: number;
  readonly perMinute?: number;
  readonly countedTogether?: true;
  readonly compressed?: true;
  /** Asked before a byte of the body is read. */
  readonly admit?: (request: {
    readonly caller: C;
    readonly headers: FastifyRequest['headers'];
    readonly signal: AbortSignal;
  }) => Promise<
    { readonly ok: true; readonly release: () => void } | { readonly ok: false; readonly answer: ServedAnswer }
  >;
  handle(request: {
    readonly caller: C;
    readonly params: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, unknown>>;
    readonly body: unknown;
    readonly headers: FastifyRequest['headers'];
    readonly signal: AbortSignal;
  }): Promise<ServedAnswer>;
}

export interface ServedAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly contentType?: string;
  readonly retryAfterSeconds?: number;
  readonly session?: { readonly token: string; readonly expiresAt: number } | null;
}

export type Identified<C> =
  | { readonly ok: true; readonly caller: C }
  | { readonly ok: false; readonly code: 'unauthenticated' | 'not-allowed' };

export interface HttpServerOptions<C> {
  readonly routes: readonly ServedRoute<C>[];
  readonly pages: readonly ServedPage[];
  /** Who holds this token, for a route of this access; a code where the caller may not pass. */
  readonly identify: (
    access: ServedRoute<C>['access'],
    token: string | undefined,
    headers: FastifyRequest['headers'],
  ) => Promise<Identified<C>>;
  readonly onAnswer?: (facts: { method: string; path: string; status: number; seconds: number }) => void;
  readonly log: FastifyBaseLogger | false;
  readonly requestsPerMinute: number;
  /** Counts one more of this over all copies of the service; false where that were more than so many a minute. */
  readonly mayTry?: (what: string, perMinute: number) => Promise<boolean>;
}

export interface HttpServer {
  readonly server: Server;
  listen(at: { readonly host: string; readonly port: number }): Promise<void>;
  /** Answers a request as if it had come from this address: what a test asks. */
  readonly inject: FastifyInstance['inject'];
  /** The OpenAPI document of what is served. */
  document(): object;
  /** Ends long polls, then the server. */
  close(): Promise<void>;
}

export const sessionCookie = 'foyer_session';
const usualBodyLimit = 256 * 1024;
/** How long answers under way may take once the server stops. */
const graceMs = 2_000;

export async function createHttpServer<C>(options: HttpServerOptions<C>): Promise<HttpServer> {
  const closing = new AbortController();
  const app = fastify({
    ...(options.log === false ? { logger: false } : { loggerInstance: options.log }),
    bodyLimit: usualBodyLimit,
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    // An address that the router cannot read is answered before any route or hook.
    frameworkErrors: (_error, _request, reply) => void send(reply, failure('not-found')),
  });
  const connections = watchConnections(app.server);
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setErrorHandler((error, request, reply) => {
    const answer = failureOf(error);
    // What is over soon is logged where it begins and ends, and not by everybody who asks meanwhile.
    if (answer.status >= 500 && answer.retryAfterSeconds === undefined)
      request.log.error({ event: 'request-failed', route: request.routeOptions.url, err: error });
    return send(reply, answer);
  });
  app.setNotFoundHandler({ preHandler: [] }, (_request, reply) => send(reply, failure('not-found')));
  app.addHook('onRequest', async (request, reply) => {
    if (!isServedInPlain(request.protocol, request.ip, request.url)) {
      await send(reply, failure('https-needed'));
    }
  });
  // A connection kept alive would keep a closing server waiting for its next request.
  app.addHook('onSend', async (_request, reply) => {
    if (closing.signal.aborted) reply.header('connection', 'close');
  });
  app.addHook('onResponse', async (request, reply) => {
    options.onAnswer?.({
      method: request.method,
      path: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
    });
  });

  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    strictTransportSecurity: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // These two do nothing on plain HTTP but warn in every console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
  });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Foyer, the centre', version: '1' } },
  });

  for (const route of options.routes) serve(app, route, options, closing.signal);
  await servePages(app, options.pages);
  return {
    server: app.server,
    async listen(at) {
      await app.listen(at);
    },
    inject: app.inject.bind(app),
    document: () => app.swagger(),
    async close() {
      closing.abort();
      connections.endIdle();
      const force = setTimeout(() => app.server.closeAllConnections(), graceMs);
      await app.close();
      clearTimeout(force);
    },
  };
}

const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

function serve<C>(
  app: FastifyInstance,
  route: ServedRoute<C>,
  { identify, mayTry }: Pick<HttpServerOptions<C>, 'identify' | 'mayTry'>,
  closing: AbortSignal,
): void {
  const callers = new WeakMap<FastifyRequest, C>();
  app.route({
    method: route.method,
    url: route.path,
    schema: {
      summary: route.summary,
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...(route.body === undefined ? {} : { body: route.body }),
    },
    ...(route.bodyLimitBytes === undefined ? {} : { bodyLimit: route.bodyLimitBytes }),
    ...(route.perMinute === undefined
      ? {}
      : { config: { rateLimit: { max: route.perMinute, timeWindow: '1 minute' } } }),
    preParsing: [
      // Behind the rate limit, and before a byte of the body is unpacked or read.
      async (request, reply, payload) => {
        if (!(await isWithinLimit(route, request, mayTry))) {
          await send(reply, failure('rate-limited'));
          return payload;
        }
        const isAway = route.access === 'loopback' && !isLoopback(request.ip);
        const found = isAway
          ? { ok: false as const, code: 'loopback-only' as const }
          : await identify(route.access, tokenOf(request), request.headers);
        if (found.ok) {
          callers.set(request, found.caller);
          await letIn(route, request, reply, found.caller, closing);
        } else await send(reply, failure(found.code));
        return payload;
      },
      unpack,
    ],
    handler: async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const answer = await route.handle({
        caller: callers.get(request) as C,
        params: request.params as Record<string, string>,
        query: request.query as Record<string, unknown>,
        body: request.body,
        headers: request.headers,
        signal: AbortSignal.any([closing, gone.signal]),
      });
      if (answer.session === null) reply.clearCookie(sessionCookie, { path: '/' });
      else if (answer.session !== undefined) {
        reply.setCookie(sessionCookie, answer.session.token, {
          httpOnly: true,
          sameSite: 'strict',
          path: '/',
          secure: request.protocol === 'https',
          expires: new Date(answer.session.expiresAt),
        });
      }
      reply.header('cache-control', 'no-store').status(answer.status);
      if (answer.contentType !== undefined) reply.type(answer.contentType);
      if (answer.retryAfterSeconds !== undefined) reply.header('retry-after', answer.retryAfterSeconds);
      return reply.send(route.compressed ? await packed(request, reply, answer.body) : answer.body);
    },
  });
}

async function isWithinLimit<C>(
  { countedTogether, path, perMinute }: ServedRoute<C>,
  { ip }: FastifyRequest,
  mayTry: HttpServerOptions<C>['mayTry'],
): Promise<boolean> {
  if (countedTogether === undefined || perMinute === undefined || mayTry === undefined) return true;
  return mayTry(`${path} ${ip}`, perMinute);
}

/** Answers in the route's place where it does not let the request in. */
async function letIn<C>(
  route: ServedRoute<C>,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: C,
  closing: AbortSignal,
): Promise<void> {
  if (route.admit === undefined) return;
  const gone = new AbortController();
  let release = (): void => undefined;
  reply.raw.once('close', () => {
    gone.abort();
    release();
  });
  // A line that was cut while it was found out who asks says so no more.
  if (reply.raw.destroyed || request.raw.socket.destroyed) gone.abort();
  const signal = AbortSignal.any([closing, gone.signal]);
  const admitted = await route.admit({ caller, headers: request.headers, signal });
  if (admitted.ok) {
    release = admitted.release;
    if (gone.signal.aborted) release();
    return;
  }
  const { status, body, retryAfterSeconds } = admitted.answer;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  await reply.header('cache-control', 'no-store').status(status).send(body);
}

async function unpack(request: FastifyRequest, _reply: FastifyReply, payload: RequestPayload): Promise<RequestPayload> {
  if (request.headers['content-encoding'] !== 'gzip') return payload;
  const unpacked = createGunzip();
  payload.on('error', (error) => unpacked.destroy(error));
  // Fastify compares this with Content-Length, and the unpacked length with the route's limit.
  Object.assign(unpacked, { receivedEncodedLength: 0 });
  payload.on('data', (chunk: Buffer) => {
    (unpacked as unknown as { receivedEncodedLength: number }).receivedEncodedLength += chunk.length;
  });
  return payload.pipe(unpacked);
}

/** The Bearer, or else the session cookie. */
function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[sessionCookie];
}

function send(reply: FastifyReply, { status, body, retryAfterSeconds }: Failure): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply.header('cache-control', 'no-store').status(status).send(body);
}
