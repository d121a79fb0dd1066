// What goes on by itself from its start until its stop, which waits for whatever is under way.

export abstract class Pump {
  abstract readonly name: string;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  async start(): Promise<void> {
    this.#running = this.run(this.#stopping.signal);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Ends soon after the signal. */
  protected abstract run(signal: AbortSignal): Promise<void>;
}
