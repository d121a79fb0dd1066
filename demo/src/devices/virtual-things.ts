// The things on the bench: buttons with a battery, number signs, and a gateway with buttons of its own. Each stays
// connected as itself; those that are not let in yet try again when the bench is looked at.

import type { ActionResult, ThingsView } from './bench-view.ts';
import type { DemoCredential, DemoGateway, DemoFacts } from './demo-facts.ts';
import { VirtualSign } from './virtual-sign.ts';
import { VirtualThing } from './virtual-thing.ts';

export interface VirtualThingsParts {
  readonly mqttUrl: string;
  readonly facts: () => Pick<DemoFacts, 'clinicId' | 'buttons' | 'signs' | 'gateways'> | Promise<DemoFacts>;
  readonly now: () => number;
}

export type VirtualPress = 'single' | 'double' | 'long';

const fullBattery = 100;
const linkQuality = 180;

interface OnBench {
  readonly thing: VirtualThing;
  readonly sign?: VirtualSign;
  isIn: boolean;
}

export class VirtualThings {
  readonly #parts: VirtualThingsParts;
  readonly #onBench = new Map<string, OnBench>();
  readonly #batteries = new Map<string, number>();
  readonly #listeners: (() => void)[] = [];
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: VirtualThingsParts) {
    this.#parts = parts;
  }

  /** Told whenever a sign shows something else, a battery changed or a thing came or went. */
  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  get view(): ThingsView {
    const signs = [...this.#onBench].flatMap(([deviceId, { sign }]) =>
      sign === undefined ? [] : [[deviceId, sign.face] as const],
    );
    return {
      connected: [...this.#onBench].flatMap(([deviceId, { isIn }]) => (isIn ? [deviceId] : [])),
      batteries: Object.fromEntries(this.#batteries),
      signs: Object.fromEntries(signs),
    };
  }

  /** Lets in whoever is not in; one after the other, so that none comes twice. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#letIn());
    return this.#looking;
  }

  async press(deviceId: string, press: VirtualPress): Promise<ActionResult | undefined> {
    await this.look();
    const { buttons, gateways } = await this.#parts.facts();
    const battery = this.#batteryOf(deviceId);
    if (buttons.some((button) => button.deviceId === deviceId)) {
      return this.#say(deviceId, { leaf: 'event' }, { press, battery });
    }
    const gateway = gateways.find((each) => each.buttons.some((button) => button.deviceId === deviceId));
    const button = gateway?.buttons.find((each) => each.deviceId === deviceId);
    if (gateway === undefined || button === undefined) return undefined;
    const action = press === 'long' ? 'hold' : press;
    const topic = { gateway: `${gateway.branch}/${button.topicName}` };
    return this.#say(gateway.deviceId, topic, { action, battery, linkquality: linkQuality });
  }

  async setBattery(deviceId: string, percent: number): Promise<ActionResult | undefined> {
    this.#batteries.set(deviceId, percent);
    this.#changed();
    const onBench = this.#onBench.get(deviceId);
    onBench?.thing.report();
    const { gateways } = await this.#parts.facts();
    for (const gateway of gateways) await this.#reportBehind(gateway, deviceId);
    return { ok: true };
  }

  async stop(): Promise<void> {
    await this.#looking;
    for (const { thing, sign } of this.#onBench.values()) {
      sign?.stop();
      await thing.stop();
    }
    this.#onBench.clear();
  }

  async #letIn(): Promise<void> {
    const facts = await this.#parts.facts();
    const { clinicId } = facts;
    for (const credential of [...facts.buttons, ...facts.gateways]) await this.#comeIn(clinicId, credential);
    for (const credential of facts.signs) {
      await this.#comeIn(clinicId, credential, new VirtualSign(this.#parts.now, () => this.#changed()));
    }
    for (const gateway of facts.gateways)
      for (const button of gateway.buttons) await this.#reportBehind(gateway, button.deviceId);
  }

  async #comeIn(clinicId: string, { deviceId, password }: DemoCredential, sign?: VirtualSign): Promise<void> {
    if (this.#onBench.has(deviceId)) return;
    const thing = new VirtualThing({
      mqttUrl: this.#parts.mqttUrl,
      credential: { clinicId, deviceId, password },
      state: () => (sign === undefined ? { battery: this.#batteryOf(deviceId) } : {}),
      onTold: (message) => sign?.told(message),
      onConnected: (isIn) => {
        const onBench = this.#onBench.get(deviceId);
        if (onBench === undefined || onBench.isIn === isIn) return;
        onBench.isIn = isIn;
        this.#changed();
      },
    });
    try {
      await thing.start();
    } catch {
      // The edge does not let it in, or is away: whoever looks next tries again.
      await thing.stop();
      return;
    }
    this.#onBench.set(deviceId, { thing, isIn: true, ...(sign === undefined ? {} : { sign }) });
    this.#changed();
  }

  async #reportBehind({ deviceId, branch, buttons }: DemoGateway, buttonId: string): Promise<void> {
    const button = buttons.find((each) => each.deviceId === buttonId);
    if (button === undefined) return;
    const said = { action: '', battery: this.#batteryOf(buttonId), linkquality: linkQuality };
    await this.#say(deviceId, { gateway: `${branch}/${button.topicName}` }, said);
  }

  async #say(deviceId: string, topic: Parameters<VirtualThing['say']>[0], message: object): Promise<ActionResult> {
    try {
      const onBench = this.#onBench.get(deviceId);
      if (onBench === undefined) throw new Error('not let in');
      await onBench.thing.say(topic, message);
      return { ok: true };
    } catch {
      return { ok: false, error: { code: 'button-not-connected' } };
    }
  }

  #batteryOf(deviceId: string): number {
    return this.#batteries.get(deviceId) ?? fullBattery;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
