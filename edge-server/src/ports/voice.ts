export interface Voice {
  /** Whether anything can be spoken here. */
  readonly available: boolean;
  start(): Promise<void>;
  /** A WAV file; undefined where this language has no voice. */
  speak(text: string, language: string): Promise<Uint8Array | undefined>;
}
