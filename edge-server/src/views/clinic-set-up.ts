// The set-up over the mirror and the read model. A look ahead is the decision itself, whose fact nobody writes.

import type { ClinicAsSetUp, StartedWith } from '@foyer/contracts/clinic-document.ts';
import { clinicDocument } from '@foyer/contracts/clinic-parts.ts';
import { bookedAheadMs, servicesBooked } from '@foyer/domain/clinic/booked-ahead.ts';
import { decideClinicChange } from '@foyer/domain/clinic/change-clinic.ts';
import type { ClinicCheck, ClinicSetUpReading } from '../ports/clinic-set-up.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { ClinicMirror } from './clinic-mirror.ts';

export interface ClinicSetUpParts {
  readonly mirror: Pick<ClinicMirror, 'state'>;
  readonly readModel: Pick<ReadModel, 'configurationVersion' | 'prices' | 'appointmentsBetween'>;
  /** Printers and scanners, until the clinic sets them up itself. */
  readonly startedWith: StartedWith;
  readonly now: () => number;
}

export class ClinicSetUpViews implements ClinicSetUpReading {
  readonly #parts: ClinicSetUpParts;

  constructor(parts: ClinicSetUpParts) {
    this.#parts = parts;
  }

  asSetUp(): ClinicAsSetUp | undefined {
    const { mirror, readModel, startedWith } = this.#parts;
    const { state } = mirror;
    if (state === undefined) return undefined;
    const { clinicId, code, zone, currency } = state.configuration;
    const document = clinicDocument(state.configuration, readModel.prices());
    const version = readModel.configurationVersion();
    return { clinicId, version, code, zone, currency, isAdopted: state.isAdopted, document, startedWith };
  }

  async check(changes: object): Promise<ClinicCheck | undefined> {
    // The schemas are the heaviest thing to load: they come with the first look.
    const { shapeFaults } = await import('./clinic-shape.ts');
    const { mirror, readModel, now } = this.#parts;
    const { state } = mirror;
    if (state === undefined) return undefined;
    const faults = shapeFaults(changes);
    if (faults.length > 0) return { ok: false, refusal: { code: 'set-up-faulty', faults } };
    const { configuration, isAdopted, queue } = state;
    const version = readModel.configurationVersion();
    const decision = decideClinicChange(
      { type: 'change-clinic', version, changes },
      {},
      {
        configuration,
        version,
        prices: readModel.prices(),
        isAdopted,
        queue,
        bookedServiceIds: () => servicesBooked(readModel.appointmentsBetween(now(), now() + bookedAheadMs)),
      },
    );
    return decision.ok ? { ok: true } : decision;
  }
}
