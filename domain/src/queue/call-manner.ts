// What a need changes about how its ticket is called. A screen is told what to do, and not what the need is.

import type { CallManner } from '@foyer/contracts/call-manner.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';

export function callManner(needs: readonly Need[]): CallManner {
  const hearing = needs.includes('hearing');
  const sight = needs.includes('sight');
  const mobility = needs.includes('mobility');
  return {
    ...(hearing || sight || mobility ? { longer: true } : {}),
    ...(hearing ? { flashes: true } : {}),
    ...(sight ? { roomTwice: true } : {}),
  };
}
