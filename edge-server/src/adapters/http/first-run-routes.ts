// The first run, to the bearer of the code on the console.

import type { FirstRunRequest } from '@foyer/contracts/clinic-set-up.ts';
import type { FirstRun } from '../../ports/first-run.ts';
import type { Log } from '../../ports/log.ts';
import type { Handlers } from './declared-routes.ts';
import { sendCoded } from './errors.ts';

export interface FirstRunParts {
  readonly firstRun: FirstRun;
  readonly log: Log;
}

export function firstRunHandlers({ firstRun, log }: FirstRunParts): Pick<Handlers, 'firstRunStatus' | 'setUpClinic'> {
  return {
    firstRunStatus: async () => firstRun.status(),
    setUpClinic: async (request, reply) => {
      const outcome = await firstRun.setUp(request.body as FirstRunRequest);
      log.info('first-run', { outcome: outcome.ok ? outcome.answer.clinicId : outcome.code });
      if (outcome.ok) return outcome.answer;
      const { code, faults } = outcome;
      return faults === undefined
        ? sendCoded(reply, code)
        : reply.code(409).send({ ok: false, refusal: { code, faults } });
    },
  };
}
