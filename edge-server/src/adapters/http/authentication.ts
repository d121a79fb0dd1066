// Who sends a request, found out before its body is read, and held against the route table.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Credential, Credentials, Enrolments } from '../../ports/access.ts';
import { CodedError } from './errors.ts';
import { isLoopback } from '../../ports/loopback.ts';
import { bearerOf } from './peer.ts';
import { declaredRoute, type Visitor } from './route-table.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on routes that anyone may use. */
    credential: Credential | null;
  }
}

export interface AuthenticationParts {
  readonly credentials: Pick<Credentials, 'resolve'>;
  readonly enrolments: Pick<Enrolments, 'isFirstRunCode' | 'wasFirstRunCode'>;
}

export function authenticate(app: FastifyInstance, { credentials, enrolments }: AuthenticationParts): void {
  app.decorateRequest('credential', null);
  app.addHook('onRequest', async (request) => {
    const who = declaredRoute(request.method, request.routeOptions.url)?.who;
    if (who === undefined) return;
    const token = bearerOf(request.headers.authorization);
    if (who.includes('first-run') && enrolments.isFirstRunCode(token)) return;
    if (who.includes('first-run-repeat') && enrolments.wasFirstRunCode(token)) return;
    const deviceToken = request.headers['foyer-device'];
    const resolved = credentials.resolve({
      token,
      deviceToken: typeof deviceToken === 'string' ? deviceToken : undefined,
      loopback: isLoopback(request.ip),
    });
    if (!resolved.ok) throw new CodedError(resolved.code);
    if (!visitorsOf(resolved.credential).some((visitor) => who.includes(visitor))) throw new CodedError('not-allowed');
    request.credential = resolved.credential;
  });
}

/** The credential of a route that names roles. */
export function credentialOf(request: FastifyRequest): Credential {
  if (request.credential === null) throw new CodedError('unauthenticated');
  return request.credential;
}

function visitorsOf(credential: Credential): readonly Visitor[] {
  switch (credential.kind) {
    case 'staff':
      return credential.roles;
    case 'device':
      return [credential.role];
    case 'ticket':
      return ['ticket-page'];
  }
}
