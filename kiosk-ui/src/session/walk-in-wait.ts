import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { WaitRange, WaitView } from '@foyer/contracts/wait-view.ts';

type Service = KioskView['services'][string];
type Ranged = Extract<WaitView, WaitRange>;

/** Of who comes without an appointment, before they said for what: from the shortest to the longest of the services. */
export function walkInWait(services: readonly Service[]): WaitView | undefined {
  const waits = services
    .filter(({ walkIn, full }) => walkIn && !full)
    .flatMap(({ wait }) => (wait === undefined ? [] : [wait]));
  const ranges = waits.filter((wait): wait is Ranged => !('stopped' in wait));
  if (ranges.length > 0) return spanOf(ranges);
  const stopped = waits.flatMap((wait) => ('stopped' in wait ? [wait.stopped] : []));
  if (stopped.length === 0) return undefined;
  return { stopped: (['paused', 'closing'] as const).find((one) => stopped.includes(one)) ?? 'closed' };
}

function spanOf(ranges: readonly Ranged[]): Ranged {
  const ends = ranges.flatMap(({ untilMinutes }) => untilMinutes ?? []);
  const isPlanned = ranges.some(({ planned }) => planned);
  return {
    fromMinutes: Math.min(...ranges.map(({ fromMinutes }) => fromMinutes)),
    ...(ends.length < ranges.length ? {} : { untilMinutes: Math.max(...ends) }),
    ...(isPlanned ? { planned: true } : {}),
  };
}
