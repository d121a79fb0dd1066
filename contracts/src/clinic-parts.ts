// The parts of a clinic's set-up: which belong to whom, and how a change of some is put in place. Pure, and without a
// schema, so that a screen's bundle may carry it. Source: ADR 0015.

import type { ClinicChanges, ClinicDocument, ClinicPart, ClinicPrice } from './clinic-document.ts';
import type { ClinicConfiguration } from './configuration.ts';
import { saysTheSame } from './says-the-same.ts';

/** What the centre owns of a clinic that it has adopted: it is seen here and changed there. */
export const centreParts: readonly ClinicPart[] = ['openingHours', 'closedDates', 'prices'];

/** Parts that speak of one another: whoever changes one owns all of them. */
const togetherParts: readonly ClinicPart[] = [
  'services',
  'deskServiceId',
  'servicePoints',
  'paperPrefix',
  'consents',
  'questionnaires',
  'journeys',
];

/** What belongs to the clinic once it has changed these parts itself. */
export function ownedWith(parts: readonly ClinicPart[]): readonly ClinicPart[] {
  const own = parts.filter((part) => !centreParts.includes(part));
  return own.some((part) => togetherParts.includes(part)) ? [...new Set([...own, ...togetherParts])] : own;
}

export function partsOf(changes: ClinicChanges): readonly ClinicPart[] {
  return Object.keys(changes) as ClinicPart[];
}

export function clinicDocument(clinic: ClinicConfiguration, prices: readonly ClinicPrice[]): ClinicDocument {
  return {
    name: clinic.name,
    languages: clinic.languages,
    accent: clinic.accent ?? null,
    services: clinic.services,
    deskServiceId: clinic.deskServiceId ?? null,
    servicePoints: clinic.servicePoints,
    openingHours: clinic.openingHours,
    closedDates: clinic.closedDates ?? [],
    prices: inOrder(prices, clinic.services),
    meetingPoint: clinic.evacuation?.meetingPoint ?? null,
    staffNamesInPublic: clinic.staffNamesInPublic ?? false,
    paperPrefix: clinic.paperPrefix ?? null,
    skippedOrdinals: clinic.skippedOrdinals,
    cardFormats: clinic.cardFormats ?? [],
    consents: clinic.consents ?? [],
    questionnaires: clinic.questionnaires ?? [],
    journeys: clinic.journeys ?? [],
    notAnswered: clinic.notAnswered ?? null,
    stranded: clinic.stranded ?? null,
    paper: clinic.paper ?? null,
    printers: clinic.printers ?? null,
    scanners: clinic.scanners ?? null,
  };
}

/** In the order of the services; of none that is not there. */
export function inOrder(prices: readonly ClinicPrice[], services: readonly { readonly id: string }[]): ClinicPrice[] {
  return services.flatMap(({ id }) => {
    const price = prices.find(({ serviceId }) => serviceId === id);
    return price === undefined ? [] : [{ serviceId: id, amountMinor: price.amountMinor }];
  });
}

/** Parts that a configuration leaves out where there is nothing to say. */
const maybeParts = [
  'accent',
  'deskServiceId',
  'paperPrefix',
  'notAnswered',
  'stranded',
  'paper',
  'printers',
  'scanners',
] as const;

/** The clinic with the changes in place; prices are no part of it. */
export function changedClinic(clinic: ClinicConfiguration, changes: ClinicChanges): ClinicConfiguration {
  const {
    prices: _prices,
    meetingPoint,
    accent,
    deskServiceId,
    paperPrefix,
    notAnswered,
    stranded,
    paper,
    printers,
    scanners,
    ...plain
  } = changes;
  const said = { accent, deskServiceId, paperPrefix, notAnswered, stranded, paper, printers, scanners };
  const changed: { -readonly [K in keyof ClinicConfiguration]: ClinicConfiguration[K] } = { ...clinic, ...plain };
  for (const part of maybeParts) if (said[part] !== undefined) delete changed[part];
  if (meetingPoint !== undefined) delete changed.evacuation;
  return {
    ...changed,
    ...(accent == null ? {} : { accent }),
    ...(deskServiceId == null ? {} : { deskServiceId }),
    ...(paperPrefix == null ? {} : { paperPrefix }),
    ...(notAnswered == null ? {} : { notAnswered }),
    ...(stranded == null ? {} : { stranded }),
    ...(paper == null ? {} : { paper }),
    ...(printers == null ? {} : { printers }),
    ...(scanners == null ? {} : { scanners }),
    ...(meetingPoint == null ? {} : { evacuation: { meetingPoint } }),
  };
}

/** The parts of `after` that are not as they were. */
export function changesBetween(before: ClinicDocument, after: ClinicDocument): ClinicChanges {
  const changed = Object.entries(after).filter(([part, value]) => !saysTheSame(value, before[part as ClinicPart]));
  return Object.fromEntries(changed);
}
