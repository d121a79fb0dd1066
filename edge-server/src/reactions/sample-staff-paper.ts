// What staff print, of nobody and of a till that nobody opened: what a template is looked at with.

import { inLanguage, type Language } from '@foyer/contracts/languages.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { TillRecord } from '@foyer/domain/billing/billing-state.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import { paperPrefix } from '@foyer/domain/numbering/paper-series.ts';
import { ticketNumber } from '@foyer/domain/numbering/ticket-number.ts';
import type { MusterDocument, PaperNumbersDocument, TillReportDocument } from '../ports/ticket-printer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { momentText, script } from './document-language.ts';
import { musterWords } from './muster-words.ts';
import { paperNumbersDocument } from './paper-numbers-document.ts';
import { tillReportDocument } from './till-report-document.ts';

/** One who is not known, and one who was found before it was printed. */
export function sampleMusterList({ configuration, now }: ClinicState, language: Language): MusterDocument {
  const words = musterWords[language];
  const { evacuation, name, services, servicePoints, zone } = configuration;
  const [service] = services;
  const area = service === undefined ? '' : plainText(inLanguage(service.waitingArea, language));
  const room = plainText(inLanguage(servicePoints[0]?.name ?? { en: '' }, language));
  const prefix = service?.prefix ?? 'A';
  const meetingPoint = evacuation?.meetingPoint;
  return {
    ...script(language),
    clinicName: plainText(name),
    title: words.title,
    since: words.since(timeOfDay(now - minuteMs, zone)),
    ...(meetingPoint === undefined
      ? {}
      : { meetingPoint: words.meetingPoint(plainText(inLanguage(meetingPoint, language))) }),
    count: words.count(2),
    people: [
      {
        number: `${prefix}052`,
        lastSeen: [area, words.state.waiting].filter(Boolean).join(words.comma),
        needs: words.need.mobility,
      },
      {
        number: `${prefix}047`,
        name: 'M. O.',
        lastSeen: [room, words.state.serving].filter(Boolean).join(words.comma),
        found: words.found,
      },
    ],
    printedAt: momentText(now, language, zone),
  };
}

export function sampleTillReport(clinic: ClinicState, language: Language): TillReportDocument {
  const { code, currency } = clinic.configuration;
  const till: TillRecord = {
    id: 'till',
    openedAt: clinic.now - 8 * hourMs,
    openedBy: 'system',
    closedAt: clinic.now,
    closedBy: 'system',
    zNumber: `${code}-1-Z3`,
    currency,
    floatMinor: 20_000,
    takenCashMinor: 104_150,
    takenCardMinor: 31_000,
    payments: 22,
    firstReceipt: `${code}-1-16`,
    lastReceipt: `${code}-1-37`,
    countedMinor: 124_000,
  };
  return tillReportDocument(till, speaking(clinic, language));
}

export function samplePaperNumbers(clinic: ClinicState, language: Language): PaperNumbersDocument {
  const prefix = paperPrefix(clinic.configuration);
  const numbers = [41, 42].map((ordinal) => ticketNumber(prefix, ordinal));
  return paperNumbersDocument({ numbers }, speaking(clinic, language));
}

/** What staff print is in the clinic's first language. */
function speaking(clinic: ClinicState, language: Language): ClinicState {
  return { ...clinic, configuration: { ...clinic.configuration, languages: [language] } };
}
