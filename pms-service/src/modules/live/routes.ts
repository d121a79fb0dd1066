import { LiveReport } from '@foyer/contracts/live-report.ts';
import { answer, clinicOf, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { takeLiveReport } from './use-cases.ts';

/** Three thousand pages with names in four languages. */
const bodyLimitBytes = 8 * 1024 * 1024;

export function liveRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'PUT',
      path: '/sync/v1/live',
      access: 'edge',
      summary: 'How the clinic is now, while its rows wait to be relayed',
      body: LiveReport,
      bodyLimitBytes,
      perMinute: 120,
      async handle({ caller, body }) {
        await takeLiveReport(context, clinicOf(caller), body as LiveReport);
        return answer({ ok: true });
      },
    },
  ];
}
