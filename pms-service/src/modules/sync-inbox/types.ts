/** What the centre holds of a clinic's log. Epoch 0, seq 0 before the first row. */
export interface InboxHead {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly quarantined: boolean;
  /** The run of the edge that wrote last; null: it did not say. */
  readonly writerRun: string | null;
  /** A spare took the clinic over from here, in this epoch; null: none did. */
  readonly takenOverIn: number | null;
}

/** A subject's key, wrapped by the clinic's. */
export interface SubjectKey {
  readonly subjectId: string;
  readonly wrapped: Uint8Array;
}
