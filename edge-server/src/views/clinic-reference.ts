// What the clinic works with and commits seldom change: its set-up, its people, the day's appointments, what waits for
// somebody. It is read whole, again, after the few events that change it.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { SettingValues } from '@foyer/contracts/live-settings.ts';
import type { CentreBalance } from '@foyer/domain/billing/balance.ts';
import type { DayBounds } from '@foyer/domain/calendar/business-day.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import type { ReadModel, StoredAppointment } from '../ports/read-model.ts';
import type { ClinicState } from './clinic-state.ts';

/** After these, another day may be the one that goes on, or somebody is booked, or there is something to decide. */
export const readAgainAfter: ReadonlySet<string> = new Set([
  'v1.ClockFrozen',
  'v1.ClockConfirmed',
  'v1.DayClosed',
  'v1.DayReopened',
  'v1.EvacuationStarted',
  'v1.EvacuationEnded',
  'v1.AppointmentAdded',
  'v1.AppointmentMoved',
  'v1.AppointmentCancelled',
  'v1.RequestRaised',
  'v1.RequestAnswered',
  'v1.RequestWithdrawn',
  'v1.SubjectErased',
  'v1.PatientDetailChosen',
  'v1.WorkItemRaised',
  'v1.WorkItemResolved',
  'v1.DisplayLayoutSet',
  'v1.ThingSetUp',
  'v1.SettingChanged',
]);

export interface Reference {
  readonly configuration: ClinicConfiguration;
  readonly staff: ClinicState['staff'];
  readonly prices: ClinicState['prices'];
  readonly appointments: readonly StoredAppointment[];
  readonly balances: ClinicState['balances'];
  readonly workItems: ClinicState['workItems'];
  readonly conflicts: ClinicState['conflicts'];
  readonly bookingRequests: ClinicState['bookingRequests'];
  readonly isAdopted: boolean;
  readonly displayLayouts: ClinicState['displayLayouts'];
  readonly settings: SettingValues;
  readonly thingSetUps: ClinicState['thingSetUps'];
}

export function readReference(
  readModel: ReadModel,
  configuration: ClinicConfiguration,
  { from, until }: DayBounds,
  startedWith: SettingValues | undefined,
): Reference {
  const appointments = readModel.appointmentsBetween(from, until).toSorted((a, b) => a.at - b.at);
  return {
    configuration,
    staff: new Map(readModel.staff().map(({ id, name, roles }) => [id, { name: plainText(name), roles }])),
    prices: new Map(readModel.prices().map(({ serviceId, amountMinor }) => [serviceId, amountMinor])),
    appointments,
    balances: balancesOf(appointments, readModel),
    workItems: readModel.workItems(),
    conflicts: readModel.detailConflicts(from),
    bookingRequests: readModel.bookingRequests(from),
    isAdopted: readModel.feedNumber() > 0,
    displayLayouts: readModel.displayLayouts(),
    settings: { ...startedWith, ...readModel.settings() },
    thingSetUps: readModel.thingSetUps(),
  };
}

function balancesOf(appointments: readonly StoredAppointment[], readModel: ReadModel): ClinicState['balances'] {
  const balances = new Map<string, CentreBalance>();
  for (const { patientId } of appointments) {
    const balance = readModel.balanceOf(patientId);
    if (balance !== undefined) balances.set(patientId, balance);
  }
  return balances;
}
