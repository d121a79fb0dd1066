import { minuteMs } from '@foyer/contracts/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitModelOf } from '../ports/learned-waits.ts';
import { composeAudit } from './compose-audit.ts';
import { consultation, EngineUnderTest, laboratory, room1, room2 } from './testing/a-writer.ts';

let clinic: EngineUnderTest;
beforeEach(() => {
  clinic = new EngineUnderTest().initialise();
});
afterEach(() => clinic.close());

const demand = () => waitModelOf(clinic.reading((read) => read.learnedWaits())).demand;
const pass = (minutes: number) => clinic.clock.pass(minutes * minuteMs);
const close = (servicePointId: string) => clinic.result('close-service-point', { servicePointId });
const open = (servicePointId: string) => clinic.result('open-service-point', { servicePointId });
const pause = (servicePointId: string) => clinic.result('pause-service-point', { servicePointId });

describe('the time in which urgent cases could come', () => {
  it('is while any point of the service is open, each moment once', () => {
    pass(60);
    close(room1);
    expect(demand()[consultation]).toBeUndefined();
    pass(60);
    open(room1);
    pass(60);
    pause(room2);
    pass(30);
    close(room1);
    expect(demand()[consultation]?.openHours).toBeCloseTo(3.5);
    expect(demand()[laboratory]?.openHours).toBeCloseTo(3);
  });

  it('is none of a pause, of a gap and of what was before it, or of a night that a point was left open', () => {
    pause(room1);
    pause(room2);
    const before = demand()[laboratory]?.openHours ?? 0;
    pass(60);
    open(room2);
    pass(60);
    clinic.close();
    pass(60);
    clinic.reopen();
    pass(30);
    pause(room2);
    expect(demand()[laboratory]!.openHours - before).toBeCloseTo(0.5);
    open(room2);
    pass(20 * 60);
    close(room2);
    expect(demand()[laboratory]!.openHours - before).toBeCloseTo(12.5);
  });
});

describe('an urgent case', () => {
  it('counts when its number is given or when it becomes one, once', () => {
    clinic.issue({ priorityClass: 'emergency' });
    const { id: ticketId } = clinic.issue();
    expect(demand()[consultation]?.urgent).toBe(1);
    clinic.result('set-priority', { ticketId, priorityClass: 'priority', reason: 'pain' });
    clinic.result('set-priority', { ticketId, priorityClass: 'emergency', reason: 'pain' });
    expect(demand()[consultation]?.urgent).toBe(2);
  });

  it('does not count while nobody calls for its service', () => {
    pass(60);
    close(room2);
    clinic.issue({ serviceId: laboratory, priorityClass: 'emergency' });
    expect(demand()[laboratory]?.urgent).toBe(0);
  });

  it('and the open time are the same when they are folded again from the log', () => {
    clinic.issue({ priorityClass: 'priority' });
    pass(30);
    close(room1);
    clinic.close();
    pass(30);
    clinic.reopen();
    pass(30);
    close(room2);
    expect(demand()[consultation]?.urgent).toBe(1);
    clinic.close();
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
