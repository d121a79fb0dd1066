// What `npm start` reads from the environment. Source: API.md, "Starting it".

import { resolve } from 'node:path';
import { settledPort } from './free-port.ts';
import { lanAddress } from './lan-address.ts';

export interface DemoSettings {
  readonly dataDir: string;
  readonly bind: string;
  readonly edgePort: number;
  readonly edgeTlsPort: number;
  readonly pmsPort: number;
  readonly mqttPort: number;
  readonly printerPort: number;
  readonly printerHttpPort: number;
  readonly scannerPort: number;
  readonly devicesPort: number;
  readonly printer: string;
  readonly publicTicketUrl: string;
  readonly lanAddress: string | undefined;
  readonly seed: number;
}

export async function loadSettings(environment: NodeJS.ProcessEnv): Promise<DemoSettings> {
  const port = (name: string, otherwise: number): Promise<number> => {
    const value = environment[name] ? Number(environment[name]) : otherwise;
    if (!Number.isInteger(value) || value < 0 || value > 65_535)
      throw new Error(`${name} is not a port: ${environment[name]}`);
    return settledPort(value);
  };
  const pmsPort = await port('FOYER_PMS_PORT', 8090);
  const printerPort = await port('FOYER_VIRTUAL_PRINTER_PORT', 9100);
  const lan = lanAddress();
  return {
    dataDir: resolve(environment['FOYER_DATA_DIR'] || './data'),
    bind: environment['FOYER_BIND'] || '0.0.0.0',
    edgePort: await port('FOYER_EDGE_PORT', 8080),
    edgeTlsPort: await port('FOYER_EDGE_TLS_PORT', 8443),
    pmsPort,
    mqttPort: await port('FOYER_MQTT_PORT', 1883),
    printerPort,
    printerHttpPort: await settledPort(0),
    scannerPort: await settledPort(0),
    devicesPort: await settledPort(0),
    printer: environment['FOYER_PRINTER'] || `tcp://127.0.0.1:${printerPort}`,
    publicTicketUrl: environment['FOYER_PUBLIC_TICKET_URL'] || `http://${lan ?? 'localhost'}:${pmsPort}`,
    lanAddress: lan,
    seed: Number(environment['FOYER_SEED'] || 1),
  };
}
