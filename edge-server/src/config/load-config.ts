// From the environment to an `EdgeConfig`, by the settings manifest. A wrong setting stops the start and is named.

import { join, resolve } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { logLevels } from '@foyer/contracts/log-level.ts';
import { edgeSettings, type EdgeSetting } from '@foyer/firmware-config/settings.ts';
import type { EdgeConfig } from './edge-config.ts';
import { readDemonstration } from './read-demonstration.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `configuration-invalid` with the setting's name. */
export function loadConfig(environment: Environment): EdgeConfig {
  const text = (name: EdgeSetting): string | null => {
    const set = environment[name];
    return set === undefined || set === '' ? edgeSettings[name].default : set;
  };
  const needed = (name: EdgeSetting): string => text(name) ?? invalid(name);
  const port = (name: EdgeSetting): number => {
    const value = Number(needed(name));
    return Number.isInteger(value) && value >= 0 && value <= 65_535 ? value : invalid(name);
  };
  const url = (name: EdgeSetting): string | null => {
    const value = text(name);
    if (value === null) return null;
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) invalid(name);
    return value.replace(/\/+$/, '');
  };
  const pmsUrl = url('FOYER_PMS_URL');
  const tokenFile = text('FOYER_PMS_TOKEN_FILE');
  if (pmsUrl !== null && tokenFile === null) invalid('FOYER_PMS_TOKEN_FILE');
  const logLevel = logLevels.find((level) => level === needed('FOYER_LOG_LEVEL')) ?? invalid('FOYER_LOG_LEVEL');
  return {
    dataDir: resolve(needed('FOYER_DATA_DIR')),
    bind: needed('FOYER_BIND'),
    port: port('FOYER_EDGE_PORT'),
    tlsPort: port('FOYER_EDGE_TLS_PORT'),
    mqttBind: environment['FOYER_BIND'] ? needed('FOYER_BIND') : '127.0.0.1',
    mqttPort: port('FOYER_MQTT_PORT'),
    scannerPort: text('FOYER_SCANNER_PORT') === null ? null : port('FOYER_SCANNER_PORT'),
    printer: printerAddress(text('FOYER_PRINTER')),
    pms: pmsUrl === null || tokenFile === null ? null : { url: pmsUrl, tokenFile: resolve(tokenFile) },
    publicTicketUrl: url('FOYER_PUBLIC_TICKET_URL'),
    demonstration: demonstrationOf(text('FOYER_DEMONSTRATION_FILE')),
    pages: builtPages(),
    logLevel,
  };
}

/** Where the screens of this checkout are built to. */
export function builtPages(): EdgeConfig['pages'] {
  const root = join(import.meta.dirname, '../../..');
  const dist = (screen: string): string => join(root, `${screen}-ui`, 'dist');
  return { kiosk: dist('kiosk'), display: dist('display'), staff: dist('staff') };
}

function printerAddress(text: string | null): string | null {
  if (text === null || text.startsWith('/')) return text;
  return /^tcp:\/\/[^/\s]+:\d+$/.test(text) ? text : invalid('FOYER_PRINTER');
}

function demonstrationOf(file: string | null): EdgeDemonstration | null {
  if (file === null) return null;
  try {
    const read = readDemonstration(file);
    if (read !== undefined) return read;
  } catch (cause) {
    throw new AppError('configuration-invalid', { setting: 'FOYER_DEMONSTRATION_FILE' }, { cause });
  }
  return invalid('FOYER_DEMONSTRATION_FILE');
}

function invalid(setting: EdgeSetting): never {
  throw new AppError('configuration-invalid', { setting });
}
