/** Looks whether what somebody has to see is to be seen: at any moment when the screens have heard of every commit. */
import { minuteMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { DayRow } from './day-judge.ts';
import { Grace } from './grace.ts';
import { OpenMatters } from './open-matters.ts';
import { outOfSight, type ScreensSeen } from './out-of-sight.ts';
import { PartyJudge } from './party-judge.ts';
import { kioskIds, supervisor } from './simulated-clinic.ts';
import type { SimulatedEdge } from './simulated-edge.ts';

export class SightWatcher {
  readonly matters = new OpenMatters();
  readonly parties = new PartyJudge();
  readonly #edge: SimulatedEdge;
  readonly #sentElsewhere: ReadonlyMap<string, string>;
  readonly #violations = new Set<string>();
  readonly #grace = new Grace(minuteMs);
  looks = 0;

  constructor(edge: SimulatedEdge, sentElsewhere: ReadonlyMap<string, string>) {
    this.#edge = edge;
    this.#sentElsewhere = sentElsewhere;
  }

  get violations(): readonly string[] {
    return [...this.#violations, ...this.parties.violations];
  }

  read(row: DayRow): void {
    this.matters.read(row);
    this.parties.read(row);
  }

  look(): void {
    const screens = this.#screens();
    if (this.#edge.behind > 0 || screens === undefined) return;
    this.looks += 1;
    const { alarms, requests, refusals, outside, erased, evacuating } = this.matters;
    const rows = { alarms, requests, refusals, outside, erased, evacuating };
    const matters = { ...rows, followers: this.parties.shownWithCalls, sentElsewhere: this.#sentElsewhere };
    const seen = outOfSight(matters, screens);
    const overdue = this.#grace.overdue(
      seen.flatMap(({ dueWithinAMinute = [] }) => dueWithinAMinute),
      this.#edge.clock.monotonic(),
    );
    for (const { sentence, dueWithinAMinute } of seen) {
      if (dueWithinAMinute === undefined || overdue.has(dueWithinAMinute)) this.#violations.add(sentence);
    }
  }

  #screens(): ScreensSeen | undefined {
    const { views } = this.#edge;
    const { staffId, roles } = supervisor as { readonly staffId: string; readonly roles: StaffView['me']['roles'] };
    const wall = views.view({ namespace: '/display' });
    const tablet = views.view({ namespace: '/staff', staffId: null });
    const desk = views.view({ namespace: '/staff', staffId, roles, servicePointId: null });
    if (wall === undefined || tablet === undefined || desk === undefined) return undefined;
    const kiosks = kioskIds.map((deviceId) => views.view({ namespace: '/kiosk', deviceId }));
    const issued = Object.assign({}, ...kiosks.map((view) => (view as { issued?: object }).issued)) as {
      readonly [ticketId: string]: ReturnType<ScreensSeen['issued']>;
    };
    return {
      wall: wall as ScreensSeen['wall'],
      tablet: tablet as ScreensSeen['tablet'],
      desk: desk as ScreensSeen['desk'],
      issued: (ticketId) => issued[ticketId],
      page: (ticketId) => views.view({ namespace: '/ticket', ticketId }) as ReturnType<ScreensSeen['page']>,
    };
  }
}
