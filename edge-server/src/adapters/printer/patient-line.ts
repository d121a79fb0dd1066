// A line whose writes end: a printer that takes nothing for so long is mute, and the line to it is given up. What is
// written goes in pieces that a printer at work takes in a moment, so that a long document is no long silence.

import type { PrinterLine } from './printer-line.ts';

const PIECE_BYTES = 4_096;

/** The printer took nothing within the time. */
export class PrinterStalled extends Error {
  constructor() {
    super('the printer takes nothing');
    this.name = 'PrinterStalled';
  }
}

export function patientLine(line: PrinterLine, patienceMs: number): PrinterLine {
  let stalled: PrinterStalled | undefined;
  const writePiece = async (piece: Uint8Array): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    let late: NodeJS.Immediate | undefined;
    const patience = new Promise<never>((_, reject) => {
      const giveUp = (): void => {
        stalled = new PrinterStalled();
        line.destroy();
        reject(stalled);
      };
      // Where this process itself was late, the word that the piece is taken waits to be heard, and is heard first.
      timer = setTimeout(() => {
        late = setImmediate(giveUp);
      }, patienceMs);
    });
    try {
      await Promise.race([line.write(piece), patience]);
    } finally {
      clearTimeout(timer);
      clearImmediate(late);
    }
  };
  return {
    ...line,
    async write(bytes) {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        // Who asks again after the line was given up gets the same answer.
        if (stalled !== undefined) throw stalled;
        await writePiece(bytes.subarray(at, at + PIECE_BYTES));
      }
    },
  };
}
