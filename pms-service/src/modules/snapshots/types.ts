/** A piece as far as it is there. */
export interface ComingPiece {
  readonly bytes: number;
  /** Chunks. */
  readonly received: number;
  /** Hexadecimal; null: it is coming. */
  readonly sha256: string | null;
}
