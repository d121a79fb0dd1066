// How each printer is, for those who stand beside it.

import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';
import { unprintedTickets } from './unprinted.ts';

export function printersView(state: ClinicState): Pick<StaffView, 'printers' | 'unprinted'> {
  if (state.printers === undefined || state.printers.length === 0) return {};
  const unprinted = unprintedTickets(state);
  return { printers: byId(state.printers), ...(unprinted.length === 0 ? {} : { unprinted }) };
}
