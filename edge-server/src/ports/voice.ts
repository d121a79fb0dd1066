export interface Voice {
  /** Whether anything can be spoken here. */
  readonly available: boolean;
  start(): Promise<void>;
  /** A WAV file; undefined where this language has no voice. One that is not to be `kept` never reaches a disk. */
  speak(text: string, language: string, kept?: boolean): Promise<Uint8Array | undefined>;
}
