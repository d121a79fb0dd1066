// A ticket and a receipt of nobody, in the words of this clinic: what a template is looked at with.

import { inLanguage, type Language } from '@foyer/contracts/languages.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import type { ReceiptDocument, TicketDocument } from '../ports/ticket-printer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { amountText, momentText, script } from './document-language.ts';
import { documentWait } from './document-wait.ts';
import { documentWords } from './document-words.ts';

type Clinic = Pick<ClinicState, 'configuration' | 'devices' | 'now' | 'ticketUrl'>;

const SAMPLE = { ordinal: '047', ahead: 4, wait: { fromMinutes: 20, untilMinutes: 35 }, services: 3 } as const;
/** An address that leads nowhere, as long as a true one. */
const PUBLIC_ID = 'abcdefghijklmnopqrstuv';
const USUAL_URL = 'https://example.org';

export function sampleTicket({ configuration, devices, now, ticketUrl }: Clinic, language: Language): TicketDocument {
  const words = documentWords[language];
  const { zone, services } = configuration;
  const [service] = services;
  const time = timeOfDay(now, zone);
  const kiosk = devices.find(({ role }) => role === 'kiosk')?.name;
  const names = services.slice(0, SAMPLE.services).map(({ name }) => plainText(inLanguage(name, language)));
  return {
    ...script(language),
    clinicName: plainText(configuration.name),
    number: `${service?.prefix ?? 'A'}${SAMPLE.ordinal}`,
    serviceName: names[0] ?? '',
    initials: 'M. O.',
    appointmentTime: time,
    ahead: words.ahead(SAMPLE.ahead),
    ...documentWait(SAMPLE.wait, language, time),
    visit: words.visit(names),
    place: {
      heading: words.pleaseGoTo,
      name: service === undefined ? '' : plainText(inLanguage(service.waitingArea, language)),
      ...(service?.directions === undefined ? {} : { directions: plainText(inLanguage(service.directions, language)) }),
    },
    qr: `${ticketUrl ?? USUAL_URL}/t/${PUBLIC_ID}`,
    qrHint: words.qrHint,
    worse: words.worse,
    printedAt: momentText(now, language, zone),
    ...(kiosk === undefined ? {} : { printedBy: kiosk }),
  };
}

export function sampleReceipt({ configuration, now }: Clinic, language: Language): ReceiptDocument {
  const words = documentWords[language];
  const { code, currency, name, services, zone } = configuration;
  const amount = (minor: number): string => amountText(minor, currency, language);
  return {
    ...script(language),
    clinicName: plainText(name),
    clinicLines: [],
    title: words.receipt,
    number: `${code}-1-42`,
    lines: services.slice(0, 2).map((service, index) => ({
      label: plainText(inLanguage(service.name, language)),
      amount: amount(index === 0 ? 4_500 : 1_200),
    })),
    total: { label: words.total, amount: amount(5_700) },
    payment: [
      { label: words.means.cash, amount: amount(6_000) },
      { label: words.change, amount: amount(300) },
    ],
    ticketNumber: `${services[0]?.prefix ?? 'A'}${SAMPLE.ordinal}`,
    printedAt: momentText(now, language, zone),
    thanks: words.thanks,
  };
}
