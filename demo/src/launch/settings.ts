// What `npm start` reads from the environment. Source: docs/configuration.md.

import { resolve } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { isFree, settledPort } from './free-port.ts';
import { addressOf, inUrl, reachOf, type Reach } from './reach.ts';

export interface DemoSettings {
  readonly dataDir: string;
  /** What both servers listen on. */
  readonly bind: string;
  /** What the virtual devices listen on: loopback unless an address was set. */
  readonly devicesBind: string;
  readonly reach: Reach;
  readonly edgePort: number;
  readonly edgeTlsPort: number;
  readonly pmsPort: number;
  readonly mqttPort: number;
  readonly printerPort: number;
  readonly printerHttpPort: number;
  readonly scannerPort: number;
  readonly devicesPort: number;
  readonly printer: string;
  /** Undefined where no phone could reach it: tickets then have no QR. */
  readonly publicTicketUrl: string | undefined;
  readonly seed: number;
}

/** Throws `configuration-invalid`, and `port-in-use` before anything has started, with the setting's name. */
export async function loadSettings(
  environment: NodeJS.ProcessEnv,
  lanAddress: string | undefined,
): Promise<DemoSettings> {
  const bind = environment['FOYER_BIND'] || '0.0.0.0';
  const devicesBind = environment['FOYER_BIND'] || '127.0.0.1';
  const reach = reachOf(bind, lanAddress);
  const free = (): Promise<number> => settledPort(0, devicesBind);
  const port = async (name: string, usual: number): Promise<number> => {
    const wanted = integer(environment, name, usual, 65_535);
    if (wanted !== 0 && !(await isFree(wanted, bind)))
      throw new AppError('port-in-use', { port: wanted, setting: name });
    return settledPort(wanted, bind);
  };
  const pmsPort = await port('FOYER_PMS_PORT', 8090);
  const printerPort = await port('FOYER_VIRTUAL_PRINTER_PORT', 9100);
  return {
    dataDir: resolve(environment['FOYER_DATA_DIR'] || './data'),
    bind,
    devicesBind,
    reach,
    edgePort: await port('FOYER_EDGE_PORT', 8080),
    edgeTlsPort: await port('FOYER_EDGE_TLS_PORT', 8443),
    pmsPort,
    mqttPort: await port('FOYER_MQTT_PORT', 1883),
    printerPort,
    printerHttpPort: await free(),
    scannerPort: await settledPort(0),
    devicesPort: await free(),
    printer: environment['FOYER_PRINTER'] || `tcp://${inUrl(addressOf(devicesBind))}:${printerPort}`,
    publicTicketUrl:
      environment['FOYER_PUBLIC_TICKET_URL'] ||
      (reach.lanHost === undefined ? undefined : `http://${reach.lanHost}:${pmsPort}`),
    seed: integer(environment, 'FOYER_SEED', 1, 4_294_967_295),
  };
}

function integer(environment: NodeJS.ProcessEnv, name: string, usual: number, largest: number): number {
  const value = environment[name] ? Number(environment[name]) : usual;
  if (Number.isInteger(value) && value >= 0 && value <= largest) return value;
  throw new AppError('configuration-invalid', { setting: name });
}
