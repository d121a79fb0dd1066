import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';

/** Nobody books further ahead. */
export const bookedAheadMs = 370 * dayMs;

/** The service of each appointment that stands. */
export function servicesBooked(
  appointments: readonly { readonly serviceId: string; readonly at: EpochMs; readonly status: string }[],
): readonly string[] {
  return appointments.filter(({ status }) => status === 'booked').map(({ serviceId }) => serviceId);
}
