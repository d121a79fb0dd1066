/**
 * Room on the disk that is set aside, for when it is full: given back then, so that who is here can be served to the end, be
 * told, and the day be closed. Nothing that is kept depends on it.
 */
export interface Reserve {
  /** Given back, and not set aside again since. */
  readonly isInUse: boolean;
  /** Whether the disk has room for it and as much again. */
  hasRoom(): boolean;
  /** Sets it aside; where there is no room it stays in use. */
  hold(): void;
  /** Gives it back. False where it is not set aside. */
  release(): boolean;
}

/** For who has no disk of their own. */
export const noReserve: Reserve = {
  isInUse: false,
  hasRoom: () => true,
  hold: () => undefined,
  release: () => false,
};
