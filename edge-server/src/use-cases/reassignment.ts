// Somebody leaves or moves to another room, with today's appointments as the clinic knows them.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { dayBounds } from '@foyer/domain/calendar/business-day.ts';
import type { Decision } from '@foyer/domain/decision.ts';
import { decideReassignment } from '@foyer/domain/queue/apply-reassignment.ts';
import type { AwaitedAppointment } from '@foyer/domain/queue/reassignment.ts';
import { decideSwapRooms } from '@foyer/domain/queue/swap-rooms.ts';
import { decideUndoReassignment } from '@foyer/domain/queue/undo-reassignment.ts';
import type { Party, UseCaseContext } from './context.ts';
import { queueWorld } from './queue-commands.ts';

export function applyReassignment(
  command: CommandOf<'apply-reassignment'>,
  { sender }: Party,
  context: UseCaseContext,
): Decision {
  const world = { ...queueWorld(context), awaited: awaitedToday(context) };
  return decideReassignment(command, sender, context.queue, world, context.moment);
}

export function swapRooms(command: CommandOf<'swap-rooms'>, { sender }: Party, context: UseCaseContext): Decision {
  const world = { ...queueWorld(context), awaited: awaitedToday(context) };
  return decideSwapRooms(command, sender, context.queue, world, context.moment);
}

export function undoReassignment(
  command: CommandOf<'undo-reassignment'>,
  { sender }: Party,
  context: UseCaseContext,
): Decision {
  const isOpenWorkItem = (id: string) => context.records.workItem(id)?.resolvedAt === null;
  const world = { ...queueWorld(context), isOpenWorkItem };
  return decideUndoReassignment(command, sender, context.queue, world, context.moment);
}

/** Those that nobody has checked in with, in order of time. */
function awaitedToday({ configuration, moment, reference, records }: UseCaseContext): readonly AwaitedAppointment[] {
  const { from, until } = dayBounds(moment.businessDay, configuration.zone, configuration.businessDayStartsAt);
  return reference
    .appointmentsBetween(from, until)
    .filter(({ id, status }) => status === 'booked' && records.ticketOfAppointment(id) === undefined);
}
