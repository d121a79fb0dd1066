// A ticket and a receipt in the patient's language, from what was decided. Nothing here is looked up or changed later.

import { inLanguage, type Language } from '@foyer/contracts/languages.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import type { PaymentRecord } from '@foyer/domain/billing/billing-state.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { plainText } from '@foyer/domain/identity-documents/names.ts';
import { pathOf } from '@foyer/domain/journey/path.ts';
import { peopleAhead } from '@foyer/domain/queue/order.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ReceiptDocument, TicketDocument } from '../ports/ticket-printer.ts';
import { callingWorld, type ClinicState } from '../views/clinic-state.ts';
import { amountText, momentText, script } from './document-language.ts';
import { documentWait } from './document-wait.ts';
import { documentWords } from './document-words.ts';

/** `wait`: as it was told when the number was given; absent: nothing was. */
export function ticketDocument(
  ticket: TicketRecord,
  state: ClinicState,
  initials: string | undefined,
  wait?: WaitView,
): TicketDocument {
  const language = languageOf(ticket, state);
  const words = documentWords[language];
  const { zone } = state.configuration;
  const service = state.configuration.services.find(({ id }) => id === ticket.standing.serviceId);
  const sendTo = state.queue.forms.get(ticket.id)?.screening?.sendTo;
  const elsewhere =
    sendTo === undefined ? undefined : { heading: words.pleaseWaitAt, name: plainText(inLanguage(sendTo, language)) };
  const printedBy = state.devices.find(({ id }) => ticket.issuedBy === `device:${id}`)?.name;
  return {
    ...script(language),
    clinicName: plainText(state.configuration.name),
    number: ticket.number,
    serviceName: service === undefined ? '' : plainText(inLanguage(service.name, language)),
    ...(initials === undefined || initials === '' ? {} : { initials: plainText(initials) }),
    ...(ticket.appointmentAt === null ? {} : { appointmentTime: timeOfDay(ticket.appointmentAt, zone) }),
    ahead: words.ahead(peopleAhead(state.queue, ticket, callingWorld(state))),
    ...(wait === undefined ? {} : documentWait(wait, language, timeOfDay(state.now, zone))),
    ...visitOf(ticket, state, language),
    place: elsewhere ?? {
      heading: words.pleaseGoTo,
      name: service === undefined ? '' : plainText(inLanguage(service.waitingArea, language)),
      ...(service?.directions === undefined ? {} : { directions: plainText(inLanguage(service.directions, language)) }),
    },
    ...(state.ticketUrl === undefined ? {} : { qr: `${state.ticketUrl}/t/${ticket.publicId}`, qrHint: words.qrHint }),
    worse: words.worse,
    printedAt: momentText(ticket.issuedAt, language, zone),
    ...(printedBy === undefined ? {} : { printedBy }),
  };
}

/** What is still to come and what is now, as it was when the number was printed. */
function visitOf(ticket: TicketRecord, state: ClinicState, language: Language): Pick<TicketDocument, 'visit'> {
  const { path } = pathOf(ticket, state.configuration);
  if (path === undefined) return {};
  const steps = path.filter((step) => step.state !== 'done');
  const names = steps.map(({ serviceName }) => plainText(inLanguage({ en: '', ...serviceName }, language)));
  return { visit: documentWords[language].visit(names) };
}

export function receiptDocument(payment: PaymentRecord, state: ClinicState): ReceiptDocument {
  const charges = payment.chargeIds.map((id) => state.billing.charges.get(id)).filter((charge) => charge !== undefined);
  const ticket = state.queue.tickets.get(charges[0]?.ticketId ?? '');
  const language = languageOf(ticket, state);
  const words = documentWords[language];
  const amount = (minor: number): string => amountText(minor, payment.currency, language);
  const given = { label: words.means[payment.means], amount: amount(payment.tenderedMinor) };
  return {
    ...script(language),
    clinicName: plainText(state.configuration.name),
    clinicLines: [],
    title: words.receipt,
    number: payment.receiptNumber,
    lines: charges.map((charge) => {
      const service = state.configuration.services.find(({ id }) => id === charge.serviceId);
      return {
        label: service === undefined ? '' : plainText(inLanguage(service.name, language)),
        amount: amount(charge.amountMinor),
      };
    }),
    total: { label: words.total, amount: amount(payment.amountMinor) },
    payment:
      payment.changeMinor === 0 ? [given] : [given, { label: words.change, amount: amount(payment.changeMinor) }],
    ...(ticket === undefined ? {} : { ticketNumber: ticket.number }),
    printedAt: momentText(payment.at, language, state.configuration.zone),
    thanks: words.thanks,
  };
}

function languageOf(ticket: TicketRecord | undefined, { configuration }: ClinicState): Language {
  return ticket?.language ?? configuration.languages[0] ?? 'en';
}
