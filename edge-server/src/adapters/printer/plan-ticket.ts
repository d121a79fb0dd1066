// The ticket, from top to bottom, as its template has it. The door prints black and stands on the floor. Expects a
// cleaned document and a cleaned template.

import type { CodeSize, TicketField } from '@foyer/contracts/paper-limits.ts';
import type { TicketTemplate } from '@foyer/contracts/paper-template.ts';
import { usualTicket } from '@foyer/contracts/usual-paper.ts';

import type { PaperLook, TicketDocument } from '../../ports/ticket-printer.ts';
import { cleanAddress } from './clean-text.ts';
import { line, type LineSetting } from './compose-lines.ts';
import { drawn, planField, planSharedPart } from './plan-part.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { PrintStep } from './print-steps.ts';

const MODULE_DOTS: { readonly [S in CodeSize]: number } = { small: 4, medium: 6, large: 8 };

export function planTicket(
  ticket: TicketDocument,
  profile: PrinterProfile,
  { template = usualTicket, logo }: PaperLook<TicketTemplate> = {},
): readonly PrintStep[] {
  const setting: LineSetting = { profile, language: ticket.language, direction: ticket.direction };
  return template.parts.flatMap((part): readonly PrintStep[] => {
    switch (part.part) {
      case 'number':
        return [drawn({ picture: 'number', number: ticket.number })];
      case 'field':
        return planField(part, (field) => [wordsOf(field, ticket)], setting);
      case 'wait':
        return waiting(ticket, setting);
      case 'door':
        return door(ticket, setting);
      case 'code':
        return code(ticket, setting, part.size ?? 'medium');
      default:
        return planSharedPart(part, setting, logo);
    }
  });
}

function wordsOf(field: TicketField, ticket: TicketDocument): string {
  switch (field) {
    case 'clinic-name':
      return ticket.clinicName;
    case 'number':
      return ticket.number;
    case 'initials-or-service':
      return ticket.initials ?? ticket.serviceName;
    case 'service-below-initials':
      return ticket.initials === undefined ? '' : ticket.serviceName;
    case 'service':
      return ticket.serviceName;
    case 'initials':
      return ticket.initials ?? '';
    case 'appointment-time':
      return ticket.appointmentTime ?? '';
    case 'people-ahead':
      return ticket.ahead ?? '';
    case 'visit':
      return ticket.visit ?? '';
    case 'worse':
      return ticket.worse;
    case 'printed-at':
      return ticket.printedAt;
    case 'printed-by':
      return ticket.printedBy ?? '';
  }
}

function waiting({ wait, ahead, direction }: TicketDocument, setting: LineSetting): readonly PrintStep[] {
  if (wait === undefined) return line(setting, ahead ?? '', { size: 2, bold: true });
  return [
    ...line(setting, wait.heading, { size: 1 }),
    ...line(setting, wait.words, { size: 2, bold: true }),
    { kind: 'space', dots: 12 },
    drawn({ picture: 'wait-path', wait, direction }),
    { kind: 'space', dots: 8 },
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

function code({ qr, qrHint }: TicketDocument, setting: LineSetting, size: CodeSize): readonly PrintStep[] {
  const address = qr === undefined ? undefined : cleanAddress(qr);
  if (address === undefined) return [];
  return [
    { kind: 'qr', address, moduleDots: MODULE_DOTS[size] },
    { kind: 'space', dots: 12 },
    ...line(setting, qrHint ?? '', { size: 1, align: 'centre' }),
  ];
}
