import { commandSchemas, type Command } from '@foyer/contracts/commands.ts';
import { publicIdPattern } from '@foyer/contracts/ids.ts';
import { strictObject } from '@foyer/contracts/schema.ts';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { answer, notFound, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { findClinicOfPage, readTicketPage } from './use-cases.ts';

/** What a page may ask of the clinic: all that a ticket page may send there. */
const commandChecks = Compile(
  Type.Union([
    commandSchemas.hold,
    commandSchemas.resume,
    commandSchemas['step-out'],
    commandSchemas['back-inside'],
    commandSchemas['request-help'],
  ]),
);

export function ticketPageRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/t/:publicId/view',
      access: 'anyone',
      summary: 'What a ticket page shows, for a phone without sockets',
      params: strictObject({ publicId: Type.String({ pattern: publicIdPattern }) }),
      async handle({ params }) {
        const publicId = params['publicId'] ?? '';
        const clinicId = await findClinicOfPage(context, publicId);
        const view = clinicId === undefined ? undefined : await readTicketPage(context, clinicId, publicId);
        return view === undefined ? notFound() : answer(view);
      },
    },
  ];
}

/** A command that a ticket page may send; undefined when it is none. */
export function readTicketCommand(value: unknown): Command | undefined {
  return commandChecks.Check(value) ? (value as Command) : undefined;
}
