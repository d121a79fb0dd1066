// What a press becomes: the command of the act that the button was set up for, or of the usual one. A button at no
// service point is there for help alone: what would need a room asks for help.

import { actsAtPoint, usualPressActs, type PressAct } from '@foyer/contracts/thing-presses.ts';
import type { Press } from '../ports/things.ts';

export type PressCommand =
  | { readonly type: 'call-next'; readonly servicePointId: string; readonly finishCurrent: 'completed' }
  | { readonly type: 'recall'; readonly servicePointId: string }
  | { readonly type: 'finish-service'; readonly servicePointId: string; readonly ticketId: string }
  | { readonly type: 'request-help'; readonly kind: 'assistance' | 'emergency' };

/** Undefined where nothing is to be done: the button is set up so, or nobody is in the room. */
export function pressCommand(
  { servicePointId, press, acts }: Press,
  ticketAt: (servicePointId: string) => string | undefined,
): PressCommand | undefined {
  const act: PressAct = acts?.[press] ?? usualPressActs[press];
  if (servicePointId === null && actsAtPoint.includes(act)) return { type: 'request-help', kind: 'assistance' };
  switch (act) {
    case 'call-next':
      return { type: 'call-next', servicePointId: servicePointId!, finishCurrent: 'completed' };
    case 'recall':
      return { type: 'recall', servicePointId: servicePointId! };
    case 'finish-service': {
      const ticketId = ticketAt(servicePointId!);
      return ticketId === undefined ? undefined : { type: 'finish-service', servicePointId: servicePointId!, ticketId };
    }
    case 'request-help':
      return { type: 'request-help', kind: 'assistance' };
    case 'request-emergency':
      return { type: 'request-help', kind: 'emergency' };
    case 'nothing':
      return undefined;
  }
}
