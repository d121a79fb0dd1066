// What the first screen of the kiosk is: the choice of ways in, or why there is none.

import { admitsNobody } from '@foyer/contracts/storage.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { isClosed } from './opening.ts';

export type IdleFace = 'idle' | 'closed' | 'storage';

/** Who comes to a clinic that is shut is told that first. */
export function idleFace(view: Pick<KioskView, 'clinic' | 'storage'> | undefined): IdleFace {
  if (view === undefined) return 'idle';
  if (isClosed(view.clinic)) return 'closed';
  return admitsNobody(view.storage) ? 'storage' : 'idle';
}
