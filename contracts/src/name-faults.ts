// Names stand beside others on walls, on paper and in tables: each is one line of plain text, in languages that screens
// speak. Pure, and without a schema, so that a screen's bundle may carry it.

import type { ClinicDocument } from './clinic-document.ts';
import { languages, type LocalisedText } from './languages.ts';

export interface NameFault {
  /** JSON pointer within the document. */
  readonly path: string;
  readonly code: 'shape';
}

/** Controls, line ends, half characters, and what turns the direction of what stands beside it. */
const notPlain = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const known: ReadonlySet<string> = new Set(languages);

export function nameFaults(document: ClinicDocument): readonly NameFault[] {
  const { name, services, servicePoints, meetingPoint, journeys } = document;
  return [
    ...faultIf(notPlain.test(name), '/name'),
    ...services.flatMap((service, index) => [
      ...textFaults(service.name, `/services/${index}/name`),
      ...textFaults(service.waitingArea, `/services/${index}/waitingArea`),
    ]),
    ...servicePoints.flatMap((point, index) => textFaults(point.name, `/servicePoints/${index}/name`)),
    ...(meetingPoint === null ? [] : textFaults(meetingPoint, '/meetingPoint')),
    ...journeys.flatMap((journey, index) => textFaults(journey.name, `/journeys/${index}/name`)),
  ];
}

function textFaults(text: LocalisedText, path: string): readonly NameFault[] {
  return Object.entries(text).flatMap(([language, said]) =>
    faultIf(!known.has(language) || notPlain.test(said), `${path}/${language}`),
  );
}

function faultIf(isSo: boolean, path: string): readonly NameFault[] {
  return isSo ? [{ path, code: 'shape' }] : [];
}
