// The in-process broker for things: a password for each device (its token), its own branch and nothing else, and what
// its buttons say. The broker keeps nothing that the edge needs: a restart loses retained states, which devices say again.

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { DeviceCredential, Credentials } from '../../ports/access.ts';
import type { Log } from '../../ports/log.ts';
import { isLoopback } from '../../ports/loopback.ts';
import type { Press, Things } from '../../ports/things.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { LiveFacts } from '../../ports/views.ts';
import type { EdgeConfig } from '../../config/edge-config.ts';
import type { Aedes, AedesPublishPacket, Client } from 'aedes';
import { readButtonMessage } from './button-message.ts';
import { PressMemory } from './press-memory.ts';
import { type Branch, mayPublish, maySubscribe, topicOf } from './topics.ts';

export interface MqttBrokerParts {
  readonly config: Pick<EdgeConfig, 'mqttBind' | 'mqttPort'>;
  readonly credentials: Credentials;
  readonly readModel: Pick<ReadModel, 'configuration'>;
  readonly live: Pick<LiveFacts, 'connected'>;
  readonly log: Log;
  readonly now: () => number;
}

interface Connected {
  readonly credential: DeviceCredential;
  readonly branch: Branch;
}

const badPassword = 4;

export class MqttBroker implements Things {
  readonly name = 'mqtt';
  readonly #parts: MqttBrokerParts;
  readonly #listeners: ((press: Press) => void)[] = [];
  readonly #connected = new Map<Client, Connected>();
  /** Names or last wills of another branch. */
  readonly #astray = new WeakSet<Client>();
  readonly #presses = new PressMemory();
  #broker: Aedes | undefined;
  #server: Server | undefined;

  constructor(parts: MqttBrokerParts) {
    this.#parts = parts;
  }

  get port(): number {
    return (this.#server?.address() as AddressInfo | null | undefined)?.port ?? 0;
  }

  async start(): Promise<void> {
    const { Aedes } = await import('aedes');
    const broker = await Aedes.createBroker({
      maxClientsIdLength: 64,
      connectTimeout: 10_000,
      queueLimit: 42,
      // Only here is the last will seen; refused where the client is told why.
      preConnect: (client, packet, done) => {
        if (!keepsToItsName(packet)) this.#astray.add(client);
        done(null, true);
      },
      authenticate: (client, username, password, done) => {
        const entered = !this.#astray.has(client) && this.#enter(client, username, password?.toString('utf8'));
        if (entered) return done(null, true);
        done(Object.assign(new Error('bad username or password'), { returnCode: badPassword }), null);
      },
      authorizePublish: (client, packet, done) => {
        const branch = client === null ? undefined : this.#connected.get(client)?.branch;
        const allowed = client === null || (branch !== undefined && mayPublish(branch, packet.topic));
        done(allowed ? null : new Error('another branch'));
      },
      authorizeSubscribe: (client, subscription, done) => {
        const branch = this.#connected.get(client)?.branch;
        done(null, branch !== undefined && maySubscribe(branch, subscription.topic) ? subscription : null);
      },
    });
    broker.on('publish', (packet, client) => this.#hear(packet, client));
    broker.on('clientDisconnect', (client) => this.#leave(client));
    this.#broker = broker;
    this.#parts.credentials.onRevoked(() => this.#dropRevoked());
    const server = createServer((socket: Socket) => {
      socket.on('error', () => socket.destroy());
      broker.handle(socket);
    });
    this.#server = server;
    const { mqttBind, mqttPort } = this.#parts.config;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen({ host: mqttBind, port: mqttPort }, () => {
        server.off('error', reject);
        resolve();
      });
    });
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) =>
      this.#server?.listening ? this.#server.close(() => resolve()) : resolve(),
    );
    await new Promise<void>((resolve) => (this.#broker === undefined ? resolve() : this.#broker.close(resolve)));
    await closed;
  }

  onPress(listener: (press: Press) => void): void {
    this.#listeners.push(listener);
  }

  tell(deviceId: string, message: { readonly [key: string]: string | number | boolean }): void {
    const clinicId = this.#parts.readModel.configuration()?.clinicId;
    if (clinicId === undefined) return;
    const topic = topicOf({ clinicId, deviceId }, 'command');
    const packet = {
      cmd: 'publish',
      topic,
      payload: JSON.stringify(message),
      qos: 1,
      retain: false,
      dup: false,
    } as const;
    this.#broker?.publish(packet, (error) => {
      if (error) this.#parts.log.warn('thing-not-told', { deviceId });
    });
  }

  #enter(client: Client, deviceId: string | undefined, token: string | undefined): boolean {
    const { credentials, readModel, live, log } = this.#parts;
    const clinicId = readModel.configuration()?.clinicId;
    const loopback = isLoopback((client.conn as Socket).remoteAddress);
    const resolved = credentials.resolve({ token, loopback });
    if (!resolved.ok || clinicId === undefined || resolved.credential.kind !== 'device') return false;
    const { credential } = resolved;
    if (credential.deviceId !== deviceId) return false;
    this.#connected.set(client, { credential, branch: { clinicId, deviceId } });
    live.connected(deviceId, true);
    log.info('thing-connected', { deviceId });
    return true;
  }

  #leave(client: Client): void {
    const deviceId = this.#connected.get(client)?.credential.deviceId;
    if (deviceId === undefined) return;
    this.#connected.delete(client);
    this.#parts.live.connected(deviceId, false);
    this.#parts.log.info('thing-disconnected', { deviceId });
  }

  #dropRevoked(): void {
    for (const [client, { credential }] of this.#connected) {
      if (!this.#parts.credentials.stillValid(credential)) client.close();
    }
  }

  #hear(packet: AedesPublishPacket, client: Client | null): void {
    const connected = client === null ? undefined : this.#connected.get(client);
    // A retained press would be pressed again by every restart.
    if (connected === undefined || packet.retain || packet.topic !== topicOf(connected.branch, 'event')) return;
    const { deviceId, servicePointId, role } = connected.credential;
    const message = role === 'button' ? readButtonMessage(Buffer.from(packet.payload)) : undefined;
    if (message === undefined) {
      this.#parts.log.warn('event-not-understood', { deviceId });
      return;
    }
    const { press, id } = message;
    const messageId = packet.qos > 0 ? (packet as { readonly messageId?: number }).messageId : undefined;
    if (!this.#presses.isNew({ deviceId, press, id, messageId, dup: packet.dup }, this.#parts.now())) return;
    for (const listener of this.#listeners) listener({ deviceId, servicePointId, press, id });
  }
}

/** The client's name and its last will are of its own branch: what it may not say alive it may not say dead. */
function keepsToItsName(packet: {
  readonly clientId: string;
  readonly username?: string;
  readonly will?: { readonly topic: string };
}): boolean {
  const { clientId, username = '', will } = packet;
  if (username === '' || !clientId.startsWith(username)) return false;
  const leaf = will?.topic.split('/') ?? ['foyer', 'v1', '', username, 'state'];
  return (
    leaf.length === 5 && leaf[0] === 'foyer' && leaf[3] === username && (leaf[4] === 'state' || leaf[4] === 'event')
  );
}
