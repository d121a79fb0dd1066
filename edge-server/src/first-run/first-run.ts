// The first run of an empty box: the one-time code on its console stands for the person who may set the clinic up, once.
// The answer is kept while the process lives, so that a request whose answer was lost gets it again.

import type { FirstRunAnswer, FirstRunRequest, FirstRunStatus } from '@foyer/contracts/clinic-set-up.ts';
import { inLanguage } from '@foyer/contracts/languages.ts';
import { setUpFaults } from '@foyer/contracts/set-up-faults.ts';
import type { Enrolments } from '../ports/access.ts';
import type { FirstRun, SetUpOutcome } from '../ports/first-run.ts';
import type { Ids } from '../ports/ids.ts';
import type { PinHasher } from '../ports/pin-hasher.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { Writer } from '../ports/writer.ts';
import { makeClinic } from './make-clinic.ts';

export interface FirstRunParts {
  readonly readModel: Pick<ReadModel, 'configuration'>;
  readonly writer: Pick<Writer, 'initialise'>;
  readonly enrolments: Pick<Enrolments, 'offersFirstRun' | 'enrolFirstTablet' | 'screensWaiting'>;
  readonly pins: PinHasher;
  readonly ids: Pick<Ids, 'newId'>;
  readonly printer: () => FirstRunStatus['printer'];
  /** Whether a centre is configured: then the clinic is its to name. */
  readonly hasCentre: boolean;
  readonly now: () => number;
}

interface Carried {
  readonly request: string;
  readonly outcome: Promise<SetUpOutcome>;
}

export class ClinicFirstRun implements FirstRun {
  readonly #parts: FirstRunParts;
  #carried: Carried | undefined;

  constructor(parts: FirstRunParts) {
    this.#parts = parts;
  }

  isOpen(): boolean {
    return this.#parts.enrolments.offersFirstRun();
  }

  status(): FirstRunStatus {
    const { readModel, enrolments, printer, hasCentre } = this.#parts;
    const clinicName = readModel.configuration()?.name;
    return {
      ...(clinicName === undefined ? {} : { clinicName }),
      fromCentre: hasCentre,
      screensWaiting: enrolments.screensWaiting(),
      printer: printer(),
    };
  }

  async setUp(request: FirstRunRequest): Promise<SetUpOutcome> {
    const { readModel, hasCentre } = this.#parts;
    const asText = JSON.stringify(request);
    if (this.#carried?.request === asText) return this.#carried.outcome;
    if (this.#carried !== undefined || readModel.configuration() !== undefined) {
      return { ok: false, code: 'already-set-up' };
    }
    if (hasCentre) return { ok: false, code: 'centre-owns-clinic' };
    const faults = setUpFaults(request.setUp);
    if (faults.length > 0) return { ok: false, code: 'set-up-faulty', faults };
    const carried = { request: asText, outcome: this.#carryOut(request) };
    this.#carried = carried;
    try {
      return await carried.outcome;
    } catch (cause) {
      this.#carried = undefined;
      throw cause;
    }
  }

  async #carryOut({ setUp, tablet }: FirstRunRequest): Promise<SetUpOutcome> {
    const { writer, enrolments, pins, ids, now } = this.#parts;
    const pinHashes: string[] = [];
    // One after the other: each takes memory and a core on purpose.
    for (const { pin } of setUp.staff) pinHashes.push(await pins.hash(pin));
    const clinic = makeClinic(setUp, { newId: () => ids.newId(now()), pinHashes });
    await writer.initialise(clinic);
    const { configuration, staff } = clinic;
    const answer: FirstRunAnswer = {
      ok: true,
      clinicId: configuration.clinicId,
      staff: staff.map(({ id, name }) => ({ id, name })),
      servicePoints: configuration.servicePoints.map(({ id, name }) => ({ id, name: inLanguage(name, 'en') })),
      ...(tablet === undefined ? {} : { tablet: await enrolments.enrolFirstTablet(tablet.name, tablet.publicKey) }),
    };
    return { ok: true, answer };
  }
}
