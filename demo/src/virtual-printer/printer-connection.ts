// One host's connection to the virtual printer: real-time requests are answered at once, everything else
// in order and only while the printer is online. What arrives while it is offline waits in a small buffer,
// and is lost with the connection: paper put in later prints the rest of this job, never last night's.

import type { Socket } from 'node:net';

import { FrameReader } from './frame-reader.ts';
import { Interpreter } from './interpreter.ts';
import { RealTimeScanner } from './real-time-scanner.ts';
import type { Receipt } from './receipt.ts';
import { isOnline, Line, type PrinterSwitches } from './printer-switches.ts';
import { automaticStatus, printerIdentity, realTimeStatus, requestedStatus } from './status-bytes.ts';

/** How much of a document goes through before a line hangs or breaks. */
const HALF_BYTES = 700;
/** What a slow line takes at once, and how often. */
const SLOW_BYTES = 512;
const SLOW_MS = 10;
/** What waits while the printer is offline; more is dropped, as by a receive buffer that nobody reads. */
const MAX_HELD_BYTES = 256 * 1024;

export interface ConnectionHost {
  switches(): PrinterSwitches;
  /** `torn`: it was not cut, its host hung up. */
  print(receipt: Receipt, torn: boolean): void;
}

export class PrinterConnection {
  readonly #socket: Socket;
  readonly #host: ConnectionHost;
  readonly #scanner = new RealTimeScanner();
  readonly #interpreter: Interpreter;
  #reader = new FrameReader();
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #automaticStatus = false;
  /** Since the line was last well. */
  #through = 0;
  #hangs = false;
  #torn = false;
  readonly #slow: Uint8Array[] = [];
  #slowTimer: NodeJS.Timeout | undefined;

  constructor(socket: Socket, host: ConnectionHost) {
    this.#socket = socket;
    this.#host = host;
    this.#interpreter = new Interpreter({
      receipt: (receipt) => host.print(receipt, this.#torn),
      answer: (request, argument) => this.#answer(request, argument),
      automaticStatus: (enabled) => this.#enableAutomaticStatus(enabled),
      drawer: () => undefined,
    });
  }

  receive(chunk: Uint8Array): void {
    const { line } = this.#host.switches();
    if (line === Line.slow || this.#slow.length > 0) this.#receiveSlowly(chunk);
    else if (line === Line.hangs || line === Line.cuts) this.#receiveHalf(chunk, line);
    else this.#receive(chunk);
  }

  /** What is asked of a printer is short and goes through; a document does not. */
  #receiveHalf(chunk: Uint8Array, line: Line): void {
    if (this.#hangs) return;
    const room = HALF_BYTES - this.#through;
    this.#through += chunk.length;
    this.#receive(chunk.subarray(0, Math.max(0, room)));
    if (this.#through < HALF_BYTES) return;
    this.#hangs = true;
    if (line === Line.cuts) this.#socket.resetAndDestroy();
    else this.#socket.pause();
  }

  #receiveSlowly(chunk: Uint8Array): void {
    this.#slow.push(chunk);
    this.#socket.pause();
    if (this.#slowTimer !== undefined) return;
    this.#slowTimer = setInterval(() => {
      const next = this.#slow.shift() ?? new Uint8Array();
      if (next.length > SLOW_BYTES) this.#slow.unshift(next.subarray(SLOW_BYTES));
      this.#receive(next.subarray(0, SLOW_BYTES));
      if (this.#slow.length > 0) return;
      this.#endSlowness();
      this.#socket.resume();
    }, SLOW_MS);
  }

  #endSlowness(): void {
    clearInterval(this.#slowTimer);
    this.#slowTimer = undefined;
  }

  #receive(chunk: Uint8Array): void {
    if (this.#host.switches().mute) return;
    this.#take(chunk);
    for (const request of this.#scanner.push(chunk)) {
      if (request.kind === 'status') this.#send(realTimeStatus(request.n, this.#host.switches()));
      else this.#clear();
    }
  }

  /** The switches moved: tells hosts that asked to be told, and goes on with what was waiting. */
  switched(): void {
    const { line } = this.#host.switches();
    if (this.#hangs && line !== Line.hangs) this.#socket.resetAndDestroy();
    if (line === Line.well) this.#through = 0;
    if (this.#automaticStatus && !this.#host.switches().mute) {
      this.#send(automaticStatus(this.#host.switches()));
    }
    if (!isOnline(this.#host.switches())) return;
    const held = this.#held;
    this.#forgetHeld();
    for (const chunk of held) this.#take(chunk);
  }

  /** The host hung up: what it left on the paper is torn off. */
  ended(): void {
    this.#endSlowness();
    this.#forgetHeld();
    this.#torn = true;
    if (isOnline(this.#host.switches())) this.#interpreter.cut();
  }

  #take(chunk: Uint8Array): void {
    if (isOnline(this.#host.switches())) {
      for (const frame of this.#reader.push(chunk)) this.#interpreter.apply(frame);
    } else if (this.#heldBytes + chunk.length <= MAX_HELD_BYTES) {
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
    }
  }

  #answer(request: 'status' | 'identity' | 'process-id', argument: Uint8Array): void {
    if (request === 'status') this.#send(requestedStatus(argument[0] ?? 1, this.#host.switches()));
    else if (request === 'identity') this.#send(printerIdentity(argument[0] ?? 1));
    else this.#send(Uint8Array.of(0x37, 0x22, ...argument, 0));
  }

  #enableAutomaticStatus(enabled: boolean): void {
    this.#automaticStatus = enabled;
    if (enabled) this.#send(automaticStatus(this.#host.switches()));
  }

  #clear(): void {
    this.#forgetHeld();
    this.#reader = new FrameReader();
    this.#interpreter.roll.dropLine();
    this.#send(Uint8Array.of(0x37, 0x25, 0));
  }

  #forgetHeld(): void {
    this.#held = [];
    this.#heldBytes = 0;
  }

  #send(bytes: Uint8Array | undefined): void {
    if (bytes !== undefined && this.#socket.writable) this.#socket.write(bytes);
  }
}
