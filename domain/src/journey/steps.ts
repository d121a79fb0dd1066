// The steps of one visit and what befalls them. Pure changes of a journey, total: a step that is not there changes
// nothing. Invariants: at most one step is `here`; what is done or skipped stays so.

import type { Journey, JourneyStep, JourneyTemplate } from '@foyer/contracts/journey.ts';

export function stepOf(journey: Journey | undefined, stepId: string): JourneyStep | undefined {
  return journey?.steps.find(({ id }) => id === stepId);
}

export function stepHere(journey: Journey | undefined): JourneyStep | undefined {
  return journey?.steps.find(({ state }) => state === 'here');
}

export function isOver({ steps }: Journey): boolean {
  return steps.every(({ state }) => state === 'done' || state === 'skipped');
}

/** Those that may be taken next. Where a circle of steps would wait for itself, its first one. */
export function openSteps({ steps }: Journey): readonly JourneyStep[] {
  const ahead = steps.filter(({ state }) => state === 'ahead');
  const behind = new Set(steps.filter(({ state }) => state === 'done' || state === 'skipped').map(({ id }) => id));
  const known = new Set(steps.map(({ id }) => id));
  const open = ahead.filter(({ after }) => after.every((id) => behind.has(id) || !known.has(id)));
  return open.length === 0 ? ahead.slice(0, 1) : open;
}

/** Whether its patient waits for something to be ready, and not for a call. */
export function awaitsReady(step: JourneyStep | undefined): boolean {
  return step?.whenReady === true && step.ready !== true;
}

/**
 * A template's steps for a ticket that stands in this service's queue: that is the first step that waits for no other,
 * or one before all of them.
 */
export function stepsFrom(template: JourneyTemplate, serviceId: string, newId: () => string): readonly JourneyStep[] {
  const steps = template.steps.map((step): JourneyStep => ({ ...step, state: 'ahead' }));
  const first = steps.find((step) => step.after.length === 0 && step.serviceId === serviceId);
  if (first !== undefined) return steps.map((step) => (step === first ? { ...step, state: 'here' } : step));
  const here: JourneyStep = { id: newId(), serviceId, after: [], state: 'here' };
  return [here, ...steps.map((step) => (step.after.length === 0 ? { ...step, after: [here.id] } : step))];
}

export function finishedHere(journey: Journey): Journey {
  return withSteps(journey, (step) => (step.state === 'here' ? { ...step, state: 'done' } : step));
}

export function skipped(journey: Journey, stepId: string): Journey {
  return withSteps(journey, (step) => (step.id === stepId ? { ...step, state: 'skipped' } : step));
}

export function madeReady(journey: Journey, stepId: string): Journey {
  return withSteps(journey, (step) => (step.id === stepId ? { ...step, ready: true } : step));
}

export function wentOn(journey: Journey, stepId: string): Journey {
  return withSteps(journey, (step) => {
    if (step.id === stepId) return { ...step, state: 'here' };
    return step.state === 'here' ? { ...step, state: 'ahead' } : step;
  });
}

/** Sent to another queue by hand: to the step that is there, or away from all of them, and then it comes back. */
export function sentTo(journey: Journey, serviceId: string): Journey {
  if (stepHere(journey)?.serviceId === serviceId) return journey;
  const open = openSteps(journey).find((step) => step.serviceId === serviceId);
  const step = open ?? journey.steps.find(({ state, ...each }) => state === 'ahead' && each.serviceId === serviceId);
  return wentOn(journey, step?.id ?? '');
}

export function withStep(journey: Journey, step: JourneyStep): Journey {
  return { ...journey, steps: [...journey.steps, step] };
}

/** The step comes before the other one, and waits for what that one waited for. */
export function movedBefore(journey: Journey, stepId: string, beforeStepId: string): Journey {
  const step = stepOf(journey, stepId);
  const before = stepOf(journey, beforeStepId);
  if (step === undefined || before === undefined || step === before) return journey;
  const moved = { ...step, after: before.after.filter((id) => id !== stepId) };
  const steps = journey.steps
    .filter((each) => each !== step)
    .flatMap((each) => (each === before ? [moved, { ...each, after: [...moved.after, stepId] }] : [each]));
  return { ...journey, steps };
}

/** Whether one step waits, directly or not, for another. */
export function waitsFor({ steps }: Pick<Journey, 'steps'>, stepId: string, otherId: string): boolean {
  const seen = new Set<string>();
  const look = (id: string): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    const after = steps.find((step) => step.id === id)?.after ?? [];
    return after.includes(otherId) || after.some(look);
  };
  return look(stepId);
}

function withSteps(journey: Journey, change: (step: JourneyStep) => JourneyStep): Journey {
  return { ...journey, steps: journey.steps.map(change) };
}
