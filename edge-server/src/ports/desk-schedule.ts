// Days of the schedule beside today, as a desk asks for them. Undefined while there is no clinic yet.

import type { BookedTimes, NextDayList } from '@foyer/contracts/booking.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';

export interface DeskSchedule {
  bookedTimes(day: BusinessDay): BookedTimes | undefined;
  /** It leaves the house on paper: everybody on it goes into the access log. */
  nextDayList(staffId: string): NextDayList | undefined;
}
