/**
 * Lines of `strace -f -yy` as events. A call that another thread's event cut in two becomes an `enter` when it
 * began and an `exit` when it was resumed; a whole line becomes both, one after the other. The order of events
 * is the order in which the tracer saw them, and a thread stands still until the tracer has seen its event.
 */

export interface TraceEvent {
  readonly edge: 'enter' | 'exit';
  readonly thread: string;
  readonly call: string;
  /** The descriptor as strace names it, such as `29</data/edge.db-wal>`; undefined where there is none. */
  readonly descriptor: string | undefined;
  /** The bytes as strace prints them; with an `exit` also what was read. */
  readonly text: string;
  /** What the call returned; undefined before its exit. */
  readonly result: number | undefined;
}

export interface TraceReader {
  /** The events of one more line; none for a signal or a thread's end. */
  read(line: string): readonly TraceEvent[];
}

interface Begun {
  readonly call: string;
  readonly descriptor: string | undefined;
  readonly text: string;
}

const wholeLine = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/s;
const cutLine = /^(\d+) +(\w+)\((.*)<unfinished \.\.\.>$/s;
const resumedLine = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)/s;

export function createTraceReader(): TraceReader {
  const begun = new Map<string, Begun>();
  return {
    read(line) {
      const cut = cutLine.exec(line);
      if (cut !== null) {
        const [, thread = '', call = '', text = ''] = cut;
        const start = { call, text, descriptor: descriptorOf(text) };
        begun.set(thread, start);
        return [{ edge: 'enter', thread, ...start, result: undefined }];
      }
      const resumed = resumedLine.exec(line);
      if (resumed !== null) {
        const [, thread = '', call = '', rest = '', result = ''] = resumed;
        const start = begun.get(thread);
        begun.delete(thread);
        if (start?.call !== call) return [];
        return [{ edge: 'exit', thread, ...start, text: start.text + rest, result: Number(result) }];
      }
      const whole = wholeLine.exec(line);
      if (whole === null) return [];
      const [, thread = '', call = '', text = '', result = ''] = whole;
      const start = { thread, call, text, descriptor: descriptorOf(text) };
      return [
        { edge: 'enter', ...start, result: undefined },
        { edge: 'exit', ...start, result: Number(result) },
      ];
    },
  };
}

/** The address inside of it may hold `>`: it ends where the next argument or the call does. */
function descriptorOf(text: string): string | undefined {
  return /^\d+<.*?>(?=,|\)|\s|$)/.exec(text)?.[0];
}
