/**
 * What walls show, against what was called: each shows every number that was called, none goes back to an older call of a
 * room, and none keeps one that was withdrawn.
 */
export interface ShownCall {
  readonly id: string;
  readonly servicePointId: string;
  readonly at: number;
}

export class WallJudge {
  /** In the order of calling. */
  readonly #calls: { readonly id: string; readonly servicePointId: string }[] = [];
  readonly #withdrawn = new Set<string>();
  /** What each wall has shown of any call, and of each room as its newest one, again and again. */
  readonly #seen: readonly Set<string>[];
  readonly #newest: readonly Map<string, string[]>[];

  constructor(walls: number) {
    this.#seen = Array.from({ length: walls }, () => new Set());
    this.#newest = Array.from({ length: walls }, () => new Map());
  }

  get calls(): number {
    return this.#calls.length;
  }

  called(id: string, servicePointId: string): void {
    this.#calls.push({ id, servicePointId });
  }

  /** It may have been on the wall for too short a time to be seen. */
  withdrew(id: string): void {
    this.#withdrawn.add(id);
  }

  shows(wall: number, calls: readonly ShownCall[]): void {
    for (const { id } of calls) this.#seen[wall]?.add(id);
    for (const [room, id] of newestOf(calls)) {
      const before = this.#newest[wall]?.get(room) ?? [];
      if (before.at(-1) !== id) before.push(id);
      this.#newest[wall]?.set(room, before);
    }
  }

  /** Whether a wall that shows this is right now. */
  isRight(calls: readonly ShownCall[]): boolean {
    const shown = new Set(calls.map(({ id }) => id));
    const latest = new Map<string, string>();
    for (const { id, servicePointId } of this.#calls) latest.set(servicePointId, id);
    // A room whose latest call was withdrawn is empty: what was called before is over, and leaves in its time.
    const wanted = [...latest.values()].filter((id) => !this.#withdrawn.has(id));
    return wanted.every((id) => shown.has(id)) && !calls.some(({ id }) => this.#withdrawn.has(id));
  }

  /** How often a wall missed a number. */
  get missed(): number {
    const wanted = this.#calls.filter(({ id }) => !this.#withdrawn.has(id));
    return this.#seen.reduce((missed, seen) => missed + wanted.filter(({ id }) => !seen.has(id)).length, 0);
  }

  get violations(): readonly string[] {
    const order = new Map(this.#calls.map(({ id }, index) => [id, index]));
    return this.#newest.flatMap((rooms, wall) =>
      [...rooms.values()].flatMap((ids) => {
        const places = ids.filter((id) => !this.#withdrawn.has(id)).map((id) => order.get(id) ?? -1);
        const stale = places.filter((place, index) => place < (places[index - 1] ?? -1)).length;
        return stale === 0 ? [] : [`wall ${wall + 1} went back to an older call ${stale} times`];
      }),
    );
  }
}

function newestOf(calls: readonly ShownCall[]): ReadonlyMap<string, string> {
  const byTime = calls.toSorted((a, b) => a.at - b.at);
  return new Map(byTime.map(({ servicePointId, id }) => [servicePointId, id]));
}
