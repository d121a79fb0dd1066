/**
 * Whether a visit of several services stays one visit, by the rows of the log: its patient goes on from the queue they
 * stand in, once somebody is done with them there, and to no step that is behind them already.
 */
import type { Journey, StepState } from '@foyer/contracts/journey.ts';
import type { DayRow } from './day-judge.ts';

interface Visit {
  readonly number: string;
  serviceId: string;
  /** The step whose queue they were sent to, as far as the steps alone tell. */
  here: string | undefined;
  readonly behind: Set<string>;
  lastType: string;
}
/** What of a body this judge reads. */
interface Body {
  readonly ticketId?: string;
  readonly number: string;
  readonly serviceId: string;
  readonly fromServiceId: string;
  readonly toServiceId: string;
  readonly stepId: string;
  readonly steps: Journey['steps'];
  readonly standing: { readonly serviceId: string; readonly journey?: Journey };
}

const isBehind = (state: StepState): boolean => state === 'done' || state === 'skipped';
/** After these a patient goes on. */
const endsAStep: readonly string[] = ['v1.ServiceFinished', 'v1.JourneyStepSkipped'];

export class JourneyJudge {
  readonly #visits = new Map<string, Visit>();
  readonly #violations = new Set<string>();

  get violations(): readonly string[] {
    return [...this.#violations];
  }

  read({ type, body: text }: Pick<DayRow, 'type' | 'body'>): void {
    const body = JSON.parse(text) as Body;
    const { ticketId } = body;
    if (ticketId === undefined) return;
    if (type === 'v1.TicketIssued') this.#visits.set(ticketId, visitOf(body));
    const visit = this.#visits.get(ticketId);
    if (visit === undefined) return;
    this.#fold(visit, type, body);
    visit.lastType = type;
  }

  #fold(visit: Visit, type: string, body: Body): void {
    switch (type) {
      case 'v1.JourneyStarted':
        return takeUp(visit, body.steps);
      case 'v1.JourneyStepSkipped':
        visit.behind.add(body.stepId);
        return;
      case 'v1.ServiceFinished':
        if (visit.here !== undefined) visit.behind.add(visit.here);
        return;
      case 'v1.JourneyWentOn':
        this.#check(visit, body);
        visit.here = body.stepId;
        visit.serviceId = body.toServiceId;
        return;
      case 'v1.TicketTransferred':
        // Sent away by hand from a step: it is to come back.
        if (body.toServiceId !== visit.serviceId) visit.here = undefined;
        visit.serviceId = body.toServiceId;
        return;
      case 'v1.TicketReassigned':
        visit.here = undefined;
        visit.serviceId = body.toServiceId ?? visit.serviceId;
        return;
      case 'v1.StepUndone':
        visit.serviceId = body.standing.serviceId;
        takeUp(visit, body.standing.journey?.steps ?? []);
    }
  }

  #check({ number, serviceId, behind, lastType }: Visit, { stepId, fromServiceId }: Body): void {
    if (fromServiceId !== serviceId)
      this.#violations.add(`${number} stood in another queue than the one it went on from`);
    if (behind.has(stepId)) this.#violations.add(`${number} was sent to a step that is behind it`);
    if (!endsAStep.includes(lastType)) this.#violations.add(`${number} went on, and nobody was done with it`);
  }
}

function visitOf({ number, serviceId }: Body): Visit {
  return { number, serviceId, here: undefined, behind: new Set(), lastType: '' };
}

function takeUp(visit: Visit, steps: Journey['steps']): void {
  visit.here = steps.find(({ state }) => state === 'here')?.id;
  visit.behind.clear();
  for (const { id, state } of steps) if (isBehind(state)) visit.behind.add(id);
}
