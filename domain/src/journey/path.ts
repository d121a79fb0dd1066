// A visit's steps as they are said to the patient, on the page, on paper and at the centre.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { PathStepView } from '@foyer/contracts/ticket-view.ts';
import type { TicketRecord } from '../queue/queue-state.ts';
import { awaitsReady } from './steps.ts';

/** Without what is skipped; nothing for a visit of one step, which the ticket says by itself. */
export function pathOf(
  { standing }: Pick<TicketRecord, 'standing'>,
  { services }: Pick<ClinicConfiguration, 'services'>,
): { readonly path?: readonly PathStepView[] } {
  const path = (standing.journey?.steps ?? []).flatMap((step): readonly PathStepView[] => {
    const { id, serviceId, state } = step;
    const serviceName = services.find((service) => service.id === serviceId)?.name;
    if (state === 'skipped' || serviceName === undefined) return [];
    return [{ id, serviceName, state, ...(state === 'here' && awaitsReady(step) ? { notReady: true } : {}) }];
  });
  return path.length < 2 ? {} : { path };
}
