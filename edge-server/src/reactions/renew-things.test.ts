import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { credentialMs, renewLateMs, renewWithinMs } from '@foyer/contracts/device-credential.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import { silentLog } from '../ports/log.ts';
import type { StoredDevice } from '../ports/read-model.ts';
import { RenewThings } from './renew-things.ts';

const start = Date.UTC(2026, 10, 23, 9);
const aThing = (passwordUntil: number | undefined): StoredDevice => ({
  ...{ id: 'b', name: 'Button', role: 'button', servicePointId: null, loopbackOnly: false, enrolledAt: 0 },
  revoked: false,
  ...(passwordUntil === undefined ? {} : { passwordUntil }),
});

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

/** A clinic with one thing, and what that is told. */
async function aClinic(passwordUntil: number | undefined, setUp?: ThingSetUp, countsWhenStored = false) {
  const clinic = {
    told: [] as (string | undefined)[],
    took: [] as string[],
    expired: 0,
    device: aThing(passwordUntil),
    changed: (): void => undefined,
    stored: (_deviceId: string, _offerId: string): void => undefined,
  };
  const renewing = new RenewThings({
    things: {
      offer: (_id, offer) => void clinic.told.push(offer?.id),
      onStored: (listener) => (clinic.stored = listener),
    },
    passwords: {
      offer: async () => ({ id: `offer-${clinic.told.length}`, password: 'p', expiresAt: 0 }),
      took: async (_id, offerId) => void clinic.took.push(offerId),
      expired: () => (clinic.expired += 1),
    },
    enrolled: () => [clinic.device],
    setUps: () => new Map(setUp === undefined ? [] : [['b', setUp]]),
    onChanged: (listener) => (clinic.changed = listener),
    countsWhenStored,
    log: silentLog,
    now: () => Date.now(),
  });
  await renewing.start();
  await vi.advanceTimersByTimeAsync(0);
  return clinic;
}

describe('the password of a thing', () => {
  it('is followed by the next one once less than half its time is left, and is told of it once', async () => {
    const clinic = await aClinic(start + credentialMs);
    expect(clinic.told).toEqual([]);
    await vi.advanceTimersByTimeAsync(credentialMs - renewWithinMs + hourMs);
    expect(clinic.told).toEqual(['offer-0']);
  });

  it('stands on the branch of its thing no longer than until the thing has it', async () => {
    const clinic = await aClinic(start + 1);
    clinic.device = aThing(start + credentialMs);
    clinic.changed();
    expect(clinic.told).toEqual(['offer-0', undefined]);
  });

  it('is renewed late for a year, and who came in with it is looked at again when it expires', async () => {
    const clinic = await aClinic(start + hourMs);
    await vi.advanceTimersByTimeAsync(2 * hourMs);
    expect(clinic).toMatchObject({ told: ['offer-0'], expired: 1 });
    expect((await aClinic(Date.now() - renewLateMs + 1)).told).toEqual(['offer-0']);
    expect((await aClinic(Date.now() - renewLateMs)).told).toEqual([]);
  });

  it('stays where an administrator said that it cannot renew, and of a thing that was enrolled before', async () => {
    const gateway: ThingSetUp = {
      ...{ kind: 'gateway', branch: 'home', profile: 'zigbee2mqtt', things: [] },
      keepsPassword: true,
    };
    expect(await aClinic(start + 1, gateway)).toMatchObject({ told: [], expired: 0 });
    expect((await aClinic(undefined)).told).toEqual([]);
  });

  it('counts from when the thing says that it has it, where the broker knows one password alone', async () => {
    const own = await aClinic(start + 1);
    own.stored('b', 'offer-0');
    expect(own.took).toEqual([]);
    const external = await aClinic(start + 1, undefined, true);
    external.stored('b', 'offer-0');
    expect(external.took).toEqual(['offer-0']);
  });
});
