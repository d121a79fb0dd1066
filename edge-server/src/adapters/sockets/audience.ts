// Which credential may follow which namespace, and as which audience.

import type { Namespace } from '@foyer/contracts/sockets.ts';
import type { Credential } from '../../ports/access.ts';
import type { Audience } from '../../ports/views.ts';

export const namespaces = ['/display', '/kiosk', '/staff', '/ticket'] as const satisfies readonly Namespace[];

/** Undefined: this credential has no business there. */
export function audienceOf(namespace: Namespace, credential: Credential): Audience | undefined {
  switch (namespace) {
    case '/display':
      return credential.kind === 'device' && credential.role === 'display'
        ? { namespace, deviceId: credential.deviceId }
        : undefined;
    case '/kiosk':
      return credential.kind === 'device' && credential.role === 'kiosk'
        ? { namespace, deviceId: credential.deviceId }
        : undefined;
    case '/staff': {
      if (credential.kind === 'device' && credential.role === 'staff-tablet') return { namespace, staffId: null };
      if (credential.kind !== 'staff') return undefined;
      const { staffId, roles, servicePointId } = credential;
      return { namespace, staffId, roles, servicePointId };
    }
    case '/ticket':
      return credential.kind === 'ticket' ? { namespace, ticketId: credential.ticketId } : undefined;
  }
}
