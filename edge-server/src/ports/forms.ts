// Forms as a kiosk asks for them, and as staff read what was said in them.

import type { FormResponses, FormsToFill } from '@foyer/contracts/forms.ts';
import type { StaffCredential } from './access.ts';

export interface Forms {
  /** What is still to be asked before this service. Of a session that is over, as of somebody who is not known. */
  toFill(deviceId: string, serviceId: string, identificationId: string | undefined): FormsToFill | undefined;
  /** Undefined where there is no such ticket, or its answers are not for this member of staff. */
  responses(reader: StaffCredential, ticketId: string): FormResponses | undefined;
}
