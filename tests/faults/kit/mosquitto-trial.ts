/**
 * The same trial at Mosquitto with the files that the edge writes. It acknowledges what it throws away, so that what came
 * through is seen by a judge who hears everything: what the judge saw has to be the table.
 */
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { mosquittoPassword } from '@foyer/edge-server/adapters/auth/mosquitto-password.ts';
import type { Holder } from '@foyer/edge-server/adapters/mqtt/acl.ts';
import { aclFile, passwordFile } from '@foyer/edge-server/adapters/mqtt/mosquitto-files.ts';
import { filters, holders, isHearable, isSayable, topics, trialClinic, type TrialHolder } from './mqtt-table.ts';
import { nameOf, type TrialCounts } from './mqtt-trial.ts';

const judge = { name: 'judge', password: 'the-password-of-the-judge' };

/** What the edge writes, and one who hears and says everything. */
export function trialFiles(): { readonly acl: string; readonly passwords: string } {
  const known = holders.map(({ deviceId, kind, branch }): Holder => ({
    clinicId: trialClinic,
    deviceId,
    role: kind,
    ...(branch === undefined ? {} : { gatewayBranch: branch }),
  }));
  const passwords = new Map([
    ...holders.map(({ deviceId, password }) => [deviceId, mosquittoPassword(password)] as const),
    [judge.name, mosquittoPassword(judge.password)] as const,
  ]);
  return {
    acl: `${aclFile({ clinicId: trialClinic, holders: known })}\nuser ${judge.name}\ntopic readwrite #\n`,
    passwords: passwordFile(passwords),
  };
}

export class MosquittoTrial {
  readonly #url: string;
  readonly #counts: TrialCounts;
  readonly #seen = new Set<string>();
  #waiting: { readonly word: string; readonly seen: () => void } | undefined;
  #judge: MqttClient | undefined;

  constructor(url: string, counts: TrialCounts) {
    this.#url = url;
    this.#counts = counts;
  }

  async begin(): Promise<void> {
    this.#judge = await this.#connect({ username: judge.name, password: judge.password });
    this.#judge.on('message', (topic, payload) => {
      const word = payload.toString();
      this.#seen.add(`${word} ${topic}`);
      if (this.#waiting?.word === word) this.#waiting.seen();
    });
    await this.#judge.subscribeAsync('#', { qos: 1 });
  }

  async end(): Promise<void> {
    await this.#judge?.endAsync(true);
  }

  async strangers(): Promise<void> {
    const [one, other] = holders as readonly [TrialHolder, TrialHolder];
    for (const options of [{}, { username: one.deviceId }, { username: one.deviceId, password: other.password }]) {
      const client = await this.#connect(options).catch(() => undefined);
      this.#hold('somebody', 'comes in at Mosquitto', client !== undefined, false);
      await client?.endAsync(true);
    }
  }

  async publishes(holder: TrialHolder): Promise<void> {
    const client = await this.#enter(holder);
    for (const word of ['plain', 'kept']) {
      const retain = word === 'kept';
      await Promise.all(
        topics.map((topic) => client.publishAsync(topic, `${word} ${holder.deviceId}`, { qos: 1, retain })),
      );
    }
    await this.#saidLast(client, holder);
    await client.endAsync(true);
    for (const word of ['plain', 'kept']) {
      for (const topic of topics) this.#came(holder, `says ${topic}, ${word},`, `${word} ${holder.deviceId}`, topic);
    }
  }

  async wills(holder: TrialHolder, of: readonly string[] = topics): Promise<void> {
    for (const topic of of) {
      const word = `will ${holder.deviceId}`;
      const will = { topic, payload: Buffer.from(word), qos: 1 as const, retain: true };
      const client = await this.#enter(holder, { will });
      client.on('error', () => undefined);
      client.stream.destroy();
      const after = await this.#enter(holder);
      await this.#saidLast(after, holder);
      await after.endAsync(true);
      this.#came(holder, `leaves ${topic} behind`, word, topic);
    }
  }

  /** The judge says everything, and everything is kept from before: who hears what it may not? */
  async hearing(holder: TrialHolder): Promise<void> {
    const client = await this.#enter(holder);
    const heard = new Set<string>();
    client.on('message', (topic) => void heard.add(topic));
    await Promise.all(filters.map((filter) => client.subscribeAsync(filter, { qos: 1 }).catch(() => undefined)));
    const last = `foyer/v1/${trialClinic}/${holder.deviceId}/command`;
    const told = new Promise<void>((resolve) => {
      client.on('message', (topic, payload) => {
        if (topic === last && payload.toString() === 'last') resolve();
      });
    });
    await Promise.all(topics.map((topic) => this.#judge!.publishAsync(topic, 'from the judge', { qos: 1 })));
    await this.#judge!.publishAsync(last, 'last', { qos: 1 });
    await told;
    for (const topic of topics)
      this.#hold(nameOf(holder), `hears ${topic}`, heard.has(topic), isHearable(holder, topic));
    await client.endAsync(true);
  }

  #came(holder: TrialHolder, what: string, word: string, topic: string): void {
    this.#hold(nameOf(holder), what, this.#seen.has(`${word} ${topic}`), isSayable(holder, topic));
  }

  /** What a client said before this has come through, or never will. */
  async #saidLast(client: MqttClient, { deviceId }: TrialHolder): Promise<void> {
    const word = `last of ${deviceId} ${this.#counts.tried} ${this.#seen.size}`;
    const seen = new Promise<void>((resolve) => (this.#waiting = { word, seen: resolve }));
    await client.publishAsync(`foyer/v1/${trialClinic}/${deviceId}/state`, word, { qos: 1 });
    await seen;
  }

  #enter({ deviceId, password }: TrialHolder, more: IClientOptions = {}): Promise<MqttClient> {
    return this.#connect({ username: deviceId, clientId: deviceId, password, ...more });
  }

  #connect(options: IClientOptions): Promise<MqttClient> {
    return connectAsync(this.#url, { protocolVersion: 4, reconnectPeriod: 0, ...options }, false);
  }

  #hold(who: string, what: string, was: boolean, should: boolean): void {
    this.#counts.tried += 1;
    if (was !== should) this.#counts.violations.push(`at Mosquitto, ${who} ${what}: ${was ? 'let through' : 'not'}`);
  }
}
