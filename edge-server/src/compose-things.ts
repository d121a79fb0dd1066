// Things without a screen: their broker, what their presses do, what they are told and what signs show.

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { TokenCredentials } from './adapters/auth/credentials.ts';
import { mosquittoPassword } from './adapters/auth/mosquitto-password.ts';
import { RenewingPasswords } from './adapters/auth/thing-passwords.ts';
import { ExternalBroker } from './adapters/mqtt/external-broker.ts';
import { MqttBroker, type MqttBrokerParts } from './adapters/mqtt/mqtt-broker.ts';
import { reloadMosquitto } from './adapters/mqtt/reload-mosquitto.ts';
import { dataFiles } from './config/data-files.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { Components } from './components.ts';
import type { CommandDoor } from './ports/command-door.ts';
import type { ReadModel } from './ports/read-model.ts';
import type { Writer } from './ports/writer.ts';
import { ConfigureThings } from './reactions/configure-things.ts';
import { Presses } from './reactions/presses.ts';
import { RenewThings } from './reactions/renew-things.ts';
import { ShowOnSigns } from './reactions/show-on-signs.ts';
import type { ClinicMirror } from './views/clinic-mirror.ts';
import { desiredSettingsOf, signsNow } from './views/things-now.ts';

export interface ThingsParts extends Pick<MqttBrokerParts, 'log' | 'now'> {
  readonly credentials: TokenCredentials;
  readonly config: EdgeConfig;
  readonly mirror: ClinicMirror;
  readonly readModel: ReadModel;
  readonly writer: Writer;
  readonly door: CommandDoor;
}

/** Starts them; the broker last, when there is somebody to hear a press. */
export async function startThings(parts: ThingsParts, components: Components): Promise<{ readonly mqttUrl: string }> {
  const { config, credentials, mirror, readModel, writer, door, log, now } = parts;
  const onChanged = (listener: () => void): void => mirror.onChanged(listener);
  const shared = { readModel, setUps: () => mirror.thingSetUps, live: mirror, log, now };
  const fence = (id: string, at: EpochMs): Promise<void> => writer.changeBox('device-fenced', { id, at });
  const passwords = new RenewingPasswords({ credentials, readModel, writer, now });
  const broker =
    config.mqttUrl === undefined
      ? new MqttBroker({ ...shared, config, credentials, passwords, fence: (id, at) => void fence(id, at) })
      : new ExternalBroker({
          ...shared,
          url: config.mqttUrl,
          folder: dataFiles(config.dataDir).broker,
          enrolled: () => mirror.enrolled,
          onChanged: (listener) => onThingsChanged(mirror, listener),
          hashPassword: mosquittoPassword,
          fence,
          reload: () => reloadMosquitto(config.mqttPidFile ?? ''),
        });
  const ticketAt = (point: string) => mirror.state?.queue.servicePoints.get(point)?.ticketId ?? undefined;
  await components.start(new Presses({ things: broker, door, ticketAt, log, now }));
  await components.start(broker);
  const desired = () => desiredSettingsOf(mirror.enrolled, mirror.thingSetUps);
  await components.start(
    new ConfigureThings({ things: broker, desired, onChanged: (listener) => onThingsChanged(mirror, listener) }),
  );
  await components.start(
    new RenewThings({
      ...{ things: broker, passwords, enrolled: () => mirror.enrolled, setUps: () => mirror.thingSetUps, log, now },
      onChanged: (listener) => onThingsChanged(mirror, listener),
      countsWhenStored: config.mqttUrl !== undefined,
    }),
  );
  const signs = () => {
    const state = mirror.enrolled.some(({ role }) => role === 'sign') ? mirror.state : undefined;
    return state === undefined ? [] : signsNow(mirror.enrolled, state);
  };
  await components.start(new ShowOnSigns({ things: broker, signs, onChanged, now }));
  const mqttUrl = config.mqttUrl ?? `mqtt://${config.mqttBind}:${'port' in broker ? broker.port : 0}`;
  return { mqttUrl };
}

/** Most changes of the clinic are none of its things. */
function onThingsChanged(mirror: ClinicMirror, listener: () => void): void {
  let enrolled = mirror.enrolled;
  let setUps = mirror.thingSetUps;
  mirror.onChanged(() => {
    if (mirror.enrolled === enrolled && mirror.thingSetUps === setUps) return;
    ({ enrolled, thingSetUps: setUps } = mirror);
    listener();
  });
}
