/**
 * Every holder at the edge's own broker tries everything: each topic, said plainly, retained and as a last will, and each
 * filter. A violation is one that was let through and is not in the table, or one that is in it and was not.
 */
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import type { AclRules } from '@foyer/edge-server/adapters/mqtt/acl.ts';
import { MqttBroker } from '@foyer/edge-server/adapters/mqtt/mqtt-broker.ts';
import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import { silentLog } from '@foyer/edge-server/ports/log.ts';
import {
  filters,
  holders,
  isAskable,
  isHearable,
  isSayable,
  topics,
  trialClinic,
  type TrialHolder,
} from './mqtt-table.ts';

export interface TrialCounts {
  tried: number;
  readonly violations: string[];
}

const refusedSubscription = 128;

/** A broker that knows the holders, by these rules; absent: the table's. */
export function trialBroker(rules?: AclRules): MqttBroker {
  const setUps = new Map(
    holders.flatMap(({ deviceId, branch }): [string, ThingSetUp][] =>
      branch === undefined ? [] : [[deviceId, { kind: 'gateway', branch, profile: 'zigbee2mqtt', things: [] }]],
    ),
  );
  return new MqttBroker({
    config: { mqttBind: '127.0.0.1', mqttPort: 0 },
    credentials: { stillValid: () => true, onRevoked: () => undefined },
    passwords: {
      signIn: async ({ deviceId, token }) => {
        const holder = holders.find((each) => each.password === token && each.deviceId === deviceId);
        if (holder === undefined) return undefined;
        const credential = { kind: 'device', deviceId, role: holder.kind, servicePointId: null } as const;
        return { credential, onlyRenews: false };
      },
    },
    readModel: {
      configuration: () => ({ clinicId: trialClinic }) as never,
      devices: () => [],
      fencedDevices: () => new Set(),
    },
    setUps: () => setUps,
    live: { connected: () => undefined, reported: () => undefined },
    fence: () => undefined,
    log: silentLog,
    // Holders come and go without end here: none of them is two.
    now: (() => {
      let now = 0;
      return () => (now += 3_600_000);
    })(),
    ...(rules === undefined ? {} : { rules }),
  });
}

export class MqttTrial {
  readonly #url: string;
  readonly #counts: TrialCounts;

  constructor(url: string, counts: TrialCounts) {
    this.#url = url;
    this.#counts = counts;
  }

  /** Nobody comes in by a name or a password that is not theirs. */
  async strangers(): Promise<void> {
    const [one, other] = holders as readonly [TrialHolder, TrialHolder];
    const tries: readonly (readonly [string, IClientOptions])[] = [
      ['without a password', { username: one.deviceId, clientId: one.deviceId }],
      ['with a wrong password', { username: one.deviceId, clientId: one.deviceId, password: 'wrong' }],
      ['with another’s password', { username: one.deviceId, clientId: one.deviceId, password: other.password }],
      ['by another’s client id', { username: one.deviceId, clientId: other.deviceId, password: one.password }],
      ['without a name', { clientId: one.deviceId, password: one.password }],
      ['as the edge', { username: 'edge', clientId: 'edge', password: one.password }],
    ];
    for (const [how, options] of tries) {
      const client = await this.#connect(options).catch(() => undefined);
      this.#judge(`somebody ${how}`, 'was let in', client !== undefined, false);
      await client?.endAsync(true);
    }
  }

  async publishes(holder: TrialHolder, of: readonly string[] = topics): Promise<void> {
    let client = await this.#enter(holder);
    for (const topic of of) {
      for (const retain of [false, true]) {
        const said = await this.#isTaken(client, topic, retain);
        this.#judge(nameOf(holder), `says ${topic}${retain ? ', retained' : ''}`, said, isSayable(holder, topic));
        if (!said) client = await this.#enter(holder);
      }
    }
    await client.endAsync(true);
  }

  async wills(holder: TrialHolder, of: readonly string[] = topics): Promise<void> {
    for (const topic of of) {
      for (const retain of [false, true]) {
        const will = { topic, payload: Buffer.from('{}'), qos: 1 as const, retain };
        const client = await this.#enter(holder, { will }).catch(() => undefined);
        const what = `leaves ${topic} behind${retain ? ', retained' : ''}`;
        this.#judge(nameOf(holder), what, client !== undefined, isSayable(holder, topic));
        await client?.endAsync();
      }
    }
  }

  async subscriptions(holder: TrialHolder, of: readonly string[] = filters): Promise<void> {
    const client = await this.#enter(holder);
    for (const filter of of) {
      const granted = await client
        .subscribeAsync(filter, { qos: 1 })
        .then((grants) => grants.every(({ qos }) => qos !== refusedSubscription))
        .catch(() => false);
      this.#judge(nameOf(holder), `asks for ${filter}`, granted, isAskable(holder, filter));
    }
    await client.endAsync(true);
  }

  /** What was kept is given to nobody else, whatever they ask for. */
  async keptMessages(holder: TrialHolder): Promise<void> {
    const client = await this.#enter(holder);
    const heard = new Set<string>();
    client.on('message', (topic) => void heard.add(topic));
    for (const filter of filters) await client.subscribeAsync(filter, { qos: 1 }).catch(() => undefined);
    const own = `foyer/v1/${trialClinic}/${holder.deviceId}/state`;
    await client.publishAsync(own, '{"last":true}', { qos: 1 });
    for (const topic of heard) this.#judge(nameOf(holder), `hears ${topic}`, true, isHearable(holder, topic));
    await client.endAsync(true);
  }

  #enter({ deviceId, password }: TrialHolder, more: IClientOptions = {}): Promise<MqttClient> {
    return this.#connect({ username: deviceId, clientId: deviceId, password, ...more });
  }

  #connect(options: IClientOptions): Promise<MqttClient> {
    return connectAsync(this.#url, { protocolVersion: 4, reconnectPeriod: 0, ...options }, false);
  }

  /** Acknowledged; the broker cuts off who says what it may not. */
  #isTaken(client: MqttClient, topic: string, retain: boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const cut = (): void => resolve(false);
      client.once('close', cut);
      client.publish(topic, '{}', { qos: 1, retain }, (error) => {
        client.off('close', cut);
        resolve(!error);
      });
    });
  }

  #judge(who: string, what: string, was: boolean, should: boolean): void {
    this.#counts.tried += 1;
    if (was !== should) this.#counts.violations.push(`${who} ${what}: ${was ? 'let through' : 'refused'}`);
  }
}

export function nameOf({ kind, deviceId }: TrialHolder): string {
  return `${kind} ${deviceId.slice(-2)}`;
}
