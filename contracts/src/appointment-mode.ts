// How a booked visit takes place. Constants alone, so that a screen's bundle may carry them.

export const AppointmentMode = {
  inPerson: 'in-person',
  video: 'video',
  phone: 'phone',
} as const;
export type AppointmentMode = (typeof AppointmentMode)[keyof typeof AppointmentMode];
export const appointmentModes = Object.values(AppointmentMode);
