// The ticket, from top to bottom, in the order of the kiosk's last screen: number, who and when, wait, where to go,
// the code. The door prints black and stands on the floor. Expects a cleaned document.

import type { TicketDocument } from '../../ports/ticket-printer.ts';
import { cleanAddress } from './clean-text.ts';
import { edges, line, type LineSetting } from './compose-lines.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { Picture, PrintStep } from './print-steps.ts';

const MODULE_DOTS = 6;

export function planTicket(ticket: TicketDocument, profile: PrinterProfile): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: ticket.language, direction: ticket.direction };
  return [
    ...line(setting, ticket.clinicName, { size: 1 }),
    space(20),
    drawn({ picture: 'number', number: ticket.number }),
    space(24),
    ...edges(
      setting,
      { text: ticket.initials ?? ticket.serviceName, bold: true },
      { text: ticket.appointmentTime ?? '', bold: true },
      { size: 2 },
    ),
    ...(ticket.initials === undefined ? [] : line(setting, ticket.serviceName, { size: 1 })),
    space(12),
    drawn({ picture: 'rule', thickDots: 2 }),
    space(12),
    ...waiting(ticket, setting),
    ...(ticket.visit === undefined ? [] : [space(12), ...line(setting, ticket.visit, { size: 1 })]),
    space(24),
    ...door(ticket, setting),
    space(24),
    ...code(ticket, setting),
    ...line(setting, ticket.worse, { size: 1, bold: true, align: 'centre' }),
    space(24),
    // The number once more in letters of the printer itself, whatever the language.
    ...line(setting, ticket.number, { size: 1, bold: true }),
    ...edges(setting, { text: ticket.printedAt }, { text: ticket.printedBy ?? '' }, { size: 1 }),
  ];
}

function waiting({ wait, ahead, direction }: TicketDocument, setting: LineSetting): readonly PrintStep[] {
  if (wait === undefined) return line(setting, ahead ?? '', { size: 2, bold: true });
  return [
    ...line(setting, wait.heading, { size: 1 }),
    ...line(setting, wait.words, { size: 2, bold: true }),
    space(12),
    drawn({ picture: 'wait-path', wait, direction }),
    space(8),
    ...line(setting, ahead ?? '', { size: 1 }),
  ];
}

function door({ place, direction }: TicketDocument, setting: LineSetting): readonly PrintStep[] {
  const inDoor = { invert: true } as const;
  return [
    drawn({ picture: 'door-top' }),
    ...line(setting, place.heading, { size: 1, ...inDoor }),
    ...line(setting, place.name, { size: 2, bold: true, ...inDoor }),
    ...line(setting, place.directions ?? '', { size: 1, ...inDoor }),
    drawn({
      picture: 'door-foot',
      direction,
      ...(place.arrow === undefined ? {} : { arrow: place.arrow }),
    }),
    drawn({ picture: 'floor' }),
  ];
}

function code({ qr, qrHint }: TicketDocument, setting: LineSetting): readonly PrintStep[] {
  const address = qr === undefined ? undefined : cleanAddress(qr);
  if (address === undefined) return [];
  return [
    { kind: 'qr', address, moduleDots: MODULE_DOTS },
    space(12),
    ...line(setting, qrHint ?? '', { size: 1, align: 'centre' }),
  ];
}

function drawn(picture: Picture): PrintStep {
  return { kind: 'picture', picture };
}

function space(dots: number): PrintStep {
  return { kind: 'space', dots };
}
