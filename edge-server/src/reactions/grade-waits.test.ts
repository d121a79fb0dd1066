import { minuteMs } from '@foyer/contracts/time.ts';
import { theBuilding } from '@foyer/domain/queue/queue-state.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aState } from '../testing/a-state.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { GradeWaits } from './grade-waits.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The days whose estimates are not graded, and what is asked of the writer. */
async function grading(ungraded: string[], first: ClinicState) {
  let state = first;
  const sent: string[] = [];
  const grades = new GradeWaits({
    state: () => state,
    readModel: { ungradedWaitDays: (before) => ungraded.filter((day) => day < before) },
    commands: {
      send: async (command) => {
        const { businessDay } = command as { readonly businessDay: string };
        sent.push(`${command.type} ${businessDay}`);
        ungraded.splice(ungraded.indexOf(businessDay), 1);
        return undefined;
      },
    },
  });
  await grades.start();
  return {
    sent,
    async minute(next: ClinicState) {
      state = next;
      await vi.advanceTimersByTimeAsync(minuteMs);
    },
    stop: () => grades.stop(),
  };
}
const on = (businessDay: string, changes: Partial<ClinicState> = {}) =>
  aState({ changes: { businessDay, ...changes } });

it('grades the days that are over, at the start and within a minute of the change of day, each once', async () => {
  const { sent, minute, stop } = await grading(['2026-11-23', '2026-11-24'], on('2026-11-24'));
  expect(sent).toEqual(['grade-waits 2026-11-23']);
  await minute(on('2026-11-24'));
  expect(sent).toHaveLength(1);
  await minute(on('2026-11-25'));
  await minute(on('2026-11-25'));
  expect(sent).toEqual(['grade-waits 2026-11-23', 'grade-waits 2026-11-24']);
  await stop();
});

it('waits until an evacuation is over', async () => {
  const { queue } = on('2026-11-25');
  const evacuation = { id: theBuilding, startedAt: 1, startedBy: 'system', endedAt: null, accountedFor: {} } as const;
  const evacuated = { ...queue, evacuations: new Map([[theBuilding, evacuation]]) };
  const { sent, minute, stop } = await grading(['2026-11-24'], on('2026-11-25', { queue: evacuated }));
  expect(sent).toEqual([]);
  await minute(on('2026-11-25'));
  expect(sent).toEqual(['grade-waits 2026-11-24']);
  await stop();
});
