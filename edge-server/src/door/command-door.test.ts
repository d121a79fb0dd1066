import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { silentLog } from '../ports/log.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { Credential } from '../ports/access.ts';
import type { Submission } from '../ports/writer.ts';
import { adminEva, kioskOne, nurseAna } from '../testing/a-clinic.ts';
import { OneDoor, type CommandDoorParts } from './command-door.ts';

const kiosk = { kind: 'device', deviceId: kioskOne, role: 'kiosk', servicePointId: null } as const;
const parts: CommandDoorParts = {
  writer: { submit: () => Promise.reject(new Error('not asked')) },
  identifications: { find: () => undefined, adopt: () => '' },
  live: { scanUsed: () => undefined, pinLocked: () => undefined },
  pins: { hash: () => Promise.reject(new Error('not asked')) },
  badges: { hash: (badge) => Buffer.from(`hash of ${badge}`) },
  log: silentLog,
  now: () => 0,
};

describe('the door', () => {
  it('never rejects: what breaks before the command is read is answered with a code, and counted', async () => {
    const counted: string[] = [];
    const door = new OneDoor({
      ...parts,
      loadValidation: () => Promise.reject(new Error('too many open files')),
      answered: (type) => counted.push(type),
    });
    expect(await door.submit({ type: 'request-help' }, kiosk)).toMatchObject({
      status: 500,
      ok: false,
      error: { code: 'internal' },
    });
    expect(counted).toEqual(['invalid']);
  });

  it('loads the schemas once for all who come meanwhile, again where that broke, and never after', async () => {
    let loaded = 0;
    const door = new OneDoor({
      ...parts,
      loadValidation: () => {
        loaded += 1;
        return loaded === 1 ? Promise.reject(new Error('too many open files')) : import('./validation.ts');
      },
    });
    const asked = () => door.submit({ type: 'no-command' }, kiosk);
    const broken = { error: { code: 'internal' } };
    const unknown = { error: { code: 'unknown-command' } };
    expect(await Promise.all([asked(), asked()])).toMatchObject([broken, broken]);
    expect(await Promise.all([asked(), asked()])).toMatchObject([unknown, unknown]);
    expect(await asked()).toMatchObject(unknown);
    expect(loaded).toBe(2);
  });

  const staff = (role: StaffRole): Credential => ({
    kind: 'staff',
    staffId: adminEva,
    roles: [role],
    servicePointId: null,
    deviceId: null,
    expiresAt: null,
    session: 's',
  });
  const reset = (pin: string) => ({
    commandId: uuidV7(Date.now(), new Uint8Array(10)),
    type: 'reset-pin',
    staffId: nurseAna,
    pin,
  });

  it('hands a PIN on as its hash, beside a command that no longer has it, and opens the name', async () => {
    const submitted: Submission[] = [];
    const opened: (string | null)[] = [];
    const door = new OneDoor({
      ...parts,
      pins: { hash: (pin) => Promise.resolve(`hash of ${pin.length}`) },
      live: { ...parts.live, pinLocked: (id) => opened.push(id) },
      writer: {
        submit: (submission) => {
          submitted.push(submission);
          return Promise.resolve({ status: 200, ok: true, epoch: 1, seq: 1, result: { staffId: nurseAna } });
        },
      },
    });
    expect(await door.submit(reset('4711'), staff('supervisor'))).toMatchObject({ ok: true });
    expect(submitted).toMatchObject([{ newPin: { hash: 'hash of 4', digits: 4 } }]);
    expect(JSON.stringify(submitted)).not.toContain('4711');
    expect(opened).toEqual([nurseAna]);
  });

  it('prints a number three times again in ten minutes at a kiosk, and as often as they like for staff', async () => {
    let now = 0;
    const writer = { submit: () => Promise.resolve({ status: 200, ok: true, epoch: 1, seq: 1, result: {} } as const) };
    const door = new OneDoor({ ...parts, writer, now: () => now });
    const again = (ticketId = nurseAna) =>
      ({ commandId: uuidV7(Date.now(), new Uint8Array(10)), type: 'reprint-ticket', ticketId }) as const;
    for (let times = 0; times < 3; times += 1) expect(await door.submit(again(), kiosk)).toMatchObject({ ok: true });
    expect(await door.submit(again(), kiosk)).toMatchObject({ status: 429, error: { code: 'rate-limited' } });
    expect(await door.submit(again(adminEva), kiosk)).toMatchObject({ ok: true });
    expect(await door.submit(again(), staff('reception'))).toMatchObject({ ok: true });
    now += 10 * minuteMs;
    expect(await door.submit(again(), kiosk)).toMatchObject({ ok: true });
  });

  it('refuses everything with the code of why nothing may be written, and never reaches the writer', async () => {
    const now: { refusal: ErrorCode | undefined } = { refusal: 'log-unproven' };
    const submitted: unknown[] = [];
    const submit: CommandDoorParts['writer']['submit'] = (submission) => {
      submitted.push(submission);
      return Promise.resolve({ status: 200, ok: true, epoch: 1, seq: 1, result: {} });
    };
    const door = new OneDoor({ ...parts, writer: { submit }, refusal: () => now.refusal });
    const asked = { commandId: uuidV7(Date.now(), new Uint8Array(10)), type: 'reprint-ticket', ticketId: nurseAna };
    expect(await door.submit(asked, kiosk)).toMatchObject({ status: 503, error: { code: 'log-unproven' } });
    expect(submitted).toEqual([]);
    now.refusal = undefined;
    expect(await door.submit(asked, kiosk)).toMatchObject({ ok: true });
  });

  it('hashes nothing for who may not, nor a PIN that is guessed at once', async () => {
    const door = new OneDoor(parts);
    expect(await door.submit(reset('4711'), staff('nurse'))).toMatchObject({ status: 403 });
    for (const pin of ['1234', '0000', '1212', '8765']) {
      expect(await door.submit(reset(pin), staff('supervisor'))).toMatchObject({ refusal: { code: 'pin-too-easy' } });
    }
  });
});
