// One open line to a printer, whatever it is made of: bytes out, bytes in, nothing else. Each kind of cable is a link in
// a file of its own and passes tests/contract/printer-link.contract.ts.

export interface PrinterLine {
  /** Rejects when the printer does not take the bytes. */
  write(bytes: Uint8Array): Promise<void>;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Calls `listener` once when the other side has gone, where the cable tells; at once where it has. */
  onEnd(listener: () => void): void;
  /** Resolves when all that was written has left this machine; rejects when it cannot, and then none of it comes later. */
  handOver(): Promise<void>;
  /** After what was written has gone. */
  close(): void;
  /** At once, and what waits to go is dropped: a write that is under way ends with an error, or never. */
  destroy(): void;
}

/** Opens lines to one printer; rejects when nothing is there within the time. */
export type PrinterLink = (timeoutMs: number) => Promise<PrinterLine>;
