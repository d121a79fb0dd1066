// From the generated clinic to what each server is handed: the PMS its facts, the edge its demonstration file, scripts
// and tests `demo.json`, the page of virtual devices what it shows.

import type { MorningFacts } from '../busy-morning/next-acts.ts';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import type { DemoClinic } from '../clinic/generate.ts';
import { icaoSample, type DemoAppointmentCode, type DemoFacts } from '../devices/demo-facts.ts';
import { localTime } from './business-day.ts';
import type { DemoFile } from './demo-file.ts';
import type { Secrets } from './secrets.ts';
import type { DemoThings } from './thing-codes.ts';

/** What the PMS says once it serves and holds the demonstration's facts. */
export interface PmsReady {
  readonly url: string;
  readonly edgeToken: string;
  readonly tokens: Readonly<Partial<Record<'clinic-admin' | 'network-admin' | 'integration', string>>>;
  readonly appointments: readonly {
    readonly appointmentId: string;
    readonly checkInCode: string;
    /** The path of the patient's page. */
    readonly page?: string;
  }[];
}

/** Ids of things that the demonstration itself stands for. */
export interface DemoDevices {
  readonly kiosk: string;
  readonly display: string;
}

export function pmsFacts(clinic: DemoClinic) {
  return {
    network: { networkId: clinic.network.id, name: clinic.network.name },
    clinic: clinic.configuration,
    users: clinic.users,
    staff: clinic.staff.map(({ id, ...member }) => ({ staffId: id, ...member })),
    prices: clinic.prices.map((price) => ({ ...price, currency: clinic.configuration.currency })),
    patients: clinic.patients.map(({ id, details }) => ({ patientId: id, details })),
    appointments: clinic.appointments.map(({ id, ...appointment }) => ({ appointmentId: id, ...appointment })),
    sister: {
      clinic: clinic.sister.configuration,
      patients: clinic.sister.patients.map(({ id, details }) => ({ patientId: id, details })),
      appointments: clinic.sister.appointments.map(({ id, ...appointment }) => ({ appointmentId: id, ...appointment })),
    },
  };
}

export function edgeDemonstration(
  clinic: DemoClinic,
  secrets: Secrets,
  devices: DemoDevices,
  codes: EdgeDemonstration['codes'],
): EdgeDemonstration {
  const { tokens, nurseTokens } = secrets;
  const withRole = (role: string): string => clinic.staff.find((member) => member.roles[0] === role)?.id ?? '';
  const nurses = clinic.staff.filter((member) => member.roles[0] === 'nurse');
  const roles = ['reception', 'cashier', 'supervisor', 'auditor', 'admin'] as const;
  return {
    configuration: clinic.configuration,
    codes,
    tokens: [
      { token: tokens.kiosk, role: 'kiosk', deviceId: devices.kiosk },
      { token: tokens.display, role: 'display', deviceId: devices.display },
      ...roles.map((role) => ({ token: tokens[role], role, staffId: withRole(role) })),
      ...clinic.configuration.servicePoints.map((point, index) => ({
        token: nurseTokens[index] ?? '',
        role: 'nurse' as const,
        staffId: nurses[index % nurses.length]?.id ?? '',
        servicePointId: point.id,
      })),
    ],
  };
}

export interface Addresses {
  readonly edgeUrl: string;
  readonly edgeTlsUrl: string;
  readonly mqttUrl: string;
  readonly printer: { readonly host: string; readonly port: number; readonly url: string };
  readonly devicesUrl: string;
}

export function demoFile(clinic: DemoClinic, secrets: Secrets, pms: PmsReady, at: Addresses): DemoFile {
  const { configuration } = clinic;
  const { tokens, nurseTokens } = secrets;
  return {
    edge: {
      url: at.edgeUrl,
      tlsUrl: at.edgeTlsUrl,
      tokens: {
        kiosk: tokens.kiosk,
        display: tokens.display,
        nurse: nurseTokens[0] ?? '',
        reception: tokens.reception,
        cashier: tokens.cashier,
        supervisor: tokens.supervisor,
        auditor: tokens.auditor,
        admin: tokens.admin,
      },
    },
    pms: {
      url: pms.url,
      tokens: {
        clinicAdmin: pms.tokens['clinic-admin'] ?? '',
        networkAdmin: pms.tokens['network-admin'] ?? '',
        integration: pms.tokens.integration ?? '',
      },
      users: clinic.users.map(({ email, password, role }) => ({ email, password, role })),
    },
    services: configuration.services.map(({ id, name }) => ({ id, name: name.en })),
    servicePoints: configuration.servicePoints.map(({ id, name, serviceIds }, index) => ({
      id,
      name: name.en,
      serviceIds,
      nurseToken: nurseTokens[index] ?? '',
    })),
    staff: clinic.staff,
    appointments: codedAppointments(clinic, pms).map(({ appointment, patient, initials, qr }) => ({
      id: appointment.id,
      patientId: appointment.patientId,
      serviceId: appointment.serviceId,
      time: localTime(appointment.at, configuration.zone),
      birthDate: patient.details.birthDate ?? '',
      initials,
      phoneLast4: patient.details.phone?.slice(-4) ?? '',
      qr,
    })),
    mqtt: { url: at.mqttUrl },
    virtualPrinter: at.printer,
    devices: { url: at.devicesUrl },
  };
}

export function morningFacts({ configuration, ...clinic }: DemoClinic, pms: PmsReady): MorningFacts {
  const { services, servicePoints } = configuration;
  return {
    services: services
      .filter(({ walkIn }) => walkIn)
      .map(({ id }) => ({
        id,
        servicePointIds: servicePoints.filter(({ serviceIds }) => serviceIds.includes(id)).map((point) => point.id),
      })),
    codes: codedAppointments({ configuration, ...clinic }, pms).map(({ qr }) => qr),
    cleaned: servicePoints.filter(({ cleaning }) => cleaning === true).map(({ id }) => id),
  };
}

export function benchFacts(
  clinic: DemoClinic,
  pms: PmsReady,
  things: DemoThings,
  kiosks: DemoFacts['kiosks'],
): DemoFacts {
  const { configuration } = clinic;
  const nameOf = new Map(configuration.services.map((service) => [service.id, service.name.en]));
  const coded = codedAppointments(clinic, pms);
  return {
    clinicId: configuration.clinicId,
    clinicName: configuration.name,
    appointments: [
      ...coded.map(({ appointment, initials, qr }) => ({
        id: appointment.id,
        time: localTime(appointment.at, configuration.zone),
        initials,
        serviceName: nameOf.get(appointment.serviceId) ?? '',
        qr,
        ...pageOf(appointment.id, pms),
      })),
      ...elsewhere(clinic.sister, pms),
    ],
    passports: [
      ...coded.slice(0, 12).map(({ initials, patient }) => ({ label: initials, text: patient.passport })),
      icaoSample,
    ],
    kiosks,
    ...things,
  };
}

function pageOf(id: string, { url, appointments }: PmsReady): Pick<DemoAppointmentCode, 'page'> {
  const page = appointments.find(({ appointmentId }) => appointmentId === id)?.page;
  return page === undefined ? {} : { page: url + page };
}

/** Named by their clinic, so that it is seen before it is held before a scanner that they are at the wrong one. */
function elsewhere({ configuration, patients, appointments }: DemoClinic['sister'], pms: PmsReady) {
  const codes = new Map(pms.appointments.map(({ appointmentId, checkInCode }) => [appointmentId, checkInCode]));
  return appointments.flatMap(({ id, patientId, at }) => {
    const patient = patients.find((each) => each.id === patientId);
    const qr = codes.get(id);
    if (patient === undefined || qr === undefined) return [];
    const initials = initialsOf(patient.details);
    return [{ id, time: localTime(at, configuration.zone), initials, serviceName: configuration.name, qr }];
  });
}

function codedAppointments(clinic: DemoClinic, pms: PmsReady) {
  const codes = new Map(pms.appointments.map(({ appointmentId, checkInCode }) => [appointmentId, checkInCode]));
  const patients = new Map(clinic.patients.map((patient) => [patient.id, patient]));
  return clinic.appointments.flatMap((appointment) => {
    const patient = patients.get(appointment.patientId);
    const qr = codes.get(appointment.id);
    return patient === undefined || qr === undefined
      ? []
      : [{ appointment, patient, initials: initialsOf(patient.details), qr }];
  });
}

function initialsOf({ name }: DemoClinic['patients'][number]['details']): string {
  return [name?.given, name?.family].map((part) => `${[...(part ?? '')][0]?.toLocaleUpperCase('en') ?? ''}.`).join(' ');
}
