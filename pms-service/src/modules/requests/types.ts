import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { RequestId } from '@foyer/contracts/ids.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export const RequestState = {
  /** The side that owns the fact has not answered. */
  pending: 'pending',
  accepted: 'accepted',
  /** Refused with a code; a person was told by a work item. */
  refused: 'refused',
} as const;
export type RequestState = (typeof RequestState)[keyof typeof RequestState];

/** What one side wants of the other's facts. */
export interface CrossRequest {
  readonly requestId: RequestId;
  readonly raisedBy: 'edge' | 'centre';
  readonly kind: string;
  readonly body: unknown;
  readonly state: RequestState;
  readonly code: string | null;
}

export interface WorkItem {
  readonly id: string;
  readonly kind: string;
  readonly code: ErrorCode | (string & {});
  readonly at: EpochMs;
  /** Ids alone. */
  readonly about: Readonly<Record<string, unknown>>;
}
