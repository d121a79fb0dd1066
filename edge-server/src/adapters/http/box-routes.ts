// What the box says of itself.

import { errorCodes } from '@foyer/contracts/error-codes.ts';
import type { Health, ReadinessLine } from '../../ports/health.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Handlers } from './declared-routes.ts';

export interface BoxParts {
  readonly health: Health;
  readonly readModel: Pick<ReadModel, 'configuration'>;
}
type BoxRoutes = 'health' | 'ready' | 'metrics' | 'openApi' | 'root';

/** Of an edge that ends: whoever is still connected is answered, and sends nobody else here. */
const ending: ReadinessLine = { name: 'doors', ok: false, needed: true, state: 'ending' };

export function boxHandlers({ health, readModel }: BoxParts, isEnding: () => boolean): Pick<Handlers, BoxRoutes> {
  return {
    health: async () => ({ ok: true }),
    ready: async (_request, reply) => {
      const checks = [...health.readiness(), ...(isEnding() ? [ending] : [])];
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
  };
}
