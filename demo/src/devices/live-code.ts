// A live check-in code as a patient's phone has it: from the page of the appointment, made anew each time it is asked.

import type { AppointmentPageView } from '@foyer/contracts/appointment-page.ts';

/** Undefined where the page has none now: the day is over, somebody has checked in, or the PMS does not answer. */
export async function liveCodeOf(page: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${page}/view`);
    if (!response.ok) return undefined;
    return ((await response.json()) as AppointmentPageView).live?.code;
  } catch {
    return undefined;
  }
}
