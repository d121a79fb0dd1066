// What has a life: started in order, stopped in reverse. Where one does not start, those before it are stopped again.

export interface Component {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export class Components {
  readonly #started: Component[] = [];

  async start(component: Component): Promise<void> {
    await component.start();
    this.#started.push(component);
  }

  /** Every one is stopped, whatever another says; the first fault is thrown at the end. */
  async stop(): Promise<void> {
    const faults: unknown[] = [];
    for (const component of this.#started.splice(0).reverse()) {
      await component.stop().catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
  }
}
