import { AppointmentPageState } from '@foyer/contracts/appointment-page.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { AppointmentStatus, type Appointment } from '../scheduling/types.ts';

/** What the page of an appointment tells first, on this business day of its clinic. */
export function pageState(
  { status, businessDay }: Pick<Appointment, 'status' | 'businessDay'>,
  today: BusinessDay,
): AppointmentPageState {
  if (status === AppointmentStatus.cancelled) return AppointmentPageState.cancelled;
  if (businessDay < today) return AppointmentPageState.over;
  if (status === AppointmentStatus.arrived) return AppointmentPageState.arrived;
  return businessDay === today ? AppointmentPageState.today : AppointmentPageState.ahead;
}
