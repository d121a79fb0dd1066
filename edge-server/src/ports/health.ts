// What the box says of itself to whoever watches it.

export interface ReadinessLine {
  readonly name: string;
  readonly ok: boolean;
  /** A word for people: `ready`, `paper-out`, `unlinked since 10:04`. */
  readonly state: string;
  /** Whether the edge cannot serve without it. */
  readonly needed: boolean;
}
export interface Health {
  readiness(): readonly ReadinessLine[];
  /** Prometheus text, with its content type. */
  metrics(): Promise<{ readonly type: string; readonly text: string }>;
}
