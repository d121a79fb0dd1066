/**
 * Every role of a thing, every topic, said plainly, retained and as a last will, and every filter: nothing beyond the
 * table gets through, and everything in it does. At the edge's own broker over TCP, and at Debian's Mosquitto with the
 * files that the edge writes, where that is installed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confFile } from '@foyer/edge-server/adapters/mqtt/mosquitto-files.ts';
import type { AclRules } from '@foyer/edge-server/adapters/mqtt/acl.ts';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import { carelessRules } from './kit/careless-rules.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { hasMosquitto, MosquittoProcess } from './kit/mosquitto-process.ts';
import { MosquittoTrial, trialFiles } from './kit/mosquitto-trial.ts';
import { holders, topics, type TrialHolder } from './kit/mqtt-table.ts';
import { MqttTrial, trialBroker, type TrialCounts } from './kit/mqtt-trial.ts';

/** The others are there for these to reach for. */
const quickHolders = holders.filter(({ kind }, index) => holders.findIndex((other) => other.kind === kind) === index);

export const mqttAcl: Fault = {
  name: 'mqtt-acl',
  about: 'every thing, topic, last will, retained message and subscription on MQTT: nothing beyond the table',
  run: tryEverything,
};

async function tryEverything(options: RunOptions): Promise<FaultOutcome> {
  const counts: TrialCounts = { tried: 0, violations: [] };
  const trying = options.quick ? quickHolders : holders;
  await atOwnBroker(undefined, counts, async (trial) => {
    await trial.strangers();
    for (const holder of trying) {
      const tried = options.quick ? someOf(holder) : topics;
      await trial.publishes(holder, tried);
      await trial.wills(holder, tried);
      await trial.subscriptions(holder);
    }
    for (const holder of trying) await trial.keptMessages(holder);
  });
  const mosquitto = hasMosquitto();
  const atOwn = counts.tried;
  if (mosquitto) await atMosquitto(trying, counts, options.quick);
  else options.say('mosquitto is not installed: only the edge’s own broker was tried');
  return {
    cycles: counts.tried,
    lost: 0,
    duplicated: 0,
    violations: counts.violations,
    planted: carelessRules.length,
    caught: await caught(),
    figures: [
      { name: 'tried at the edge’s own broker', value: atOwn, unit: '' },
      { name: 'tried at Mosquitto', value: counts.tried - atOwn, unit: '' },
    ],
  };
}

async function atOwnBroker(
  rules: AclRules | undefined,
  counts: TrialCounts,
  run: (trial: MqttTrial) => Promise<void>,
): Promise<void> {
  const broker = trialBroker(rules);
  await broker.start();
  try {
    await run(new MqttTrial(`mqtt://127.0.0.1:${broker.port}`, counts));
  } finally {
    await broker.stop();
  }
}

async function atMosquitto(trying: readonly TrialHolder[], counts: TrialCounts, quick: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-mosquitto-'));
  const { acl, passwords } = trialFiles();
  writeFileSync(join(folder, 'acl'), acl, { mode: 0o600 });
  writeFileSync(join(folder, 'passwords'), passwords, { mode: 0o600 });
  const broker = new MosquittoProcess(folder, await settledPort(0));
  try {
    await broker.start(confFile(folder));
    const trial = new MosquittoTrial(broker.url, counts);
    await trial.begin();
    await trial.strangers();
    for (const holder of trying) {
      await trial.publishes(holder);
      await trial.wills(holder, quick ? someOf(holder) : topics);
    }
    for (const holder of trying) await trial.hearing(holder);
    await trial.end();
  } finally {
    await broker.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Each careless rule is tried as far as the trial has to go to see it. */
async function caught(): Promise<number> {
  let seen = 0;
  for (const { rules } of carelessRules) {
    const counts: TrialCounts = { tried: 0, violations: [] };
    await atOwnBroker(rules, counts, async (trial) => {
      for (const holder of quickHolders) {
        if (counts.violations.length === 0) await trial.subscriptions(holder);
        if (counts.violations.length === 0) await trial.publishes(holder, someOf(holder));
        if (counts.violations.length === 0) await trial.wills(holder, someOf(holder));
      }
    });
    if (counts.violations.length > 0) seen += 1;
  }
  return seen;
}

/** What it may say, what lies close to that, and one of everybody else's. */
function someOf(holder: TrialHolder): readonly string[] {
  const { deviceId, branch = deviceId } = holder;
  const close = topics.filter((topic) => topic.includes(deviceId) || topic.startsWith(branch));
  const others = holders.flatMap((other) => topics.find((topic) => topic.includes(`/${other.deviceId}/`)) ?? []);
  return [...new Set([...close, ...others, 'else/where'])];
}
