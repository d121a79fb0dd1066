import type { Sender } from '@foyer/domain/decision.ts';
import type { Credential } from '../ports/access.ts';

/** The roles that a credential acts in. */
export function senderOf(credential: Credential): Sender {
  switch (credential.kind) {
    case 'staff': {
      const { staffId, roles, servicePointId, deviceId } = credential;
      return {
        actor: `staff:${staffId}`,
        roles,
        staffId,
        ...(servicePointId === null ? {} : { servicePointId }),
        ...(deviceId === null ? {} : { deviceId }),
      };
    }
    case 'device': {
      const { deviceId, role, servicePointId } = credential;
      return {
        actor: `device:${deviceId}`,
        roles: [role],
        deviceId,
        ...(servicePointId === null ? {} : { servicePointId }),
      };
    }
    case 'ticket':
      return { actor: `ticket:${credential.ticketId}`, roles: ['ticket-page'] };
  }
}
