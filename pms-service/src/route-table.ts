// Every route of the centre and who may use it. What is not here is not served.

import type { Route } from './modules/route.ts';
import type { UseCaseContext } from './modules/use-case-context.ts';
import { identityRoutes } from './modules/identity/routes.ts';
import { registrationRoutes } from './modules/registration/routes.ts';
import { reportingRoutes } from './modules/reporting/routes.ts';
import { requestRoutes } from './modules/requests/routes.ts';
import { schedulingRoutes } from './modules/scheduling/routes.ts';
import { relayRoutes, type RelayReports } from './modules/sync-inbox/routes.ts';
import { ticketPageRoutes } from './modules/ticket-page/routes.ts';
import { answer } from './modules/route.ts';

export interface Dependency {
  readonly name: string;
  readonly check: () => Promise<void>;
}

export function routeTable(
  context: UseCaseContext,
  reports: RelayReports,
  dependencies: readonly Dependency[],
): readonly Route[] {
  return [
    ...healthRoutes(dependencies),
    ...identityRoutes(context),
    ...reportingRoutes(context),
    ...schedulingRoutes(context),
    ...registrationRoutes(context),
    ...requestRoutes(context),
    ...relayRoutes(context, reports),
    ...ticketPageRoutes(context),
  ];
}

function healthRoutes(dependencies: readonly Dependency[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/healthz',
      access: 'anyone',
      summary: 'Alive',
      handle: async () => answer({ ok: true }),
    },
    {
      method: 'GET',
      path: '/readyz',
      access: 'anyone',
      summary: 'Able to serve, a line per dependency',
      async handle() {
        const lines = await Promise.all(
          dependencies.map(async ({ name, check }) => ({
            name,
            ok: await check().then(
              () => true,
              () => false,
            ),
          })),
        );
        const ok = lines.every((line) => line.ok);
        return answer({ ok, dependencies: lines }, ok ? 200 : 503);
      },
    },
  ];
}
