// The edge's two servers, plain and TLS, in front of one Fastify. A request is met in this order: what plain HTTP may
// serve, how often it may ask, who it is, whether it fits its schema.

import type { Server as PlainServer } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import type { Credential, Credentials } from '../../ports/access.ts';
import type { Log } from '../../ports/log.ts';
import type { EdgeConfig } from '../../config/edge-config.ts';
import { accessHandlers, type AccessParts } from './access-routes.ts';
import { appointmentHandlers, type AppointmentParts } from './appointment-routes.ts';
import { authenticate } from './authentication.ts';
import { takeBytes } from './byte-bodies.ts';
import { authorityHandlers, type AuthorityParts } from './authority-routes.ts';
import { boxHandlers, type BoxParts } from './box-routes.ts';
import { clipHandlers, type ClipParts } from './clip-routes.ts';
import { bodyLimitBytes, refuseUndeclared, registerRoutes } from './declared-routes.ts';
import { clinicHandlers, type ClinicParts } from './clinic-routes.ts';
import { firstRunHandlers, type FirstRunParts } from './first-run-routes.ts';
import { answerErrors, answerUnreadable, takeJsonAlone } from './errors.ts';
import { deskHandlers, type DeskParts } from './desk-routes.ts';
import { formHandlers, type FormParts } from './form-routes.ts';
import { mediaHandlers, type MediaParts } from './media-routes.ts';
import { pageHandlers } from './pages.ts';
import { paperHandlers, type PaperParts } from './paper-routes.ts';
import { queueHandlers, type QueueParts } from './queue-routes.ts';
import { limitRates } from './rate-limits.ts';
import { readingHandlers, type ReadingParts } from './reading-routes.ts';
import { checkRequests, noCompilers } from './request-check.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { ruleTransport } from './transport-rule.ts';
import { voiceHandlers, type VoiceParts } from './voice-routes.ts';

export interface HttpServersParts
  extends
    AccessParts,
    AppointmentParts,
    AuthorityParts,
    BoxParts,
    ClipParts,
    DeskParts,
    FirstRunParts,
    FormParts,
    ClinicParts,
    MediaParts,
    PaperParts,
    QueueParts,
    ReadingParts,
    VoiceParts {
  readonly config: Pick<EdgeConfig, 'bind' | 'port' | 'tlsPort' | 'pages'>;
  readonly credentials: Pick<Credentials, 'resolve'>;
  readonly readModel: AccessParts['readModel'] & BoxParts['readModel'] & ReadingParts['readModel'];
  readonly reading: ReadingParts['reading'] & VoiceParts['reading'];
  readonly log: Log;
}

export class HttpServers {
  readonly name = 'http';
  readonly #parts: HttpServersParts;
  #app: FastifyInstance | undefined;
  #plain: PlainServer | undefined;
  #tls: TlsServer | undefined;
  #isEnding = false;

  constructor(parts: HttpServersParts) {
    this.#parts = parts;
  }

  /** What sockets attach to, once they are listening. */
  get servers(): readonly (PlainServer | TlsServer)[] {
    return [this.#plain, this.#tls].filter((server) => server !== undefined);
  }

  get port(): number {
    return portOf(this.#plain);
  }

  get tlsPort(): number {
    return portOf(this.#tls);
  }

  /** Everything is set up and nothing listens yet: what has to be there before the first request comes next. */
  async prepare(): Promise<void> {
    const app = fastify({
      logger: false,
      schemaController: noCompilers,
      frameworkErrors: answerUnreadable,
      bodyLimit: bodyLimitBytes,
      forceCloseConnections: 'idle',
      // Whoever is still connected is answered: the writer stops after the doors.
      return503OnClosing: false,
      routerOptions: { maxParamLength: 128 },
    });
    this.#app = app;
    await this.#build(app);
    await app.ready();
    const { authority } = this.#parts;
    this.#plain = app.server as PlainServer;
    this.#tls = createTlsServer(authority.certificate, (request, response) => app.routing(request, response));
    authority.onRenewed((certificate) => this.#tls?.setSecureContext(certificate));
  }

  async start(): Promise<void> {
    const { bind, port, tlsPort } = this.#parts.config;
    try {
      await this.#app?.listen({ port, host: bind });
      await listenTls(this.#tls, tlsPort, bind);
    } catch (fault) {
      // A door that opened is shut again before what is behind it ends.
      await this.stop();
      throw fault;
    }
  }

  async stop(): Promise<void> {
    this.#isEnding = true;
    const tls = this.#tls;
    const tlsClosed = new Promise<void>((resolve) => (tls?.listening ? tls.close(() => resolve()) : resolve()));
    tls?.closeIdleConnections();
    await this.#app?.close();
    await tlsClosed;
  }

  async #build(app: FastifyInstance): Promise<void> {
    const parts = this.#parts;
    refuseUndeclared(app);
    answerErrors(app, parts.log);
    takeJsonAlone(app);
    takeBytes(app);
    this.#logRequests(app);
    await addSecurityHeaders(app);
    ruleTransport(app, { tlsPort: () => this.tlsPort, names: () => parts.authority.names });
    limitRates(app, Date.now);
    authenticate(app, parts);
    checkRequests(app);
    registerRoutes(app, {
      ...accessHandlers(parts),
      ...authorityHandlers(parts, () => ({ port: this.port, tlsPort: this.tlsPort })),
      ...boxHandlers(parts, () => this.#isEnding),
      ...clipHandlers(parts),
      ...deskHandlers(parts),
      ...firstRunHandlers(parts),
      ...clinicHandlers(parts),
      ...formHandlers(parts),
      ...mediaHandlers(parts),
      ...paperHandlers(parts),
      ...appointmentHandlers(parts),
      ...pageHandlers(parts.config.pages, parts.firstRun),
      ...queueHandlers(parts),
      ...readingHandlers(parts),
      ...voiceHandlers(parts),
    });
  }

  /** The route's pattern and never its address: a public id is a credential. */
  #logRequests(app: FastifyInstance): void {
    app.addHook('onResponse', async (request, reply) => {
      const { url } = request.routeOptions;
      if (url === undefined || !url.startsWith('/api/') || url === '/api/v1/commands') return;
      const { statusCode, elapsedTime } = reply;
      this.#parts.log.info('request', {
        method: request.method,
        route: url,
        status: statusCode,
        ms: Math.round(elapsedTime),
        by: idOf(request.credential),
      });
    });
  }
}

function idOf(credential: Credential | null): string | null {
  switch (credential?.kind) {
    case undefined:
      return null;
    case 'staff':
      return `staff:${credential.staffId}`;
    case 'device':
      return `device:${credential.deviceId}`;
    case 'ticket':
      return `ticket:${credential.ticketId}`;
  }
}

function portOf(server: PlainServer | TlsServer | undefined): number {
  return (server?.address() as AddressInfo | null | undefined)?.port ?? 0;
}

function listenTls(server: TlsServer | undefined, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server?.once('error', reject);
    server?.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
