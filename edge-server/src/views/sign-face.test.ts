import { describe, expect, it } from 'vitest';
import { theBuilding } from '@foyer/domain/queue/queue-state.ts';
import { aCalled, aState, stateAt } from '../testing/a-state.ts';
import { room1, room2 } from '../testing/a-clinic.ts';
import { signCall } from './sign-face.ts';

const first = aCalled('1', room1);
const second = aCalled('2', room2, stateAt + 1_000);
const bothCalled = aState({ tickets: [first.ticket, second.ticket], calls: [first.call, second.call] });

describe('a number sign', () => {
  it('shows the call to its own room, whatever was called elsewhere since', () => {
    expect(signCall(bothCalled, room1, undefined)?.number).toBe('A001');
  });

  it('shows the newest call to the rooms that it was set up for', () => {
    const setUp = { kind: 'sign', servicePointIds: [room1, room2] } as const;
    expect(signCall(bothCalled, room1, { ...setUp, servicePointIds: [...setUp.servicePointIds] })?.number).toBe('A002');
    expect(signCall(bothCalled, room2, { kind: 'sign', servicePointIds: [room1] })?.number).toBe('A001');
  });

  it('shows the newest call of the clinic where it hangs at no room', () => {
    expect(signCall(bothCalled, null, undefined)?.number).toBe('A002');
  });

  it('is dark where nobody is called, and while a gap leaves the call in doubt', () => {
    expect(signCall(aState(), room1, undefined)).toBeUndefined();
    const inDoubt = { ...first.ticket, inDoubtSince: stateAt };
    expect(signCall(aState({ tickets: [inDoubt], calls: [first.call] }), room1, undefined)).toBeUndefined();
  });

  it('is dark while everybody leaves the building', () => {
    const evacuation = { id: theBuilding, startedAt: stateAt, endedAt: null } as never;
    const queue = { ...bothCalled.queue, evacuations: new Map([[theBuilding, evacuation]]) };
    expect(signCall({ queue }, room1, undefined)).toBeUndefined();
  });
});
