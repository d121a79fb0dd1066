// A table of appointments, brought by reception or an administrator of a clinic that no centre has adopted.

import type { ImportRequest } from '@foyer/contracts/appointment-import.ts';
import type { AppointmentImports } from '../../ports/appointment-imports.ts';
import { credentialOf } from './authentication.ts';
import type { Handlers } from './declared-routes.ts';

export interface AppointmentParts {
  readonly imports: AppointmentImports;
}

export function appointmentHandlers({ imports }: AppointmentParts): Pick<Handlers, 'importAppointments'> {
  return {
    importAppointments: async (request, reply) => {
      const taken = await imports.take(request.body as ImportRequest, credentialOf(request));
      if (taken.ok) return taken;
      const { status, ...answer } = taken;
      return reply.code(status).send(answer);
    },
  };
}
