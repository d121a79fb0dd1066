// Work that may be long, a step at a time: who waits for it does other things in between.

export type Steps<T> = Generator<void, T, void>;

export function done<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
