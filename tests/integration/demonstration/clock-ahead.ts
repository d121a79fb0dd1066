// Preloaded into every process of the demonstration (`NODE_OPTIONS=--import=`): their wall clock is CLOCK_AHEAD_MS ahead,
// so that a start a day later needs no day. Timers and PostgreSQL keep the machine's clock.

const aheadMs = Number(process.env['CLOCK_AHEAD_MS']);
const Machine = Date;

class DateAhead extends Machine {
  constructor(...parts: readonly [] | ConstructorParameters<typeof Machine>) {
    if (parts.length === 0) super(Machine.now() + aheadMs);
    else super(...parts);
  }

  static override now(): number {
    return Machine.now() + aheadMs;
  }
}

globalThis.Date = DateAhead as typeof Date;
