// What does not fit in a clinic that is being changed, each fault with its place: the edge refuses by it, the page says
// it where it was typed. The rules of the first run and of the forms, and what only a running clinic has. Pure, and
// without a schema, so that a screen's bundle may carry it.

import type { ClinicDocument } from './clinic-document.ts';
import { cardFaultCodes, cardFormatsFaults } from './card-formats-faults.ts';
import { centreParts } from './clinic-parts.ts';
import { closedDatesFaults } from './closed-dates-faults.ts';
import { formFaults, type FormFaultCode } from './form-faults.ts';
import type { QuestionnaireItem } from './forms.ts';
import { journeyFaults, type JourneyFaultCode } from './journey-faults.ts';
import type { LocalisedText } from './languages.ts';
import { nameFaults } from './name-faults.ts';
import { paperFaults, type PaperFaultCode } from './paper-faults.ts';
import { printerFaultCodes, printersFaults } from './printers-faults.ts';
import { queueRulesFaults } from './queue-rules-faults.ts';
import { scannerFaultCodes, scannersFaults } from './scanners-faults.ts';
import { setUpFaults, type SetUpFaultCode } from './set-up-faults.ts';

export const clinicFaultCodes = [
  'desk-unknown',
  'letter-of-paper',
  'price-of-nothing',
  'number-out-of-range',
  'form-without-service',
  'questions-missing',
  'options-too-few',
  'steps-missing',
  'date-unknown',
  'date-twice',
  ...cardFaultCodes,
  ...printerFaultCodes,
  ...scannerFaultCodes,
  'shape',
] as const;
export type ClinicFaultCode =
  | (typeof clinicFaultCodes)[number]
  | SetUpFaultCode
  | FormFaultCode
  | JourneyFaultCode
  | PaperFaultCode;
export interface ClinicFault {
  /** JSON pointer within the document. */
  readonly path: string;
  readonly code: ClinicFaultCode;
}

type Form = Pick<ClinicDocument['consents'][number], 'serviceIds' | 'title'>;

/** Where the first run calls a part otherwise. */
const renamed: readonly (readonly [RegExp, string])[] = [
  [/^\/clinic\//, '/'],
  [/^(\/servicePoints\/\d+)\/serviceKeys/, '$1/serviceIds'],
];

/** Those that are mended at the clinic: what a centre owns is mended there. */
export function clinicFaults(document: ClinicDocument, isAdopted: boolean): readonly ClinicFault[] {
  const found = allFaults(document);
  return isAdopted ? found.filter(({ path }) => !centreParts.some((part) => path.startsWith(`/${part}/`))) : found;
}

/** Empty when a clinic can work with it. In the order of its parts. */
function allFaults(document: ClinicDocument): readonly ClinicFault[] {
  const { services, servicePoints, deskServiceId, prices, paperPrefix, meetingPoint } = document;
  const known = new Set(services.map(({ id }) => id));
  return [
    ...faultsAsAtFirstRun(document),
    ...closedDatesFaults(document.closedDates),
    ...services.flatMap(({ dayLimit, bookedAtOnce }, index) => [
      ...outOf(dayLimit, 0, 9999, `/services/${index}/dayLimit`),
      ...outOf(bookedAtOnce, 1, 999, `/services/${index}/bookedAtOnce`),
    ]),
    ...servicePoints.flatMap(({ id, targetMinutes }, index) => [
      ...when(servicePoints.findIndex((other) => other.id === id) < index, `/servicePoints/${index}/id`, 'key-twice'),
      ...outOf(targetMinutes, 1, 480, `/servicePoints/${index}/targetMinutes`),
    ]),
    ...when(deskServiceId !== null && !known.has(deskServiceId), '/deskServiceId', 'desk-unknown'),
    ...prices.flatMap(({ serviceId, amountMinor }, index) => [
      ...when(!known.has(serviceId), `/prices/${index}/serviceId`, 'price-of-nothing'),
      ...when(amountMinor < 0, `/prices/${index}/amountMinor`, 'price-out-of-range'),
    ]),
    ...(meetingPoint === null ? [] : missing('/meetingPoint', meetingPoint)),
    ...when(
      services.some(({ prefix }) => prefix === paperPrefix),
      '/paperPrefix',
      'letter-of-paper',
    ),
    ...cardFormatsFaults(document.cardFormats),
    ...nameFaults(document),
    ...unfinishedForms(document),
    ...formFaults(document),
    ...unfinishedJourneys(document),
    ...journeyFaults(document),
    ...queueRulesFaults(document),
    ...paperFaults(document.paper),
    ...printersFaults(document.printers),
    ...scannersFaults(document.scanners),
  ];
}

function faultsAsAtFirstRun({
  name,
  languages,
  openingHours,
  services,
  servicePoints,
}: ClinicDocument): readonly ClinicFault[] {
  const found = setUpFaults({
    // Code, zone and money were settled at the first run.
    clinic: { name, languages, code: 'CLINIC', zone: 'UTC', currency: 'EUR' },
    openingHours,
    services: services.map(({ id, name: said, prefix, waitingArea, walkIn, targetMinutes }) => ({
      key: id,
      name: said,
      prefix,
      waitingArea,
      walkIn,
      targetMinutes,
    })),
    servicePoints: servicePoints.map(({ name: said, serviceIds }) => ({ name: said, serviceKeys: serviceIds })),
    staff: [],
  });
  return found
    .filter(({ path }) => path !== '/staff')
    .map(({ path, code }) => ({
      path: renamed.reduce((told, [from, to]) => told.replace(from, to), path),
      code,
    }));
}

/** What a person has not written yet. */
function unfinishedForms({ consents, questionnaires }: ClinicDocument): readonly ClinicFault[] {
  const common = ({ serviceIds, title }: Form, path: string) => [
    ...missing(`${path}/title`, title),
    ...when(serviceIds.length === 0, `${path}/serviceIds`, 'form-without-service'),
  ];
  return [
    ...consents.flatMap((form, index) => [
      ...common(form, `/consents/${index}`),
      ...missing(`/consents/${index}/text`, form.text),
    ]),
    ...questionnaires.flatMap((form, index) => [
      ...common(form, `/questionnaires/${index}`),
      ...when(form.items.length === 0, `/questionnaires/${index}/items`, 'questions-missing'),
      ...form.items.flatMap((item, at) => unfinishedItem(item, `/questionnaires/${index}/items/${at}`)),
    ]),
  ];
}

function unfinishedJourneys({ journeys }: ClinicDocument): readonly ClinicFault[] {
  return journeys.flatMap(({ name, steps }, index) => [
    ...missing(`/journeys/${index}/name`, name),
    ...when(steps.length === 0, `/journeys/${index}/steps`, 'steps-missing'),
  ]);
}

function unfinishedItem({ text, type, options = [] }: QuestionnaireItem, path: string): readonly ClinicFault[] {
  return [
    ...missing(`${path}/text`, text),
    ...when(type === 'choice' && options.length === 1, `${path}/options`, 'options-too-few'),
    ...options.flatMap((option, index) => [
      ...missing(`${path}/options/${index}/text`, option.text),
      ...(option.screening ? missing(`${path}/options/${index}/screening/sendTo`, option.screening.sendTo) : []),
    ]),
  ];
}

function missing(path: string, text: LocalisedText): readonly ClinicFault[] {
  return when(text.en.trim() === '', path, 'text-missing');
}

/** As the schema of the configuration has it. */
function outOf(value: number | undefined, least: number, most: number, path: string): readonly ClinicFault[] {
  return when(value !== undefined && (value < least || value > most), path, 'number-out-of-range');
}

function when(isSo: boolean, path: string, code: ClinicFaultCode): readonly ClinicFault[] {
  return isSo ? [{ path, code }] : [];
}
