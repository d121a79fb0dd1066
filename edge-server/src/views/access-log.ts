// Whose record was shown to whom, for the auditor. It never holds up what is shown.

import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import type { Log } from '../ports/log.ts';
import type { Writer } from '../ports/writer.ts';

export interface AccessLogParts {
  readonly writer: Pick<Writer, 'changeBox'>;
  readonly log: Log;
}

export const ViewPurpose = {
  /** On the screen of who works with the queue. */
  queue: 'queue',
  find: 'find',
  correct: 'correct',
  listPrinted: 'list-printed',
  /** What they answered before a service. */
  forms: 'forms',
  /** On the list of who is looked for outside. */
  muster: 'muster',
} as const;
export type ViewPurpose = (typeof ViewPurpose)[keyof typeof ViewPurpose];

interface Moment {
  readonly now: EpochMs;
  readonly businessDay: BusinessDay;
}

export class AccessLog {
  readonly #parts: AccessLogParts;
  readonly #shown = new Set<string>();
  #shownOn = '';

  constructor(parts: AccessLogParts) {
    this.#parts = parts;
  }

  /** One line a day for each of these, however often they are shown to this member of staff for this purpose. */
  shown(staffId: string, patientIds: readonly string[], purpose: ViewPurpose, moment: Moment): void {
    if (this.#shownOn !== moment.businessDay) {
      this.#shownOn = moment.businessDay;
      this.#shown.clear();
    }
    for (const patientId of patientIds) {
      const key = `${purpose} ${staffId} ${patientId}`;
      if (this.#shown.has(key)) continue;
      this.#shown.add(key);
      // Where it could not be written it is said again when the person is shown the next time.
      this.#write(staffId, patientId, purpose, moment, () => this.#shown.delete(key));
    }
  }

  /** A line for each of these, whatever was written before. */
  handedOut(staffId: string, patientIds: readonly string[], purpose: ViewPurpose, moment: Moment): void {
    for (const patientId of patientIds) this.#write(staffId, patientId, purpose, moment, () => undefined);
  }

  #write(staffId: string, patientId: string, purpose: ViewPurpose, { now }: Moment, failed: () => void): void {
    const change = { actor: `staff:${staffId}`, patientId, at: now, purpose };
    this.#parts.writer.changeBox('record-viewed', change).catch((cause: unknown) => {
      failed();
      this.#parts.log.error('access-log-failed', { patientId, staffId, purpose }, cause);
    });
  }
}
