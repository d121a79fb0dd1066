// The estimates of a business day are graded once it is over: at the start, and when a minute finds that the day has
// changed. What could not be graded is tried again the minute after.

import { minuteMs } from '@foyer/contracts/time.ts';
import { evacuationNow } from '@foyer/domain/queue/evacuation-now.ts';
import type { ReadModel } from '../ports/read-model.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import type { SystemCommands } from './system-commands.ts';

export interface GradeWaitsParts {
  readonly state: () => ClinicState | undefined;
  readonly readModel: Pick<ReadModel, 'ungradedWaitDays'>;
  readonly commands: Pick<SystemCommands, 'send'>;
}

export class GradeWaits {
  readonly name = 'grade-waits';
  readonly #parts: GradeWaitsParts;
  #timer: NodeJS.Timeout | undefined;
  #isGrading = false;

  constructor(parts: GradeWaitsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.#look(), minuteMs).unref();
    void this.#look();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { state, readModel, commands } = this.#parts;
    const now = state();
    if (this.#isGrading || now === undefined || evacuationNow(now.queue) !== undefined) return;
    this.#isGrading = true;
    for (const businessDay of readModel.ungradedWaitDays(now.businessDay)) {
      await commands.send({ type: 'grade-waits', businessDay });
    }
    this.#isGrading = false;
  }
}
