// Bytes in, receipts out: the decoder without a printer around it, for tests and tools.

import { FrameReader } from './frame-reader.ts';
import { Interpreter, type InterpreterEvents } from './interpreter.ts';
import type { Receipt } from './receipt.ts';

/** The receipts of a whole stream, the uncut rest included, whatever the chunks. */
export function decodeReceipts(
  chunks: readonly Uint8Array[],
  events: Partial<InterpreterEvents> = {},
): readonly Receipt[] {
  const receipts: Receipt[] = [];
  const reader = new FrameReader();
  const interpreter = new Interpreter({
    answer: () => undefined,
    automaticStatus: () => undefined,
    drawer: () => undefined,
    ...events,
    receipt: (receipt) => {
      receipts.push(receipt);
      events.receipt?.(receipt);
    },
  });
  for (const chunk of chunks) for (const frame of reader.push(chunk)) interpreter.apply(frame);
  if (reader.pendingBytes > 0) interpreter.note(`${reader.pendingBytes} bytes of an unfinished command`);
  interpreter.cut();
  return receipts;
}
