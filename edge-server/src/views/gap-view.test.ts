import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { silentLog } from '../ports/log.ts';
import { nurseAna, room1 } from '../testing/a-clinic.ts';
import { aCalled, aState, stateAt } from '../testing/a-state.ts';
import { noHistory } from '../testing/no-history.ts';
import { ClinicViews } from './clinic-views.ts';
import { displayView } from './display-view.ts';
import { recentGaps } from './gap-view.ts';
import { staffView } from './staff-view.ts';
import { tabletView } from './tablet-view.ts';

const from = stateAt - 20 * minuteMs;
const gap = { id: 'gap', from, until: stateAt - 2 * minuteMs };

function viewsOf(inDoubtSince: number | undefined) {
  const { ticket, call } = aCalled('12', room1, from - minuteMs);
  const asked = inDoubtSince === undefined ? ticket : { ...ticket, inDoubtSince };
  const state = aState({ tickets: [asked], calls: [call] });
  const withGap = { ...state, queue: { ...state.queue, gaps: new Map([[gap.id, gap]]) } };
  const reading = new ClinicViews({
    mirror: { state: withGap, displayLayouts: undefined, messages: undefined, onChangedFirst: () => undefined },
    readModel: { ...noHistory, ticketIdByPublicId: () => undefined, ticket: () => undefined },
    writer: { changeBox: async () => undefined },
    log: silentLog,
  });
  const nurse = { namespace: '/staff', staffId: nurseAna, roles: ['nurse'], servicePointId: room1 } as const;
  return {
    wall: displayView(withGap),
    tablet: tabletView(withGap),
    staff: staffView(withGap, nurse),
    board: reading.board(),
    spoken: reading.callText(call.id, 'en'),
  };
}

describe('a call that is in doubt after a gap', () => {
  it('is on no wall, in no voice and in no list of calls to say aloud', () => {
    const { wall, tablet, staff, board, spoken } = viewsOf(from);
    expect([wall.calls, tablet.calls, staff.calls, board?.calls]).toEqual([{}, {}, {}, []]);
    expect(spoken).toBeUndefined();
  });

  it('is asked for on the tablets of staff, and on one that nobody is signed in on by its room alone', () => {
    const { staff, tablet } = viewsOf(from);
    expect(Object.values(staff.tickets)).toMatchObject([{ number: 'A012', inDoubtSince: from }]);
    expect(tablet.servicePoints[room1]).toMatchObject({ inDoubt: true });
    expect(JSON.stringify(tablet)).not.toContain('A012');
  });

  it('is shown again, with the time at which it was called, once somebody has said that it lasts', () => {
    const { wall, tablet, staff, spoken } = viewsOf(undefined);
    expect(Object.values(wall.calls)).toMatchObject([{ number: 'A012', at: from - minuteMs }]);
    expect(spoken).toContain('A 0 1 2');
    expect(tablet.servicePoints[room1]).not.toHaveProperty('inDoubt');
    expect(Object.values(staff.tickets)[0]).not.toHaveProperty('inDoubtSince');
  });

  it('tells staff of the gaps of the last day, in which no wait counts', () => {
    expect(viewsOf(from).staff.gaps).toEqual({ gap });
    const state = aState();
    const old = { id: 'old', from: stateAt - dayMs - hourMs, until: stateAt - dayMs };
    expect(recentGaps({ ...state, queue: { ...state.queue, gaps: new Map([[old.id, old]]) } })).toEqual({});
  });
});
