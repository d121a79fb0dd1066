import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { storageStates, type StorageView } from '@foyer/contracts/storage.ts';
import { kioskOne } from '../testing/a-clinic.ts';
import { aState } from '../testing/a-state.ts';
import { boxHealth } from './box-health.ts';
import { displayView } from './display-view.ts';
import { kioskView } from './kiosk-view.ts';
import { healthView } from './alarms-view.ts';
import { staffView } from './staff-view.ts';
import { StorageHealth, type StorageTrouble } from './storage-health.ts';
import { tabletView } from './tablet-view.ts';

function aHealth() {
  const told: (StorageView | undefined)[] = [];
  const clock = { now: 1_000 };
  const storage = new StorageHealth({ now: () => clock.now, onChanged: (view) => void told.push(view) });
  return { storage, told, clock };
}

describe('whether the box can keep what is done', () => {
  it('is told when it changes, and not each time that somebody looks', () => {
    const { storage, told, clock } = aHealth();
    storage.is('nearly-full', false);
    storage.is('full', true);
    clock.now = 2_000;
    storage.is('full', true);
    storage.is('full', false);
    expect(told).toEqual([{ state: 'full', since: 1_000 }, undefined]);
  });

  it('is always the worst that is so, and well when nothing is', () => {
    const troubles = storageStates.filter((state): state is StorageTrouble => state !== 'ok');
    const said = fc.array(fc.tuple(fc.constantFrom(...troubles), fc.boolean()));
    fc.assert(
      fc.property(said, (all) => {
        const { storage } = aHealth();
        const now = new Map<string, boolean>();
        for (const [trouble, isSo] of all) {
          storage.is(trouble, isSo);
          now.set(trouble, isSo);
        }
        expect(storage.state).toBe(troubles.findLast((each) => now.get(each) === true) ?? 'ok');
      }),
    );
  });

  it('refuses every command while nothing may be written, and leaves a full disk to the writer', () => {
    const { storage } = aHealth();
    storage.is('nearly-full', true);
    storage.is('full', true);
    expect(storage.refusal).toBeUndefined();
    storage.is('unproven', true);
    expect(storage.refusal).toBe('log-unproven');
    storage.is('broken', true);
    expect(storage.refusal).toBe('storage-failed');
  });
});

describe('what screens are told of it', () => {
  const audience = (role: 'nurse' | 'admin') =>
    ({ namespace: '/staff', staffId: 's', roles: [role], servicePointId: null }) as const;
  const seen = (state: StorageTrouble) => {
    const clinic = aState({ changes: { storage: { state, since: 5 } } });
    return {
      kiosk: kioskView(clinic, kioskOne).storage?.state,
      display: displayView(clinic).storage?.state,
      tablet: tabletView(clinic).storage?.state,
      nurse: staffView(clinic, audience('nurse')).storage?.state,
      admin: staffView(clinic, audience('admin')).storage?.state,
    };
  };

  it('is on every screen once something cannot be kept', () => {
    for (const state of ['full', 'unproven', 'broken'] as const) {
      expect(new Set(Object.values(seen(state)))).toEqual(new Set([state]));
    }
  });

  it('is for those who can make room while there is still some', () => {
    expect(seen('nearly-full')).toEqual({ admin: 'nearly-full' });
  });

  it('is a problem of the box, also of one that nobody looks after, and alarms the desk and administrators', () => {
    const storage = { state: 'unproven', since: 5 } as const;
    expect(boxHealth({}, 9, storage)).toMatchObject({ kind: 'box', problems: ['log-unproven'] });
    const alarms = (role: 'reception' | 'admin' | 'nurse') =>
      Object.keys(healthView(aState({ changes: { storage } }), [role]).alarms ?? {});
    expect([alarms('reception'), alarms('admin'), alarms('nurse')]).toEqual([
      ['box log-unproven'],
      ['box log-unproven'],
      [],
    ]);
  });
});
