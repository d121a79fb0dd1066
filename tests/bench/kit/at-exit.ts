/**
 * What must not be left behind when a run is broken off: processes and folders. Each is undone once, by whoever
 * made it or else when this process exits, be it by Ctrl-C.
 */

const undoings = new Set<() => void>();

/** `undo` has to be synchronous. Returns how to do it now, or to forget it when it is done already. */
export function atExit(undo: () => void): { now(): void; forget(): void } {
  if (undoings.size === 0) listen();
  undoings.add(undo);
  return {
    now() {
      if (undoings.delete(undo)) undo();
    },
    forget: () => void undoings.delete(undo),
  };
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const undo of [...undoings].toReversed()) undo();
  });
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}
