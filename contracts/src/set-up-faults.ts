// What does not fit in a clinic's set-up, each fault with its place: the edge refuses by it, the page says it where it
// was typed. Pure, and without a schema, so that a screen's bundle may carry it.

import type { ClinicSetUp, ServicePointSetUp, ServiceSetUp, StaffSetUp } from './clinic-set-up.ts';
import { currencyPattern } from './money.ts';

export const setUpFaultCodes = [
  'text-missing',
  'code-shape',
  'zone-unknown',
  'currency-unknown',
  'languages-missing',
  'hours-backwards',
  'hours-overlap',
  'services-missing',
  'key-twice',
  'name-twice',
  'letter-not-used',
  'letter-twice',
  'target-out-of-range',
  'price-out-of-range',
  'desk-twice',
  'service-without-room',
  'rooms-missing',
  'room-without-service',
  'service-unknown',
  'administrator-missing',
  'roles-missing',
  'pin-shape',
  'pin-easy',
  'pin-lengths-differ',
] as const;
export type SetUpFaultCode = (typeof setUpFaultCodes)[number];
export interface SetUpFault {
  /** JSON pointer within the set-up. */
  readonly path: string;
  readonly code: SetUpFaultCode;
}
type Found = SetUpFault | undefined;

/** Those that are told apart when called and look like no digit, the most different first. */
export const serviceLetters = [...'ARMWYXHQZLUKFNSVJEGC'] as readonly string[];

const leastTargetMinutes = 1;
const mostTargetMinutes = 480;
const mostMinor = 1_000_000_000_000;

/** Empty when a clinic can begin with it. In the order of the set-up. */
export function setUpFaults(setUp: ClinicSetUp): readonly SetUpFault[] {
  return [
    ...clinicFaults(setUp.clinic),
    ...hoursFaults(setUp.openingHours),
    ...servicesFaults(setUp.services, setUp.servicePoints),
    ...roomsFaults(setUp.servicePoints, setUp.services),
    ...staffFaults(setUp.staff),
  ].filter((fault) => fault !== undefined);
}

/** One that somebody else would type first: a digit or a pair repeated, or a run up or down. */
export function isEasyPin(pin: string): boolean {
  if (/^(\d{1,2})\1+$/.test(pin)) return true;
  const steps = new Set(Array.from(pin.slice(1), (digit, index) => Number(digit) - Number(pin[index])));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

export function isZone(zone: string): boolean {
  // An offset such as +01:00 knows no summer time.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function clinicFaults({ name, code, zone, currency, languages }: ClinicSetUp['clinic']): readonly Found[] {
  return [
    missing('/clinic/name', name),
    when(!/^[A-Z0-9]{2,8}$/.test(code), '/clinic/code', 'code-shape'),
    when(!isZone(zone), '/clinic/zone', 'zone-unknown'),
    when(!isCurrency(currency), '/clinic/currency', 'currency-unknown'),
    when(languages.length === 0, '/clinic/languages', 'languages-missing'),
  ];
}

function isCurrency(currency: string): boolean {
  return new RegExp(currencyPattern).test(currency) && Intl.supportedValuesOf('currency').includes(currency);
}

function hoursFaults(hours: ClinicSetUp['openingHours']): readonly Found[] {
  return hours.flatMap((one, index) => {
    const path = `/openingHours/${index}`;
    const before = hours.slice(0, index).filter(({ weekday }) => weekday === one.weekday);
    const overlaps = before.some(({ from, until }) => one.from < until && from < one.until);
    return [when(one.from >= one.until, path, 'hours-backwards'), when(overlaps, path, 'hours-overlap')];
  });
}

function servicesFaults(
  services: readonly ServiceSetUp[],
  servicePoints: readonly ServicePointSetUp[],
): readonly Found[] {
  const served = new Set(servicePoints.flatMap(({ serviceKeys }) => serviceKeys));
  const desks = services.filter(({ isDesk }) => isDesk === true);
  const each = services.flatMap((service, index) => {
    const path = `/services/${index}`;
    const { key, name, prefix, targetMinutes, priceMinor = 0, waitingArea } = service;
    return [
      missing(`${path}/name`, name.en),
      missing(`${path}/waitingArea`, waitingArea.en),
      when(
        seenBefore(services, index, key, (other) => other.key),
        `${path}/key`,
        'key-twice',
      ),
      when(
        seenBefore(services, index, folded(name.en), (other) => folded(other.name.en)),
        `${path}/name`,
        'name-twice',
      ),
      when(!serviceLetters.includes(prefix), `${path}/prefix`, 'letter-not-used'),
      when(
        seenBefore(services, index, prefix, (other) => other.prefix),
        `${path}/prefix`,
        'letter-twice',
      ),
      when(
        targetMinutes < leastTargetMinutes || targetMinutes > mostTargetMinutes,
        `${path}/targetMinutes`,
        'target-out-of-range',
      ),
      when(priceMinor < 0 || priceMinor > mostMinor, `${path}/priceMinor`, 'price-out-of-range'),
      when(service.isDesk === true && service !== desks[0], `${path}/isDesk`, 'desk-twice'),
      // Whoever took a number for it would wait for nobody.
      when(!served.has(key), path, 'service-without-room'),
    ];
  });
  return [when(services.length === 0, '/services', 'services-missing'), ...each];
}

function roomsFaults(servicePoints: readonly ServicePointSetUp[], services: readonly ServiceSetUp[]): readonly Found[] {
  const keys = new Set(services.map(({ key }) => key));
  const each = servicePoints.flatMap(({ name, serviceKeys }, index) => {
    const path = `/servicePoints/${index}`;
    const unknown = serviceKeys.findIndex((key) => !keys.has(key));
    return [
      missing(`${path}/name`, name.en),
      when(
        seenBefore(servicePoints, index, folded(name.en), (other) => folded(other.name.en)),
        `${path}/name`,
        'name-twice',
      ),
      when(serviceKeys.length === 0, `${path}/serviceKeys`, 'room-without-service'),
      when(unknown !== -1, `${path}/serviceKeys/${unknown}`, 'service-unknown'),
    ];
  });
  return [when(servicePoints.length === 0, '/servicePoints', 'rooms-missing'), ...each];
}

function staffFaults(staff: readonly StaffSetUp[]): readonly Found[] {
  // A tablet opens at the last digit, so it has to know how many there are.
  const digits = staff[0]?.pin.length;
  const each = staff.flatMap(({ name, roles, pin }, index) => {
    const path = `/staff/${index}`;
    const isShaped = /^\d{4,8}$/.test(pin);
    return [
      missing(`${path}/name`, name),
      when(
        seenBefore(staff, index, folded(name), (other) => folded(other.name)),
        `${path}/name`,
        'name-twice',
      ),
      when(roles.length === 0, `${path}/roles`, 'roles-missing'),
      when(!isShaped, `${path}/pin`, 'pin-shape'),
      when(isShaped && isEasyPin(pin), `${path}/pin`, 'pin-easy'),
      when(isShaped && pin.length !== digits, `${path}/pin`, 'pin-lengths-differ'),
    ];
  });
  const hasAdministrator = staff.some(({ roles }) => roles.includes('admin'));
  return [when(!hasAdministrator, '/staff', 'administrator-missing'), ...each];
}

function when(isSo: boolean, path: string, code: SetUpFaultCode): Found {
  return isSo ? { path, code } : undefined;
}

function missing(path: string, text: string): Found {
  return when(text.trim() === '', path, 'text-missing');
}

/** An empty text is missing, which is said already. */
function seenBefore<T>(items: readonly T[], index: number, value: string, valueOf: (item: T) => string): boolean {
  return value !== '' && items.slice(0, index).some((item) => valueOf(item) === value);
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase('en');
}
