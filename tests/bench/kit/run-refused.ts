/** A run that cannot be made here and says so with a code, such as `trace-not-permitted`. It never passes. */
export class RunRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RunRefused';
    this.code = code;
  }
}
