// Dr Okonkwo leaves: twelve people, three with a number, the others still to come.

import type { AffectedPerson, ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { anAppointment, aPatient, aPoint, aStaffView, aTicket, byId, id, now, services } from './a-staff-view.ts';

export const okonkwo = id('staff', 4);
export const [room4, room5, room6] = [id('point', 4), id('point', 5), id('point', 6)];

const names = [
  'Fatima Zahra El Idrissi',
  'Giuseppe Bonfiglio',
  'Katarzyna Brzęczyszczykiewicz',
  'Nguyễn Thị Minh Khai',
  'Henrik Østergaard',
  'محمد عبد الرحمن الهاشمي',
  'Margaret O’Sullivan',
  'Oluwadamilola Babatunde-Ogunleye',
  'Somchai Srisuwan',
  'Jean-Baptiste de La Rochefoucauld',
  '陈美玲 Chen Meiling',
  'Christopher Abernathy-Worthington',
] as const;
const patients = names.map((name, index) => aPatient(40 + index, name));
const tickets = ['A061', 'A064', 'A065'].map((number, index) =>
  aTicket(number, {
    patientId: patients[index]!.id,
    waitedMinutes: 30 - index * 10,
    ...(index === 0 ? { state: 'serving', servicePointId: room4 } : { forServicePointId: room4 }),
  }),
);
const appointments = patients
  .slice(tickets.length)
  .map((patient, index) => anAppointment(40 + index, patient, now + (index + 1) * 15 * minuteMs));

const rooms = [room5, room6];
const anywhere = { servicePointIds: rooms, destinations: ['service-point', 'another-day', 'phone'] } as const;
const inRoom = { servicePointIds: rooms, destinations: ['service-point', 'stay', 'another-day', 'phone'] } as const;
const toRoom = (index: number) => ({ to: 'service-point' as const, toServicePointId: rooms[index % rooms.length]! });

export const proposal: ReassignmentProposal = {
  people: [
    ...tickets.map((ticket, index): AffectedPerson => {
      const { id: ticketId, number, state, patientId = '', serviceId, issuedAt: at } = ticket;
      const where =
        index === 0 ? { ...inRoom, proposal: { to: 'stay' as const } } : { ...anywhere, proposal: toRoom(index) };
      return { id: ticketId, ticketId, number, state, patientId, serviceId, at, ...where };
    }),
    ...appointments.map(({ id: appointmentId, patientId, serviceId, at }, index): AffectedPerson => {
      const last = index === appointments.length - 1;
      const where = last
        ? {
            servicePointIds: [],
            destinations: ['another-day', 'phone'] as const,
            proposal: { to: 'another-day' as const },
          }
        : { ...anywhere, proposal: toRoom(index) };
      return { id: appointmentId, appointmentId, patientId, serviceId, at, ...where };
    }),
  ],
  rooms: [
    { servicePointId: room5, people: 4 },
    { servicePointId: room6, people: 2 },
  ],
};

/** As reception sees it, at Desk 1. */
export function aLeavingDay(given: Partial<StaffView> = {}): StaffView {
  return {
    ...aStaffView({
      me: { id: id('staff', 2), name: 'Tomasz Zieliński', roles: ['reception'], servicePointId: id('point', 1) },
      servicePoints: byId([
        aPoint(1, 'Desk 1', {
          staffId: id('staff', 2),
          staffName: 'Tomasz Zieliński',
          serviceIds: Object.values(services),
        }),
        aPoint(4, 'Room 4', { staffId: okonkwo, staffName: 'Chiamaka Okonkwo', ticketId: tickets[0]!.id }),
        aPoint(5, 'Room 5', { staffId: id('staff', 7), staffName: 'Kerem Yılmaz' }),
        aPoint(6, 'Room 6', { staffId: id('staff', 5), staffName: 'Sofie Lindqvist' }),
        aPoint(7, 'Room 7', { state: 'closed' }),
      ]),
      tickets,
      patients,
      appointments,
    }),
    ...given,
  };
}
