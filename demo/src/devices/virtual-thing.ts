// A thing made of software that stays on the line: signs in as itself, leaves a last will, takes over what it should have
// says so, hears what it is told, and takes its next password. MQTT 3.1.1.

import { connectAsync, type MqttClient } from 'mqtt';
import { PasswordsOfThing } from './passwords-of-thing.ts';

export interface ThingCredential {
  readonly clinicId: string;
  readonly deviceId: string;
  readonly password: string;
}

export interface VirtualThingParts {
  readonly mqttUrl: string;
  readonly credential: ThingCredential;
  /** What it says of itself beside its settings: `{ "battery": 90 }`. */
  readonly state: () => object;
  /** What it is told on its `command`. */
  readonly onTold: (message: Readonly<Record<string, unknown>>) => void;
  readonly onConnected: (connected: boolean) => void;
}

const patienceMs = 3_000;
const comesBackMs = 1_000;
/** A new line each time: of an edge that was started again it is told everything anew. */
const clean = true;
/** What a broker answers whose password is wrong: bad user name or password, not authorised. Source: MQTT 3.1.1, 3.2.2.3. */
const refusals = [4, 5];

export class VirtualThing {
  readonly #parts: VirtualThingParts;
  readonly #passwords: PasswordsOfThing;
  #client: MqttClient | undefined;
  #settings: object = {};

  constructor(parts: VirtualThingParts) {
    this.#parts = parts;
    this.#passwords = new PasswordsOfThing(parts.credential.password);
  }

  get isConnected(): boolean {
    return this.#client?.connected ?? false;
  }

  /** Comes back by itself once it was let in. Throws where it is not. */
  async start(): Promise<void> {
    const { mqttUrl, credential, onConnected } = this.#parts;
    const { deviceId } = credential;
    const client = await connectAsync(
      mqttUrl,
      {
        protocolVersion: 4,
        clean,
        clientId: deviceId,
        username: deviceId,
        password: this.#passwords.now,
        reconnectOnConnackError: true,
        connectTimeout: patienceMs,
        reconnectPeriod: comesBackMs,
        will: { topic: this.#topic('state'), payload: Buffer.from('{"online":false}'), qos: 1, retain: true },
      },
      false,
    );
    this.#client = client;
    client.on('message', (topic, payload) => this.#hear(topic, payload));
    client.on('connect', () => this.#arrived());
    client.on('close', () => onConnected(false));
    client.on('error', (error) => this.#refused(error));
    const leaves = ['command', 'config', 'credential'].map((leaf) => this.#topic(leaf));
    await client.subscribeAsync(leaves, { qos: 1 });
    this.#arrived();
  }

  async stop(): Promise<void> {
    await this.#client?.endAsync(true);
    this.#client = undefined;
  }

  /** With the broker's acknowledgement; on its own branch, or on another that it may use. */
  async say(topic: { readonly leaf: 'event' } | { readonly gateway: string }, message: object): Promise<void> {
    if (this.#client?.connected !== true) throw new Error('not connected');
    const where = 'leaf' in topic ? this.#topic(topic.leaf) : topic.gateway;
    await this.#client.publishAsync(where, JSON.stringify(message), { qos: 1 });
  }

  report(): void {
    const { stored } = this.#passwords;
    const own = { online: true, firmware: 'virtual-1.0', ...this.#parts.state(), settings: this.#settings };
    const state = { ...own, ...(stored === undefined ? {} : { credential: stored }) };
    this.#client?.publish(this.#topic('state'), JSON.stringify(state), { qos: 1, retain: true });
  }

  #arrived(): void {
    this.#parts.onConnected(true);
    this.report();
  }

  #hear(topic: string, payload: Uint8Array): void {
    const message = objectIn(payload);
    if (message === undefined) return;
    if (topic === this.#topic('command')) this.#parts.onTold(message);
    if (topic === this.#topic('config')) {
      this.#settings = message;
      this.report();
    }
    if (topic === this.#topic('credential') && this.#passwords.take(message)) this.#renew();
  }

  /** Says that it has it, and comes in again by it. */
  #renew(): void {
    const client = this.#client;
    if (client === undefined) return;
    this.report();
    client.options.password = this.#passwords.now;
    client.reconnect();
  }

  #refused(error: Error & { readonly code?: number | string }): void {
    const client = this.#client;
    if (client === undefined || !refusals.includes(Number(error.code))) return;
    this.#passwords.refused();
    client.options.password = this.#passwords.now;
  }

  #topic(leaf: string): string {
    const { clinicId, deviceId } = this.#parts.credential;
    return `foyer/v1/${clinicId}/${deviceId}/${leaf}`;
  }
}

function objectIn(payload: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(Buffer.from(payload).toString('utf8')) as unknown;
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    // What is not JSON tells it nothing.
    return undefined;
  }
}
