// A clinic's set-up with ids: what the writer begins a log with. It has to be without fault.

import type { ClinicSetUp, ServiceSetUp } from '@foyer/contracts/clinic-set-up.ts';
import type { Initialisation } from '../ports/writer.ts';

export interface MadeBy {
  /** A fresh UUIDv7 at each call. */
  readonly newId: () => string;
  /** Of each member of staff, in their order. */
  readonly pinHashes: readonly string[];
}

/** The night is over, and nobody is up yet. */
const businessDayStartsAt = '04:00';

export function makeClinic(
  { clinic, openingHours, closedDates = [], services, servicePoints, staff }: ClinicSetUp,
  { newId, pinHashes }: MadeBy,
): Initialisation {
  const clinicId = newId();
  const staffIds = staff.map(() => newId());
  const idOf = new Map(services.map(({ key }) => [key, newId()]));
  const serviceId = (key: string): string => idOf.get(key) ?? '';
  const desk = services.find(({ isDesk }) => isDesk === true);
  return {
    configuration: {
      clinicId,
      ...clinic,
      name: clinic.name.trim(),
      businessDayStartsAt,
      services: services.map(({ key, name, prefix, waitingArea, walkIn, targetMinutes }) => ({
        id: serviceId(key),
        name: spoken(name),
        prefix,
        waitingArea: spoken(waitingArea),
        walkIn,
        targetMinutes,
      })),
      servicePoints: servicePoints.map(({ name, serviceKeys, direction }) => ({
        id: newId(),
        name: spoken(name),
        serviceIds: [...new Set(serviceKeys)].map(serviceId),
        ...(direction === undefined ? {} : { direction }),
      })),
      openingHours: [...openingHours],
      ...(closedDates.length === 0 ? {} : { closedDates: [...closedDates] }),
      ...(desk === undefined ? {} : { deskServiceId: serviceId(desk.key) }),
      skippedOrdinals: [],
    },
    openServicePoints: true,
    staff: staff.map(({ name, roles }, index) => ({
      id: staffIds[index] ?? '',
      name: name.trim(),
      roles: [...roles],
      pinHash: '',
      active: true,
    })),
    pins: staff.map(({ pin }, index) => ({
      staffId: staffIds[index] ?? '',
      pinHash: pinHashes[index] ?? '',
      pinDigits: pin.length,
    })),
    prices: services.flatMap(({ key, priceMinor }) =>
      priceMinor === undefined
        ? []
        : [{ serviceId: serviceId(key), amountMinor: priceMinor, currency: clinic.currency, version: 1 }],
    ),
  };
}

/** Without the languages in which nothing was said. */
function spoken(text: ServiceSetUp['name']): ServiceSetUp['name'] {
  const said = Object.entries(text).map(([language, words]) => [language, words.trim()] as const);
  return { en: text.en.trim(), ...Object.fromEntries(said.filter(([, words]) => words !== '')) };
}
