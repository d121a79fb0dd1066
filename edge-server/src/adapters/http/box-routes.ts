// What the box says of itself, and its doorstep: the authority to trust.

import { errorCodes } from '@foyer/contracts/error-codes.ts';
import type { Authority } from '../../ports/authority.ts';
import type { Health } from '../../ports/health.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Handlers } from './declared-routes.ts';
import { authorityPage } from './authority-page.ts';

export interface BoxParts {
  readonly health: Health;
  readonly authority: Authority;
  readonly readModel: Pick<ReadModel, 'configuration'>;
}
type BoxRoutes = 'health' | 'ready' | 'metrics' | 'openApi' | 'root' | 'authority' | 'authorityFile' | 'authorityPem';

export function boxHandlers({ health, authority, readModel }: BoxParts): Pick<Handlers, BoxRoutes> {
  return {
    health: async () => ({ ok: true }),
    ready: async (_request, reply) => {
      const checks = health.readiness();
      if (checks.every(({ ok, needed }) => ok || !needed)) return { ok: true, checks };
      const { status, meaning } = errorCodes['not-ready'];
      return reply.code(status).send({ ok: false, error: { code: 'not-ready', message: meaning }, checks });
    },
    metrics: async (_request, reply) => {
      const { type, text } = await health.metrics();
      return reply.header('content-type', type).send(text);
    },
    openApi: async () => (await import('./open-api.ts')).openApiDocument(),
    root: async (_request, reply) =>
      reply.redirect(readModel.configuration() === undefined ? '/first-run' : '/staff/', 307),

    authority: async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(authorityPage(readModel.configuration()?.name)),
    authorityFile: async (_request, reply) =>
      reply
        .type('application/x-x509-ca-cert')
        .header('content-disposition', 'attachment; filename="foyer-authority.crt"')
        .send(Buffer.from(authority.authorityDer)),
    authorityPem: async (_request, reply) => reply.type('application/x-pem-file').send(authority.authorityPem),
  };
}
