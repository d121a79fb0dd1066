import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { composeAudit } from './compose-audit.ts';
import { anId, EngineUnderTest, kiosk, supervisor } from './testing/a-writer.ts';

/** A feed with one item that no table takes. */
function aFailedItem(clinic: EngineUnderTest, id = anId()): string {
  const item = { number: 1, kind: 'staff', id, body: { id: null, name: null } } as unknown as FeedItem;
  clinic.perform({ kind: 'feed', page: { version: 1, serverTime: clinic.clock.wall(), items: [item], next: 1 } });
  return id;
}
const workItems = (clinic: EngineUnderTest) => clinic.reading((read) => read.workItems());

describe('a work item', () => {
  it('says what the refused request was about', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = anId();
    const feed = (items: readonly object[], next: number) =>
      clinic.perform({
        kind: 'feed',
        page: { version: 1, serverTime: clinic.clock.wall(), items: items as readonly FeedItem[], next } as never,
      });
    feed([{ number: 1, kind: 'patient', id, body: { id, details: { birthDate: '1967-11-07' } } }], 1);
    clinic.result('update-patient', { patientId: id, patient: { phone: '2222' } });
    const rows = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
    const raised = rows.find(({ type }) => type === 'v1.RequestRaised');
    const { requestId } = JSON.parse(raised?.body ?? '{}') as { requestId: string };
    const body = { requestId, accepted: false, code: 'unknown-patient' };
    feed([{ number: 2, kind: 'request-answer', id: requestId, body }], 2);
    expect(workItems(clinic)).toMatchObject([
      { id: requestId, kind: 'update-patient', code: 'unknown-patient', about: { patientId: id } },
    ]);
  });

  it('tells of an item of the feed that could not be applied', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = aFailedItem(clinic);
    expect(workItems(clinic)).toMatchObject([
      { kind: 'feed-failed', code: 'internal', about: { number: '1', item: 'staff', id } },
    ]);
    expect(clinic.reading((read) => read.feedFailures())).toBe(1);
  });

  it('is gone once somebody has settled it, once, by those who may', () => {
    const clinic = new EngineUnderTest().initialise();
    aFailedItem(clinic);
    const workItemId = workItems(clinic)[0]!.id;
    expect(clinic.refusal('resolve-work-item', { workItemId }, kiosk)).toBe('not-allowed');
    expect(clinic.refusal('resolve-work-item', { workItemId: anId() })).toBe('unknown-work-item');
    expect(clinic.result('resolve-work-item', { workItemId, reason: 'told the office' })).toEqual({});
    expect(workItems(clinic)).toEqual([]);
    const before = clinic.reading((read) => read.position());
    expect(clinic.send('resolve-work-item', { workItemId }, { ...supervisor, roles: ['reception'] }).ok).toBe(true);
    const last = clinic.reading((read) => read.logAfter(before, 5).map(({ type }) => type));
    expect(last).toEqual(['v1.CommandHadNoEffect']);
  });

  it('is folded from the log alone', () => {
    const clinic = new EngineUnderTest().initialise();
    aFailedItem(clinic);
    clinic.result('resolve-work-item', { workItemId: workItems(clinic)[0]!.id });
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
    clinic.close();
  });
});
