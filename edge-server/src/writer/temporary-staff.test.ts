import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import type { CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import type { StatusAnswer } from '../ports/writer.ts';
import { anId, EngineUnderTest, nurseId, supervisor } from './testing/a-writer.ts';

const newPin = { hash: '$argon2id$chosen', digits: 4 };
const onlySupervisor = { ...supervisor, roles: ['supervisor'] } as const;

type Fields<T extends CommandType> = Omit<CommandOf<T>, 'type' | 'commandId'> & { readonly commandId?: string };
function setPin<T extends 'admit-temporary-staff' | 'reset-pin'>(
  clinic: EngineUnderTest,
  type: T,
  fields: Fields<T>,
  pin: typeof newPin | undefined = newPin,
): StatusAnswer {
  const command = { commandId: anId(clinic.clock.wall()), type, ...fields } as unknown as CommandOf<T>;
  const submission = { command, sender: onlySupervisor, ...(pin === undefined ? {} : { newPin: pin }) };
  return clinic.perform({ kind: 'submit', submission })[0] as StatusAnswer;
}
const today = (clinic: EngineUnderTest) => clinic.reading((read) => read.lastBusinessDay()) ?? '';
function admit(
  clinic: EngineUnderTest,
  more: Partial<Fields<'admit-temporary-staff'>> = {},
  pin = newPin,
): StatusAnswer {
  const fields = { name: 'Dr Lim', roles: ['nurse' as const], untilBusinessDay: today(clinic), ...more };
  return setPin(clinic, 'admit-temporary-staff', fields, pin);
}
const codeOf = (answer: StatusAnswer) =>
  'refusal' in answer ? answer.refusal.code : 'error' in answer ? answer.error.code : undefined;
function admitted(clinic: EngineUnderTest, more: Partial<Fields<'admit-temporary-staff'>> = {}): string {
  const answer = admit(clinic, more);
  if (!answer.ok || !('result' in answer)) throw new Error(JSON.stringify(answer));
  return answer.result['staffId'] as string;
}
const member = (clinic: EngineUnderTest, id: string) =>
  clinic.reading((read) => read.staff().find((each) => each.id === id));
const rows = (clinic: EngineUnderTest) => clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
const requestId = (clinic: EngineUnderTest, kind: string): string =>
  rows(clinic)
    .filter(({ type }) => type === 'v1.RequestRaised')
    .map(({ body }) => JSON.parse(body) as { kind: string; requestId: string })
    .find((body) => body.kind === kind)!.requestId;

let number = 0;
function feed(clinic: EngineUnderTest, ...items: readonly Omit<FeedItem, 'number'>[]): void {
  const numbered = items.map((item) => ({ ...item, number: (number += 1) }) as FeedItem);
  const page = { version: 1 as const, serverTime: clinic.clock.wall(), items: numbered, next: number };
  clinic.perform({ kind: 'feed', page });
}
const inRoster = (id: string, pinHash: string, more: object = {}): Omit<FeedItem, 'number'> => ({
  kind: 'staff',
  id,
  body: { id, name: 'Dr Lim', roles: ['nurse'], pinHash, active: true, ...more },
});
const answered = (id: string, accepted: boolean, code?: string): Omit<FeedItem, 'number'> => ({
  kind: 'request-answer',
  id,
  body: { requestId: id, accepted, ...(code === undefined ? {} : { code }) },
});

describe('a temporary person', () => {
  it('may sign in at once with the PIN of their choosing, until the day that was agreed is over', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = admitted(clinic, { untilBusinessDay: addDays(today(clinic), 1) });
    const { endsAt, ...person } = member(clinic, id)!;
    expect(person).toMatchObject({ name: 'Dr Lim', roles: ['nurse'], pinHash: newPin.hash, active: true });
    expect(new Date(endsAt ?? 0).toISOString()).toContain(addDays(today(clinic), 2));
    clinic.close();
  });

  it('leaves neither name, PIN nor hash in the log for anybody to read, and asks the centre', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = admitted(clinic, { reason: 'The locum of Dr Lim, today' });
    for (const { body } of rows(clinic)) expect(body).not.toMatch(/Lim|argon2|chosen/);
    const request = rows(clinic).find(({ type }) => type === 'v1.RequestRaised')!;
    expect(JSON.parse(request.body)).toMatchObject({ kind: 'staff-admission', about: { staffId: id, roles: 'nurse' } });
    expect(request).toMatchObject({ subjectId: id });
    clinic.close();
  });

  it('is refused for longer than a week, for yesterday, twice under one name, and with a PIN of another length', () => {
    const clinic = new EngineUnderTest().initialise();
    const day = today(clinic);
    for (const untilBusinessDay of [addDays(day, 7), addDays(day, -1)]) {
      expect(codeOf(admit(clinic, { untilBusinessDay }))).toBe('until-out-of-range');
    }
    expect(codeOf(admit(clinic, {}, { ...newPin, digits: 5 }))).toBe('pin-length');
    expect(admit(clinic, { untilBusinessDay: addDays(day, 6) }).ok).toBe(true);
    expect(codeOf(admit(clinic))).toBe('staff-name-taken');
    const nobodysPin = { name: 'Ana', roles: ['nurse' as const], untilBusinessDay: day };
    expect(clinic.refusal('admit-temporary-staff', nobodysPin)).toBe('invalid-request');
    clinic.close();
  });

  it('is admitted once, however often the command comes', () => {
    const clinic = new EngineUnderTest().initialise();
    const commandId = anId(clinic.clock.wall());
    const first = admit(clinic, { commandId });
    expect(admit(clinic, { commandId }, { hash: 'another', digits: 4 })).toEqual(first);
    expect(clinic.reading((read) => read.staff().map(({ pinHash }) => pinHash))).not.toContain('another');
    clinic.close();
  });

  it('outlives what the centre says of its roster while it has not answered, and a restart', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = admitted(clinic);
    feed(clinic, { kind: 'staff', id, body: null }, inRoster(anId(), '$argon2id$other', { name: 'Ana' }));
    clinic.reopen();
    expect(member(clinic, id)).toMatchObject({ active: true });
    clinic.close();
  });

  it('keeps the PIN and the last day when the centre accepts, and takes a PIN that the centre sends later', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = admitted(clinic);
    const { endsAt } = member(clinic, id)!;
    feed(clinic, inRoster(id, ''), answered(requestId(clinic, 'staff-admission'), true));
    expect(member(clinic, id)).toMatchObject({ pinHash: newPin.hash, active: true, endsAt });
    feed(clinic, inRoster(id, '$argon2id$of the centre'));
    expect(member(clinic, id)).toMatchObject({ pinHash: '$argon2id$of the centre' });
    feed(clinic, { kind: 'staff', id, body: null });
    expect(member(clinic, id)).toBeUndefined();
    clinic.close();
  });

  it('ends when the centre refuses, and a person is told; or when a supervisor ends it', () => {
    const clinic = new EngineUnderTest().initialise();
    const refusedId = admitted(clinic);
    feed(clinic, answered(requestId(clinic, 'staff-admission'), false, 'request-refused'));
    expect(member(clinic, refusedId)).toMatchObject({ active: false });
    expect(clinic.reading((read) => read.workItems())).toMatchObject([{ kind: 'staff-admission' }]);
    const id = admitted(clinic, { name: 'Ana' });
    clinic.result('end-temporary-staff', { staffId: id });
    clinic.result('end-temporary-staff', { staffId: id });
    expect(member(clinic, id)).toMatchObject({ active: false });
    expect(clinic.refusal('end-temporary-staff', { staffId: nurseId })).toBe('unknown-staff');
    clinic.close();
  });
});

describe('a PIN that is given anew', () => {
  const own = { pinHash: '-' };

  it('counts at once and survives what the centre says of the person otherwise', () => {
    const clinic = new EngineUnderTest().initialise();
    clinic.perform({ kind: 'box', change: 'pin-failed', value: { staffId: nurseId, failures: 5, lockedUntil: 9e12 } });
    expect(setPin(clinic, 'reset-pin', { staffId: nurseId })).toMatchObject({ ok: true });
    expect(member(clinic, nurseId)).toMatchObject({ pinHash: newPin.hash, failures: 0, lockedUntil: null });
    feed(clinic, inRoster(nurseId, own.pinHash, { name: 'Nurse Ana' }));
    expect(member(clinic, nurseId)).toMatchObject({ name: 'Nurse Ana', pinHash: newPin.hash });
    clinic.close();
  });

  it('gives way to the one from before when the centre refuses', () => {
    const clinic = new EngineUnderTest().initialise();
    setPin(clinic, 'reset-pin', { staffId: nurseId });
    feed(clinic, answered(requestId(clinic, 'pin-reset'), false, 'unknown-staff'));
    expect(member(clinic, nurseId)).toMatchObject(own);
    clinic.close();
  });

  it('is a supervisor’s to give, but not an administrator’s or auditor’s PIN, nor that of nobody', () => {
    const clinic = new EngineUnderTest().initialise();
    const admin = anId();
    feed(clinic, inRoster(admin, '$argon2id$admin', { name: 'Eva', roles: ['nurse', 'admin'] }));
    expect(codeOf(setPin(clinic, 'reset-pin', { staffId: admin }))).toBe('not-allowed');
    expect(codeOf(setPin(clinic, 'reset-pin', { staffId: anId() }))).toBe('unknown-staff');
    expect(member(clinic, admin)).toMatchObject({ pinHash: '$argon2id$admin' });
    const reception = { ...supervisor, roles: ['reception'] } as const;
    expect(clinic.refusal('reset-pin', { staffId: nurseId }, reception)).toBe('not-allowed');
    clinic.close();
  });
});
