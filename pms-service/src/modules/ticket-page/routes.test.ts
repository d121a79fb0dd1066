import { commandRoles } from '@foyer/contracts/authorisation.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { describe, expect, it } from 'vitest';
import { readTicketCommand } from './routes.ts';

const id = uuidV7(Date.UTC(2026, 10, 23), new Uint8Array(10));
const bodies: Readonly<Record<string, object>> = {
  'step-out': { ticketId: id, whenAhead: 3 },
  'request-help': { kind: 'assistance', ticketId: id },
};

describe('what a ticket page at the centre passes on', () => {
  const ofPages = Object.entries(commandRoles).flatMap(([type, roles]) =>
    roles.includes('ticket-page') ? [type] : [],
  );

  it.each(ofPages)('is all that the clinic hears from a ticket page: %s', (type) => {
    const command = { commandId: id, type, ...(bodies[type] ?? { ticketId: id }) };
    expect(readTicketCommand(command)).toEqual(command);
  });

  it('is nothing else', () => {
    expect(readTicketCommand({ commandId: id, type: 'mark-left', ticketId: id })).toBeUndefined();
    expect(readTicketCommand('hold')).toBeUndefined();
  });
});
