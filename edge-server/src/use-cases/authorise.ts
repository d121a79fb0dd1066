// Who may send what, judged where the command is decided, so that every door shares it: the table of the contracts, and
// what each kind of sender is held to. Source: API.md, "Who may send what".

import { anyPointRoles, commandRoles } from '@foyer/contracts/authorisation.ts';
import type { Command, CommandOf } from '@foyer/contracts/commands.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { Role } from '@foyer/contracts/roles.ts';
import { staffNeeds, type Need } from '@foyer/contracts/ticket-state.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import { actsAt } from '@foyer/domain/queue/acts-at.ts';
import type { QueueState } from '@foyer/domain/queue/queue-state.ts';

/** Roles that act at the one service point of their session or enrolment. */
const heldToPoint: readonly Role[] = ['nurse', 'button'];
const changeableAtKiosk: readonly string[] = ['phone', 'email', 'address', 'language', 'needs'];
const onPaperMs = 7 * dayMs;

/** Why this sender may not; undefined when it may. */
export function notAuthorised(command: Command, sender: Sender, queue: QueueState): ErrorCode | undefined {
  const table: readonly Role[] = commandRoles[command.type];
  const acting = sender.roles.filter((role) => table.includes(role));
  if (acting.length === 0) return 'not-allowed';
  if (acting.includes('kiosk')) return notAtKiosk(command);
  const held = acting.every((role) => heldToPoint.includes(role) && !anyPointRoles.includes(role));
  if (!held) return undefined;
  const point = actsAt(command as Parameters<typeof actsAt>[0], queue);
  return point === undefined || point === sender.servicePointId ? undefined : 'other-service-point';
}

/** Staff may say when it was written on paper: not in the future, at most seven days back, and why. */
export function wrongOccurredAt(command: Command, sender: Sender, at: EpochMs): ErrorCode | undefined {
  const occurredAt = occurredAtOf(command);
  if (occurredAt === undefined) return undefined;
  if (sender.staffId === undefined) return 'not-allowed';
  const explained = 'reason' in command && command.reason !== undefined;
  return explained && occurredAt <= at && occurredAt >= at - onPaperMs ? undefined : 'occurred-at-out-of-range';
}

/** A visit that was kept on paper has a time for each of its facts. */
export function occurredAtOf(command: Command): EpochMs | undefined {
  return command.type === 'enter-paper-visit' ? undefined : command.occurredAt;
}

/** At a kiosk nobody chooses a class, names a patient by an id of ours, or says what is for staff to say. */
function notAtKiosk(command: Command): ErrorCode | undefined {
  if (needsIn(command).some((need) => staffNeeds.includes(need))) return 'not-allowed';
  switch (command.type) {
    case 'issue-ticket':
      return command.priorityClass === undefined && command.patientId === undefined ? undefined : 'not-allowed';
    case 'check-in':
      if (command.patientId !== undefined) return 'not-allowed';
      return command.qr === undefined && command.identificationId === undefined ? 'identification-needed' : undefined;
    case 'update-patient':
      if (command.patientId !== undefined || !isContactChange(command)) return 'not-allowed';
      return command.identificationId === undefined ? 'identification-needed' : undefined;
    default:
      return undefined;
  }
}

function needsIn(command: Command): readonly Need[] {
  const said = 'patient' in command ? command.patient?.needs : 'needs' in command ? command.needs : undefined;
  return said ?? [];
}

function isContactChange({ patient }: CommandOf<'update-patient'>): boolean {
  return Object.keys(patient).every((field) => changeableAtKiosk.includes(field));
}
