import { describe, expect, it } from 'vitest';
import type { JourneyStep } from '@foyer/contracts/journey.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aStaffView, now, room3, services } from '../../testing/a-staff-view.ts';
import { graceText, senderText, wayText } from './journey-text.ts';

const view = aStaffView();
const step = (id: string, serviceId: string, state: JourneyStep['state']) => ({ id, serviceId, after: [], state });

describe('where a visit stands', () => {
  it('is said by the step and what comes after, and not of a visit of one step', () => {
    const seen = step('a', services.consultation, 'here');
    const blood = step('b', services.laboratory, 'ahead');
    expect(wayText({ journey: { steps: [seen, blood] } }, view)).toBe('Step 1 of 2: Consultation. Then: Blood count');
    expect(wayText({ journey: { steps: [seen] } }, view)).toBe('');
    expect(wayText({ journey: { steps: [seen, { ...blood, state: 'skipped' }] } }, view)).toBe('');
    expect(wayText({}, view)).toBe('');
  });

  it('names who sent it by the room, or by the service', () => {
    const serviceId = services.laboratory;
    expect(senderText({ cameFrom: { serviceId, servicePointId: room3 } }, view)).toBe('Room 3');
    expect(senderText({ cameFrom: { serviceId } }, view)).toBe('Blood count');
  });

  it('says until when a place is kept, and when it was', () => {
    const graceUntil = now + 6 * minuteMs;
    const { zone } = view.clinic;
    expect(graceText({ graceUntil }, zone, now)).toBe('Place kept until 10:52');
    expect(graceText({ graceUntil }, zone, graceUntil + 1)).toContain('wait behind the others');
    expect(graceText({}, zone, now)).toBe('');
  });
});
