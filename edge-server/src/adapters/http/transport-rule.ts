// What plain HTTP serves: everything to this machine; to others the authority, the way to install it and the patient's
// ticket page. A page is redirected to HTTPS; a request of a program, which may carry a credential, is refused.

import type { FastifyInstance } from 'fastify';
import { CodedError } from './errors.ts';
import { isLoopback } from '../../ports/loopback.ts';
import { knownOrigin } from './known-origin.ts';
import { isSecure } from './peer.ts';
import { declaredRoute } from './route-table.ts';

export interface TransportRuleParts {
  /** The port of HTTPS, once it is known. */
  readonly tlsPort: () => number;
  /** Names and addresses that the certificate is for. */
  readonly names: () => readonly string[];
}

export function ruleTransport(app: FastifyInstance, { tlsPort, names }: TransportRuleParts): void {
  app.addHook('onRequest', async (request, reply) => {
    const entry = declaredRoute(request.method, request.routeOptions.url);
    const loopback = isLoopback(request.ip);
    if (entry?.loopback === true && !loopback) throw new CodedError('loopback-only');
    if (loopback || isSecure(request.raw) || entry?.plain === true) return;
    if (request.method !== 'GET' || request.url.startsWith('/api/')) throw new CodedError('https-needed');
    const origin = knownOrigin('https', request.hostname, { names: names(), port: tlsPort() });
    await reply.redirect(`${origin}${request.url}`, 307);
  });
}
