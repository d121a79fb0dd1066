// The clinic's set-up, for its administrator; a change of it is a command.

import type { ClinicCheckRequest } from '@foyer/contracts/clinic-document.ts';
import type { ClinicSetUpReading } from '../../ports/clinic-set-up.ts';
import type { Handlers } from './declared-routes.ts';
import { CodedError } from './errors.ts';

export interface ClinicParts {
  readonly clinicSetUp: ClinicSetUpReading;
}

export function clinicHandlers({ clinicSetUp }: ClinicParts): Pick<Handlers, 'clinicAsSetUp' | 'checkClinic'> {
  return {
    clinicAsSetUp: async () => found(clinicSetUp.asSetUp()),
    checkClinic: async (request, reply) => {
      const check = found(await clinicSetUp.check((request.body as ClinicCheckRequest).changes));
      return check.ok ? check : reply.code(409).send(check);
    },
  };
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new CodedError('not-ready');
  return thing;
}
