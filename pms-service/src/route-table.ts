// Every route and page of the centre and who may use it. What is not here is not served.

import { join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { CentreState, StandbyLost } from '@foyer/contracts/centre-state.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { Route } from './modules/route.ts';
import type { UseCaseContext } from './modules/use-case-context.ts';
import { appointmentPageRoutes } from './modules/appointment-page/routes.ts';
import { backupRoutes } from './modules/backups/routes.ts';
import { clinicHealthRoutes } from './modules/clinic-health/routes.ts';
import { deadLetterRoutes, type LetterReports } from './modules/dead-letters/routes.ts';
import { deviceRoutes } from './modules/devices/routes.ts';
import { leaseRoutes } from './modules/leases/routes.ts';
import { liveRoutes } from './modules/live/routes.ts';
import { identityRoutes } from './modules/identity/routes.ts';
import { registrationRoutes } from './modules/registration/routes.ts';
import { reportingRoutes } from './modules/reporting/routes.ts';
import { snapshotRoutes } from './modules/snapshots/routes.ts';
import { statisticsRoutes } from './modules/statistics/routes.ts';
import { requestRoutes } from './modules/requests/routes.ts';
import { schedulingRoutes } from './modules/scheduling/routes.ts';
import { relayRoutes, type RelayReports } from './modules/sync-inbox/routes.ts';
import type { Doorway } from './modules/sync-inbox/doorway.ts';
import { Turnstile, usualLimits } from './modules/sync-inbox/turnstile.ts';
import { ticketPageRoutes } from './modules/ticket-page/routes.ts';
import { answer } from './modules/route.ts';
import { runbookRoute } from './runbook-route.ts';

export interface Dependency {
  readonly name: string;
  /** Rejects with a code where it does not serve. */
  readonly check: () => Promise<void>;
  /** False: the service serves without it, and says all the same that it is away. */
  readonly isNeeded?: boolean;
}

/** What the server says of itself. */
export interface Operation {
  readonly dependencies: () => readonly Dependency[];
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
  /** Undefined: it is here, or there is none. */
  standbyLost(): StandbyLost | undefined;
  /** The OpenAPI document. */
  document(): object;
}

const repository = join(import.meta.dirname, '../..');

/** Open to all who reach them: the dashboard asks who one is, and a patient's page has its credential in its address. */
export const pageTable = [
  { path: '/', prefix: '/', folder: join(repository, 'admin-ui/dist'), summary: 'The dashboard' },
  {
    path: '/t/:publicId',
    prefix: '/t/',
    folder: join(repository, 'display-ui/dist/ticket'),
    summary: 'The patient’s own page of a ticket',
  },
  {
    path: '/a/:address',
    prefix: '/a/',
    folder: join(repository, 'display-ui/dist/ticket'),
    file: 'appointment.html',
    summary: 'The patient’s own page of an appointment',
  },
] as const;

export function routeTable(
  context: UseCaseContext,
  reports: RelayReports & LetterReports,
  doorway: Doorway,
  operation: Operation,
): readonly Route[] {
  return [
    ...operationRoutes(operation),
    centreStateRoute(context, operation),
    runbookRoute,
    ...identityRoutes(context),
    ...reportingRoutes(context),
    ...clinicHealthRoutes(context),
    ...statisticsRoutes(context),
    ...schedulingRoutes(context),
    ...registrationRoutes(context),
    ...requestRoutes(context),
    ...relayRoutes(context, reports, { doorway, turnstile: new Turnstile(usualLimits, context.now) }),
    ...deadLetterRoutes(context, reports),
    ...deviceRoutes(context),
    ...leaseRoutes(context),
    ...liveRoutes(context),
    ...backupRoutes(context),
    ...snapshotRoutes(context),
    ...ticketPageRoutes(context),
    ...appointmentPageRoutes(context),
  ];
}

function operationRoutes({ dependencies, metrics, document }: Operation): readonly Route[] {
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
        const asked = dependencies();
        const lines = await Promise.all(asked.map(lineOf));
        const ok = lines.every((line, index) => line.ok || asked[index]?.isNeeded === false);
        return answer({ ok, dependencies: lines }, ok ? 200 : 503);
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      access: 'loopback',
      summary: 'Figures as Prometheus text',
      handle: async () => ({ status: 200, body: await metrics.text(), contentType: metrics.contentType }),
    },
    {
      method: 'GET',
      path: '/openapi.json',
      access: 'anyone',
      summary: 'This document',
      handle: async () => answer(document()),
    },
  ];
}

function centreStateRoute({ now }: UseCaseContext, { standbyLost }: Operation): Route {
  return {
    method: 'GET',
    path: '/api/v1/centre-state',
    access: ['network-admin', 'clinic-admin'],
    summary: 'Whether the centre itself is as it should be',
    async handle() {
      const lost = standbyLost();
      return answer({ serverTime: now(), ...(lost && { standbyLost: lost }) } satisfies CentreState);
    },
  };
}

/** Of `/readyz`. */
function lineOf({ name, check }: Dependency): Promise<{ name: string; ok: boolean; code?: ErrorCode }> {
  return check().then(
    () => ({ name, ok: true }),
    (error: unknown) => ({ name, ok: false, code: error instanceof AppError ? error.code : 'not-ready' }),
  );
}
