import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { ReportedDevice } from '@foyer/contracts/device-report.ts';
import type { ClinicHealth } from '@foyer/contracts/clinic-health.ts';
import { describe, expect, it } from 'vitest';
import { aConfiguration } from '../../testing/test-centre.ts';
import { clinicHealth, mostPressingFirst, type Found } from './rules.ts';
import type { FoundHealth } from './types.ts';

const now = Date.UTC(2026, 10, 24, 10);
const clinicId = '01990000-0000-7000-8000-00000000c001';

function health(relay: Partial<FoundHealth> = {}, devices: Partial<Found['devices']> = {}): ClinicHealth {
  const found: FoundHealth = {
    heardAt: now - minuteMs,
    newestAt: now - minuteMs,
    epoch: 1,
    seq: 900,
    quarantined: false,
    ownSeq: 900,
    edgeNumber: 5,
    feedItems: 0,
    firstItem: null,
    deadLetters: 0,
    kinds: [],
    ...relay,
  };
  const clinic = { clinicId, networkId: 'n', configurationVersion: 1, configuration: aConfiguration(clinicId) };
  return clinicHealth({ clinic, relay: found, devices: { devices: [], backup: null, ...devices } }, now);
}
const needs = (...given: Parameters<typeof health>) => health(...given).needs;
const aBox = (problems: readonly string[], backups = {}): ReportedDevice => ({
  id: 'box',
  kind: 'box',
  name: '',
  connected: true,
  firmware: '1.4.0',
  box: { backups },
  problems: [...problems],
});

describe('how a clinic is', () => {
  it('needs nobody while it is heard, sends what it writes, and takes what is new', () => {
    expect(health()).toMatchObject({ needs: [], waitingRows: 0, feedItems: 0, epoch: 1, seq: 900 });
  });

  it('is missed after five minutes, and not before it was ever heard', () => {
    expect(needs({ heardAt: now - 5 * minuteMs })).toEqual([]);
    expect(needs({ heardAt: now - 6 * minuteMs })).toEqual(['clinic-not-heard']);
    expect(needs({ heardAt: null, ownSeq: null, newestAt: null })).toEqual([]);
  });

  it('says how many rows wait there and how old they can be, and calls somebody when that is long', () => {
    const waiting = { ownSeq: 1_200, newestAt: now - 16 * minuteMs };
    expect(health(waiting)).toMatchObject({ waitingRows: 300, waitingSince: now - 16 * minuteMs });
    expect(needs(waiting)).toEqual(['rows-waiting']);
    expect(needs({ ...waiting, newestAt: now - 14 * minuteMs })).toEqual([]);
    // While it is silent that is what is to be seen to.
    expect(needs({ ...waiting, heardAt: now - hourMs })).toEqual(['clinic-not-heard']);
  });

  it('never says that fewer than no rows wait, as of a box that was restored', () => {
    expect(health({ ownSeq: 20 }).waitingRows).toBe(0);
  });

  it('calls somebody when a clinic that is heard takes nothing new', () => {
    const behind = { feedItems: 3, firstItem: now - hourMs };
    expect(health(behind)).toMatchObject({ feedItems: 3, feedSince: now - hourMs, needs: ['feed-behind'] });
    expect(needs({ ...behind, firstItem: now - minuteMs })).toEqual([]);
    expect(health({ edgeNumber: 0 })).not.toHaveProperty('feedItems');
  });

  it('holds what halts it, what could not be applied, and what its box says, the most pressing first', () => {
    const relay = { quarantined: true, deadLetters: 2, kinds: ['edge-restored', 'dead-letters', 'request-refused'] };
    const box = { devices: [aBox(['backup-old', 'disk-full'])] };
    expect(needs(relay, box)).toEqual(['fork', 'edge-restored', 'disk-full', 'dead-letters', 'backup-old']);
    // What a silent box said last is no news, but for a version that it cannot leave by itself.
    const silent = { heardAt: now - dayMs };
    expect(needs(silent, { devices: [aBox(['disk-full', 'update-stuck'])] })).toEqual([
      'clinic-not-heard',
      'update-stuck',
    ]);
  });

  it('names the newest backup, wherever it is', () => {
    const box = aBox([], { stick: now - 3 * dayMs, centre: now - 2 * dayMs });
    expect(health({}, { devices: [box] })).toMatchObject({ backupAt: now - 2 * dayMs, version: '1.4.0' });
    const backup = { takenAt: now - dayMs, bytes: 1 };
    expect(health({}, { devices: [box], backup }).backupAt).toBe(now - dayMs);
    expect(health()).not.toHaveProperty('backupAt');
  });

  it('puts what needs somebody most before the rest, and those that are well by name', () => {
    const named = (name: string, of: ClinicHealth): ClinicHealth => ({ ...of, name });
    const order = mostPressingFirst([
      named('Alder', health()),
      named('Birch', health({ deadLetters: 1 })),
      named('Cedar', health({ quarantined: true })),
      named('Ash', health()),
    ]);
    expect(order.map(({ name }) => name)).toEqual(['Cedar', 'Birch', 'Alder', 'Ash']);
  });
});
