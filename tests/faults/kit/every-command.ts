/** Every command once, each at a clinic that was brought to where it is accepted: what staff send, and what others do. */
import type { Command, CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import type { NewPin, Submission } from '@foyer/edge-server/ports/writer.ts';
import {
  anId,
  consultation,
  type EngineUnderTest,
  kiosk,
  nurseId,
  supervisor,
  system,
} from '@foyer/edge-server/writer/testing/a-writer.ts';
import { type Scene, scenes, type StaffCommand, waiting } from '@foyer/edge-server/writer/testing/command-scenes.ts';

type OtherCommand = Exclude<CommandType, StaffCommand>;
interface Sending<T extends CommandType> {
  readonly fields: Omit<CommandOf<T>, 'type' | 'commandId'>;
  readonly sender?: Sender;
  readonly newPin?: NewPin;
  readonly newBadge?: Uint8Array;
}

const newPin: NewPin = { hash: '$argon2id$chosen', digits: 4 };
const newBadge = new Uint8Array(32).fill(7);
const reason = 'said at the desk';
const today = (clinic: EngineUnderTest): string => clinic.reading((read) => read.lastBusinessDay()) ?? '';
const onHold = (clinic: EngineUnderTest): { readonly ticketId: string } => {
  const ticket = waiting(clinic);
  clinic.result('hold', ticket);
  return ticket;
};
const estimated = (clinic: EngineUnderTest): CommandOf<'record-waits'>['estimates'] => {
  const at = { ...waiting(clinic), serviceId: consultation, estimatedAt: clinic.clock.wall() };
  return [{ ...at, fromMs: 0, untilMs: hourMs, medianMs: hourMs / 2, basis: 'configured' }];
};

const others: { readonly [T in OtherCommand]: (clinic: EngineUnderTest) => Sending<T> } = {
  'look-after-stranded': (clinic) => ({ fields: onHold(clinic), sender: system }),
  'record-print': (clinic) => ({ fields: { jobId: anId(), ...waiting(clinic), outcome: 'printed' }, sender: system }),
  'call-back': (clinic) => ({ fields: scenes['back-inside'](clinic), sender: system }),
  'record-waits': (clinic) => ({ fields: { estimates: estimated(clinic) }, sender: system }),
  'grade-waits': (clinic) => {
    clinic.result('record-waits', { estimates: estimated(clinic) }, system);
    const businessDay = today(clinic);
    clinic.clock.pass(24 * hourMs);
    return { fields: { businessDay }, sender: system };
  },
  'come-back': (clinic) => {
    const { publicId } = clinic.recordOf(onHold(clinic).ticketId) ?? { publicId: '' };
    return { fields: { publicId }, sender: kiosk };
  },
  'enter-paper-visit': ({ clock }) => ({
    fields: { number: 'W1', serviceId: consultation, arrivedAt: clock.wall() - hourMs, reason },
  }),
  'admit-temporary-staff': (clinic) => ({
    fields: { name: 'Dr Lim', roles: ['nurse'], untilBusinessDay: today(clinic) },
    newPin,
  }),
  'reset-pin': () => ({ fields: { staffId: nurseId }, newPin }),
  'enrol-badge': () => ({ fields: { staffId: nurseId }, newBadge }),
  'remove-badge': (clinic) => {
    playCommand(clinic, 'enrol-badge');
    return { fields: { staffId: nurseId } };
  },
};

export const everyCommand = [...Object.keys(scenes), ...Object.keys(others)] as CommandType[];

/** What brings the clinic to where the command is accepted, and then the command. */
export function playCommand(clinic: EngineUnderTest, type: CommandType): Submission {
  const submission = sceneOf(type)(clinic);
  clinic.perform({ kind: 'submit', submission });
  return submission;
}

/** Plays what has to come before, and answers what is to be sent. */
export function sceneOf(type: CommandType): (clinic: EngineUnderTest) => Submission {
  return (clinic) => {
    const { fields, sender = supervisor, ...beside } = sendingOf(clinic, type);
    const command = { reason, ...fields, type, commandId: anId(clinic.clock.wall()) } as unknown as Command;
    if (sender !== supervisor && 'reason' in command) delete (command as { reason?: string }).reason;
    return { command, sender, ...beside };
  };
}

function sendingOf(clinic: EngineUnderTest, type: CommandType): Sending<CommandType> {
  if (isStaffs(type)) return { fields: (scenes[type] as Scene<StaffCommand>)(clinic) } as Sending<CommandType>;
  return (others[type] as (clinic: EngineUnderTest) => Sending<CommandType>)(clinic);
}

function isStaffs(type: CommandType): type is StaffCommand {
  return type in scenes;
}
