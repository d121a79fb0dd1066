// The end of a scanner's cable at this box.

/** What a scanner says of itself. */
export interface ScannerAbout {
  readonly model?: string;
  readonly firmware?: string;
}

/** An open line; it ends by itself when the cable is pulled. */
export interface ScannerLine {
  /** Absent: it says nothing. */
  readonly about?: ScannerAbout;
  close(): void;
}

export interface LineListener {
  /** A whole report of a HID device, or what a serial line had. */
  bytes(bytes: Uint8Array): void;
  /** The cable was pulled; called once at most, and not after `close`. */
  gone(): void;
}

export interface ScannerCable {
  /** Undefined while nothing is plugged in, or while it may not be read. Throws nothing. */
  open(listener: LineListener): Promise<ScannerLine | undefined>;
  /** What reads such cables is not installed here. */
  readonly hasNoDriver: boolean;
}
