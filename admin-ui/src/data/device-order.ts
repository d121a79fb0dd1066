// Devices with the worst first: what does not work, what needs care soon, and the rest by name.

import { deviceProblems, stopsWorking, type DeviceProblem } from '@foyer/contracts/device-health.ts';
import type { ReportedDevice } from '@foyer/contracts/device-report.ts';

export type Level = 'down' | 'soon' | 'fine';
const levels: readonly Level[] = ['down', 'soon', 'fine'];

export function levelOf({ problems }: Pick<ReportedDevice, 'problems'>): Level {
  if (problems.some((problem) => stopsWorking.some((known) => known === problem))) return 'down';
  return problems.length > 0 ? 'soon' : 'fine';
}

export function worstFirst(devices: readonly ReportedDevice[]): readonly ReportedDevice[] {
  return devices.toSorted(
    (a, b) => levels.indexOf(levelOf(a)) - levels.indexOf(levelOf(b)) || a.name.localeCompare(b.name),
  );
}

/** Undefined for one that a later edge has found. */
export function knownProblem(problem: string): DeviceProblem | undefined {
  return deviceProblems.find((known) => known === problem);
}
