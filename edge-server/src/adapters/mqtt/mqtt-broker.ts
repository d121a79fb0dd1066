// The in-process broker for things: a password for each device (its token), its own branch and nothing else, and what
// they say. Of one device one connection stands, the newest; two that push each other out are two devices with one id,
// and neither is let in until an administrator has enrolled another. The broker keeps nothing that the edge needs: after
// a restart things say their states again, and are told anew.

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { DeviceSettings } from '@foyer/contracts/device-health.ts';
import { thingRoles } from '@foyer/contracts/roles.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { DeviceCredential, Credentials } from '../../ports/access.ts';
import type { Log } from '../../ports/log.ts';
import { isLoopback } from '../../ports/loopback.ts';
import type { OfferedPassword, ThingPasswords } from '../../ports/thing-passwords.ts';
import type { Press, SignFace, Things } from '../../ports/things.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { LiveFacts } from '../../ports/views.ts';
import type { EdgeConfig } from '../../config/edge-config.ts';
import type { Aedes, AedesPublishPacket, Client } from 'aedes';
import { type AclRules, tableRules } from './acl.ts';
import { CloneWatch } from './clone-watch.ts';
import { type Speaker, ThingHearing } from './thing-hearing.ts';
import { type Leaf, topicOf } from './topics.ts';

export interface MqttBrokerParts {
  readonly config: Pick<EdgeConfig, 'mqttBind' | 'mqttPort'>;
  readonly credentials: Pick<Credentials, 'stillValid' | 'onRevoked'>;
  readonly passwords: Pick<ThingPasswords, 'signIn'>;
  readonly readModel: Pick<ReadModel, 'configuration' | 'devices' | 'fencedDevices'>;
  readonly setUps: () => ReadonlyMap<string, ThingSetUp>;
  readonly live: Pick<LiveFacts, 'connected' | 'reported'>;
  /** Keeps a device out from now on, over restarts. */
  readonly fence: (deviceId: string, at: EpochMs) => void;
  readonly log: Log;
  readonly now: () => number;
  /** Absent: the table. */
  readonly rules?: AclRules;
}

interface Connected {
  readonly credential: DeviceCredential;
  readonly speaker: Omit<Speaker, 'gatewayBranch'>;
}
interface Asked {
  readonly clientId: string;
  readonly will?: { readonly topic: string };
}

const badPassword = 4;

export class MqttBroker implements Things {
  readonly name = 'mqtt';
  readonly #parts: MqttBrokerParts;
  readonly #rules: AclRules;
  readonly #hearing: ThingHearing;
  readonly #connected = new Map<Client, Connected>();
  /** How each client named itself, and its last will. */
  readonly #asked = new WeakMap<Client, Asked>();
  readonly #clones = new CloneWatch();
  readonly #fenced = new Set<string>();
  #broker: Aedes | undefined;
  #server: Server | undefined;

  constructor(parts: MqttBrokerParts) {
    this.#parts = parts;
    this.#rules = parts.rules ?? tableRules;
    this.#hearing = new ThingHearing(parts);
  }

  get port(): number {
    return (this.#server?.address() as AddressInfo | null | undefined)?.port ?? 0;
  }

  async start(): Promise<void> {
    for (const deviceId of this.#parts.readModel.fencedDevices()) this.#keepOut(deviceId);
    const { Aedes } = await import('aedes');
    const broker = await Aedes.createBroker({
      maxClientsIdLength: 64,
      connectTimeout: 10_000,
      queueLimit: 42,
      // Only here are the name and the last will seen; they are refused where the client is told why.
      preConnect: (client, packet, done) => {
        this.#asked.set(client, packet);
        done(null, true);
      },
      authenticate: (client, username, password, done) => {
        void this.#authenticate(client, { deviceId: username ?? '', token: password?.toString('utf8') }, done);
      },
      authorizePublish: (client, packet, done) => {
        const speaker = client === null ? undefined : this.#speaker(client);
        const allowed = client === null || (speaker !== undefined && this.#rules.mayPublish(speaker, packet.topic));
        done(allowed ? null : new Error('another branch'));
      },
      authorizeSubscribe: (client, subscription, done) => {
        const speaker = this.#speaker(client);
        done(
          null,
          speaker !== undefined && this.#rules.maySubscribe(speaker, subscription.topic) ? subscription : null,
        );
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
    this.#hearing.onPress(listener);
  }

  onStored(listener: (deviceId: string, offerId: string) => void): void {
    this.#hearing.onStored(listener);
  }

  tell(deviceId: string, message: { readonly [key: string]: string | number | boolean }): void {
    this.#publish(deviceId, 'command', message, false);
  }

  show(deviceId: string, face: SignFace): void {
    this.#publish(deviceId, 'command', face, true);
  }

  configure(deviceId: string, settings: DeviceSettings): void {
    this.#publish(deviceId, 'config', settings, true);
  }

  offer(deviceId: string, offered: OfferedPassword | undefined): void {
    this.#publish(deviceId, 'credential', offered, true);
  }

  /** Nothing at all takes away what was kept. */
  #publish(deviceId: string, leaf: Leaf, message: object | undefined, retain: boolean): void {
    const clinicId = this.#parts.readModel.configuration()?.clinicId;
    if (clinicId === undefined) return;
    const topic = topicOf({ clinicId, deviceId }, leaf);
    const payload = message === undefined ? '' : JSON.stringify(message);
    const packet = { cmd: 'publish', topic, payload, qos: 1, retain, dup: false } as const;
    this.#broker?.publish(packet, (error) => {
      if (error) this.#parts.log.warn('thing-not-told', { deviceId });
    });
  }

  async #authenticate(
    client: Client,
    { deviceId, token }: { readonly deviceId: string; readonly token: string | undefined },
    done: Parameters<Aedes['authenticate']>[3],
  ): Promise<void> {
    const entered = await this.#enter(client, deviceId, token);
    if (entered) return done(null, true);
    done(Object.assign(new Error('bad username or password'), { returnCode: badPassword }), null);
  }

  async #enter(client: Client, deviceId: string, token: string | undefined): Promise<boolean> {
    const { passwords, readModel, live, log } = this.#parts;
    const clinicId = readModel.configuration()?.clinicId;
    const loopback = isLoopback((client.conn as Socket).remoteAddress);
    if (this.#fenced.has(deviceId)) return false;
    const signedIn = await passwords.signIn({ deviceId, token, loopback });
    // Meanwhile it may have gone, or been fenced.
    if (signedIn === undefined || clinicId === undefined || client.closed || this.#fenced.has(deviceId)) return false;
    const { credential, onlyRenews } = signedIn;
    const role = thingRoles.find((thing) => thing === credential.role);
    if (role === undefined) return false;
    const { servicePointId } = credential;
    const renewing = onlyRenews ? { onlyRenews } : {};
    const connected: Connected = { credential, speaker: { clinicId, deviceId, role, servicePointId, ...renewing } };
    if (!this.#keepsToItsName(connected.speaker, this.#asked.get(client))) return false;
    if (this.#tookOver(deviceId)) return false;
    this.#connected.set(client, connected);
    live.connected(deviceId, true);
    log.info('thing-connected', { deviceId });
    return true;
  }

  /** The client's name and its last will are of its own branch: what it may not say alive it may not say dead. */
  #keepsToItsName(speaker: Connected['speaker'], { clientId, will }: Asked = { clientId: '' }): boolean {
    if (!clientId.startsWith(speaker.deviceId)) return false;
    return will === undefined || this.#rules.mayLeaveBehind(this.#withBranch(speaker), will.topic);
  }

  /** Cuts those that stand; true where there are two devices with this id. */
  #tookOver(deviceId: string): boolean {
    const standing = [...this.#connected].filter(([, { credential }]) => credential.deviceId === deviceId);
    if (standing.length === 0) return false;
    const cloned = this.#clones.tookOver(deviceId, this.#parts.now());
    this.#parts.log.warn(cloned ? 'device-cloned' : 'thing-taken-over', { deviceId });
    for (const [client] of standing) {
      this.#leave(client);
      client.close();
    }
    if (!cloned) return false;
    this.#keepOut(deviceId);
    this.#parts.fence(deviceId, this.#parts.now());
    return true;
  }

  #keepOut(deviceId: string): void {
    this.#fenced.add(deviceId);
    this.#parts.live.reported(deviceId, { cloned: true });
  }

  #leave(client: Client): void {
    const connected = this.#connected.get(client);
    if (connected === undefined) return;
    const { deviceId, role } = connected.speaker;
    this.#connected.delete(client);
    if (role === 'gateway') this.#hearing.gatewayLeft(deviceId);
    this.#parts.live.connected(deviceId, false);
    this.#parts.log.info('thing-disconnected', { deviceId });
  }

  #dropRevoked(): void {
    const revoked = new Set(this.#parts.readModel.devices().flatMap(({ id, revoked: is }) => (is ? [id] : [])));
    for (const [client, { credential, speaker }] of this.#connected) {
      // One that may only renew has expired and is not gone.
      const isGone = speaker.onlyRenews === true ? revoked.has(speaker.deviceId) : !this.#isValid(credential);
      if (isGone) client.close();
    }
  }

  #isValid(credential: DeviceCredential): boolean {
    return this.#parts.credentials.stillValid(credential);
  }

  #speaker(client: Client): Speaker | undefined {
    const connected = this.#connected.get(client);
    return connected === undefined ? undefined : this.#withBranch(connected.speaker);
  }

  /** A gateway's branch is that of its set-up now. */
  #withBranch(speaker: Connected['speaker']): Speaker {
    const setUp = speaker.role === 'gateway' ? this.#parts.setUps().get(speaker.deviceId) : undefined;
    return setUp?.kind === 'gateway' ? { ...speaker, gatewayBranch: setUp.branch } : speaker;
  }

  #hear(packet: AedesPublishPacket, client: Client | null): void {
    const speaker = client === null ? undefined : this.#speaker(client);
    if (speaker === undefined) return;
    const messageId = packet.qos > 0 ? (packet as { readonly messageId?: number }).messageId : undefined;
    const { topic, retain, dup } = packet;
    const understood = this.#hearing.hear(speaker, {
      topic,
      payload: Buffer.from(packet.payload),
      retain,
      dup,
      messageId,
    });
    if (!understood) this.#parts.log.warn('event-not-understood', { deviceId: speaker.deviceId });
  }
}
