// Things over a broker of the clinic's own, such as Mosquitto: the edge is a client with its own credential, and writes
// what the broker is to be configured with into a folder; the broker reads it again at SIGHUP. Whose message it is, is
// said by its topic: the broker has let nobody else write there. Of what is on the broker the edge needs nothing: it
// tells everything again when it comes back, and its last will says that it is gone.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MqttClient } from 'mqtt';
import { renewLateMs } from '@foyer/contracts/device-credential.ts';
import type { DeviceSettings } from '@foyer/contracts/device-health.ts';
import { thingRoles } from '@foyer/contracts/roles.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Log } from '../../ports/log.ts';
import type { ReadModel, StoredDevice } from '../../ports/read-model.ts';
import type { OfferedPassword } from '../../ports/thing-passwords.ts';
import type { Press, SignFace, Things } from '../../ports/things.ts';
import type { LiveFacts } from '../../ports/views.ts';
import { CloneWatch } from './clone-watch.ts';
import { aclFile, confFile, edgeUser, passwordFile } from './mosquitto-files.ts';
import { readStateMessage } from './state-message.ts';
import { logTopic, takenOver } from './taken-over.ts';
import { type Message, type Speaker, ThingHearing } from './thing-hearing.ts';
import { type Leaf, placeOf, topicOf } from './topics.ts';

export interface ExternalBrokerParts {
  readonly url: string;
  /** Where the broker's files are written. */
  readonly folder: string;
  readonly readModel: Pick<ReadModel, 'configuration' | 'fencedDevices' | 'thingPasswords'>;
  /** Those that may come in. */
  readonly enrolled: () => readonly StoredDevice[];
  readonly setUps: () => ReadonlyMap<string, ThingSetUp>;
  readonly live: Pick<LiveFacts, 'connected' | 'reported'>;
  /** Told when things were enrolled, revoked or set up. */
  readonly onChanged: (listener: () => void) => void;
  readonly hashPassword: (password: string) => string;
  /** Keeps a device out from now on, over restarts; resolves once that is so. */
  readonly fence: (deviceId: string, at: EpochMs) => Promise<void>;
  /** Has the broker read its files again; false where that is to be done by hand. */
  readonly reload: () => boolean;
  readonly log: Log;
  readonly now: () => number;
}

const reconnectMs = 2_000;
const longestGoodbyeMs = 1_000;

export class ExternalBroker implements Things {
  readonly name = 'mqtt-external';
  readonly #parts: ExternalBrokerParts;
  readonly #hearing: ThingHearing;
  readonly #present = new Set<string>();
  readonly #written = new Map<string, string>();
  readonly #clones = new CloneWatch();
  #client: MqttClient | undefined;
  #password = '';
  #passwordHash = '';
  #subscribed = '';

  constructor(parts: ExternalBrokerParts) {
    this.#parts = parts;
    this.#hearing = new ThingHearing(parts);
  }

  async start(): Promise<void> {
    const { folder, hashPassword, onChanged, url, log } = this.#parts;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const passwordFileOfEdge = join(folder, 'edge.password');
    if (!existsSync(passwordFileOfEdge)) {
      writeFileSync(passwordFileOfEdge, randomBytes(32).toString('base64url'), { mode: 0o600 });
    }
    this.#password = readFileSync(passwordFileOfEdge, 'utf8').trim();
    this.#passwordHash = hashPassword(this.#password);
    this.#writeFiles();
    for (const deviceId of this.#parts.readModel.fencedDevices()) this.#parts.live.reported(deviceId, { cloned: true });
    onChanged(() => this.#refresh());
    const { connect } = await import('mqtt');
    const clinicId = this.#clinicId;
    const will = {
      topic: edgeState(clinicId ?? ''),
      payload: Buffer.from('{"online":false}'),
      qos: 1,
      retain: true,
    } as const;
    const client = connect(url, {
      protocolVersion: 4,
      clientId: edgeUser,
      username: edgeUser,
      password: this.#password,
      reconnectPeriod: reconnectMs,
      resubscribe: false,
      ...(clinicId === undefined ? {} : { will }),
    });
    client.on('connect', () => {
      log.info('broker-connected', {});
      this.#subscribed = '';
      this.#subscribe();
      this.#say(edgeState(this.#clinicId ?? ''), { online: true }, true);
    });
    client.on('error', () => log.warn('broker-not-reached', {}));
    client.on('close', () => this.#allGone());
    client.on('message', (topic, payload, packet) => {
      this.#hear({ topic, payload, retain: packet.retain, dup: packet.dup, messageId: packet.messageId });
    });
    this.#client = client;
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    const clinicId = this.#clinicId;
    if (client?.connected === true && clinicId !== undefined) {
      // Acknowledged, what was said before has arrived as well; a broker that has just gone acknowledges nothing.
      const patience = new AbortController();
      const last = client.publishAsync(edgeState(clinicId), '{"online":false}', { qos: 1, retain: true });
      const longest = sleep(longestGoodbyeMs, undefined, { signal: patience.signal });
      await Promise.race([last, longest].map((each) => each.catch(() => undefined)));
      patience.abort();
    }
    await client?.endAsync(true);
  }

  onPress(listener: (press: Press) => void): void {
    this.#hearing.onPress(listener);
  }

  onStored(listener: (deviceId: string, offerId: string) => void): void {
    this.#hearing.onStored(listener);
  }

  tell(deviceId: string, message: { readonly [key: string]: string | number | boolean }): void {
    this.#tell(deviceId, 'command', message, false);
  }

  show(deviceId: string, face: SignFace): void {
    this.#tell(deviceId, 'command', face, true);
  }

  configure(deviceId: string, settings: DeviceSettings): void {
    this.#tell(deviceId, 'config', settings, true);
  }

  offer(deviceId: string, offered: OfferedPassword | undefined): void {
    this.#tell(deviceId, 'credential', offered, true);
  }

  get #clinicId(): string | undefined {
    return this.#parts.readModel.configuration()?.clinicId;
  }

  /** Nothing at all takes away what was kept. */
  #tell(deviceId: string, leaf: Leaf, message: object | undefined, retain: boolean): void {
    const clinicId = this.#clinicId;
    if (clinicId !== undefined) this.#say(topicOf({ clinicId, deviceId }, leaf), message, retain);
  }

  /** What is said while the broker is away waits for it, and leaves in the same order. */
  #say(topic: string, message: object | undefined, retain: boolean): void {
    this.#client?.publish(topic, message === undefined ? '' : JSON.stringify(message), { qos: 1, retain }, (error) => {
      if (error) this.#parts.log.warn('thing-not-told', { topic });
    });
  }

  #refresh(): void {
    this.#writeFiles();
    this.#subscribe();
  }

  #subscribe(): void {
    const clinicId = this.#clinicId;
    if (clinicId === undefined || this.#client?.connected !== true) return;
    const branches = this.#speakers(clinicId).flatMap(({ gatewayBranch }) => gatewayBranch ?? []);
    const own = ['state', 'event'].map((leaf) => `foyer/v1/${clinicId}/+/${leaf}`);
    const filters = [logTopic, ...own, ...branches.map((branch) => `${branch}/#`)];
    if (filters.join('\n') === this.#subscribed) return;
    this.#subscribed = filters.join('\n');
    this.#client.subscribe(filters, { qos: 1 });
  }

  #hear(message: Message): void {
    const clinicId = this.#clinicId;
    if (clinicId === undefined) return;
    if (message.topic === logTopic) return this.#hearLog(Buffer.from(message.payload).toString('utf8'), clinicId);
    const place = placeOf(message.topic, clinicId);
    const speaker = this.#speakers(clinicId).find(({ deviceId, gatewayBranch }) =>
      place === undefined
        ? gatewayBranch !== undefined && message.topic.startsWith(`${gatewayBranch}/`)
        : place.deviceId === deviceId,
    );
    if (speaker === undefined) return;
    const online = place?.leaf !== 'state' || (readStateMessage(message.payload)?.online ?? true);
    this.#isPresent(speaker, online);
    if (!this.#hearing.hear(speaker, message)) {
      this.#parts.log.warn('event-not-understood', { deviceId: speaker.deviceId });
    }
  }

  /** Two devices with one id push each other out again and again: neither is let in any more. */
  #hearLog(line: string, clinicId: string): void {
    const { fence, live, log, now } = this.#parts;
    const deviceId = takenOver(line);
    const speaker = this.#speakers(clinicId).find((each) => each.deviceId === deviceId);
    if (speaker === undefined) return;
    const cloned = this.#clones.tookOver(speaker.deviceId, now());
    log.warn(cloned ? 'device-cloned' : 'thing-taken-over', { deviceId: speaker.deviceId });
    if (!cloned) return;
    this.#isPresent(speaker, false);
    live.reported(speaker.deviceId, { cloned: true });
    void fence(speaker.deviceId, now()).then(() => this.#writeFiles());
  }

  #isPresent({ deviceId, role }: Speaker, online: boolean): void {
    if (this.#present.has(deviceId) === online) return;
    if (online) this.#present.add(deviceId);
    else this.#present.delete(deviceId);
    if (!online && role === 'gateway') this.#hearing.gatewayLeft(deviceId);
    this.#parts.live.connected(deviceId, online);
  }

  #allGone(): void {
    const clinicId = this.#clinicId;
    if (clinicId === undefined) return;
    for (const speaker of this.#speakers(clinicId)) this.#isPresent(speaker, false);
  }

  #speakers(clinicId: string): readonly Speaker[] {
    const fenced = this.#parts.readModel.fencedDevices();
    const setUps = this.#parts.setUps();
    const now = this.#parts.now();
    return this.#parts.enrolled().flatMap((device): readonly Speaker[] => {
      const { id, role, servicePointId, revoked } = device;
      const kind = thingRoles.find((thing) => thing === role);
      if (kind === undefined || revoked || fenced.has(id)) return [];
      const setUp = setUps.get(id);
      const until = setUp?.keepsPassword === true ? undefined : device.passwordUntil;
      const speaker = { clinicId, deviceId: id, role: kind, servicePointId };
      if (until !== undefined && until <= now) {
        return now < until + renewLateMs ? [{ ...speaker, onlyRenews: true }] : [];
      }
      const branch = kind === 'gateway' && setUp?.kind === 'gateway' ? { gatewayBranch: setUp.branch } : {};
      return [{ ...speaker, ...branch }];
    });
  }

  #writeFiles(): void {
    const clinicId = this.#clinicId;
    if (clinicId === undefined) return;
    const { folder, readModel } = this.#parts;
    const holders = this.#speakers(clinicId);
    const mayCome = new Set(holders.map(({ deviceId }) => deviceId));
    const ofThings = [...readModel.thingPasswords()].filter(([deviceId]) => mayCome.has(deviceId));
    const passwords = new Map([[edgeUser, this.#passwordHash], ...ofThings]);
    const files = {
      'foyer.conf': confFile(folder),
      acl: aclFile({ clinicId, holders }),
      passwords: passwordFile(passwords),
    };
    const changed = Object.entries(files).filter(([name, text]) => this.#written.get(name) !== text);
    for (const [name, text] of changed) {
      this.#written.set(name, text);
      writeFileSync(join(folder, name), text, { mode: 0o600 });
      this.#parts.log.info('broker-file-written', { name });
    }
    if (changed.length > 0) this.#parts.log.info('broker-reloaded', { told: this.#parts.reload() });
  }
}

function edgeState(clinicId: string): string {
  return topicOf({ clinicId, deviceId: edgeUser }, 'state');
}
