/** One transaction around a batch, and a savepoint around each command in it. */
export interface Transactions {
  begin(): void;
  /** Returns when the rows are on the disk, or throws. */
  commit(): void;
  /** Does nothing where the failure has undone everything already. */
  rollback(): void;
  savepoint(): void;
  release(): void;
  rollbackToSavepoint(): void;
  /** How a failure of any of these is to be taken. */
  kindOf(error: unknown): FailureKind;
}

export const FailureKind = {
  /** Undo the batch, answer `storage-full`, go on. */
  diskFull: 'disk-full',
  /** Undo nothing, trust nothing: answer `storage-failed` and end the process. */
  storage: 'storage',
  /** A mistake of ours in one command: undo that command. */
  command: 'command',
} as const;
export type FailureKind = (typeof FailureKind)[keyof typeof FailureKind];
