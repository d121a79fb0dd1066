// What was learned of waits, and what was estimated and is not graded yet.

import type { BusinessDay, EpochMs } from '@foyer/contracts/time.ts';
import type { EstimatedWait } from '@foyer/contracts/wait-events.ts';
import type { WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';

export type LearnedPart = keyof WaitModel;

/** One thing that was learned: of `services` that of the service whose id is the key; `''` where a part is one thing. */
export interface LearnedWait {
  readonly part: LearnedPart;
  readonly key: string;
  /** JSON. */
  readonly value: string;
}

export interface WaitPrediction extends EstimatedWait {
  readonly businessDay: BusinessDay;
  /** Null: not yet. */
  readonly calledAt: EpochMs | null;
}

export interface WaitRecords {
  learnedWait(part: LearnedPart, key: string): LearnedWait | undefined;
  putLearnedWait(learned: LearnedWait): void;

  waitPrediction(ticketId: string): WaitPrediction | undefined;
  waitPredictionsOf(businessDay: BusinessDay): readonly WaitPrediction[];
  putWaitPrediction(prediction: WaitPrediction): void;
  forgetWaitPrediction(ticketId: string): void;
  /** Of every ticket that was not called yet. */
  forgetOpenWaitPredictions(): void;
  forgetWaitPredictionsOf(businessDay: BusinessDay): void;
}

/** As the main thread reads them. */
export interface WaitReading {
  learnedWaits(): readonly LearnedWait[];
  /** Business days before this one whose estimates are not graded yet. */
  ungradedWaitDays(before: BusinessDay): readonly BusinessDay[];
}
