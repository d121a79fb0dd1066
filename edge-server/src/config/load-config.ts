// From the environment to an `EdgeConfig`, by the settings manifest. A wrong setting stops the start and is named.

import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { fewestDaysHeld, mostDaysHeld } from '@foyer/contracts/log-checkpoint.ts';
import { isPrinterAddress } from '@foyer/contracts/cable-addresses.ts';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { isSettingValue, liveSettingNames, settingValue, type SettingValues } from '@foyer/contracts/live-settings.ts';
import { logLevels } from '@foyer/contracts/log-level.ts';
import { edgeSettingNames, edgeSettings, settingsOfOthers, type EdgeSetting } from '@foyer/firmware-config/settings.ts';
import type { EdgeConfig } from './edge-config.ts';
import { type CopySettings, readCopies } from './read-copies.ts';
import { readDemonstration } from './read-demonstration.ts';
import { readPrinters } from './read-printers.ts';
import { readScanners } from './read-scanners.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `configuration-invalid` with the setting's name, also where nobody knows it: it was meant to do something. */
export function loadConfig(environment: Environment): EdgeConfig {
  refuseUnknown(environment);
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
  const pms = pmsUrl === null || tokenFile === null ? null : { url: pmsUrl, tokenFile: resolve(tokenFile) };
  const address = (name: EdgeSetting): string => {
    const value = needed(name);
    return isIP(value) !== 0 || /^[a-z][\w.-]*$/i.test(value) ? value : invalid(name);
  };
  // Of the values that the machine gave, the clinic may change these while the edge runs.
  const settings: SettingValues = Object.fromEntries(
    liveSettingNames
      .map((name) => [name, environment[name] ?? ''] as const)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => (isSettingValue(name, value) ? [name, value] : invalid(name))),
  );
  const logLevel = logLevels.find((level) => level === settingValue('FOYER_LOG_LEVEL', settings)) ?? 'info';
  return {
    dataDir: resolve(folderOf(needed('FOYER_DATA_DIR'))),
    bind: address('FOYER_BIND'),
    port: port('FOYER_EDGE_PORT'),
    tlsPort: port('FOYER_EDGE_TLS_PORT'),
    mqttBind: environment['FOYER_BIND'] ? needed('FOYER_BIND') : '127.0.0.1',
    mqttPort: port('FOYER_MQTT_PORT'),
    ...brokerOf(text('FOYER_MQTT_URL'), needed('FOYER_MQTT_PID_FILE')),
    scannerPort: text('FOYER_SCANNER_PORT') === null ? null : port('FOYER_SCANNER_PORT'),
    scanners: scannersOf(text('FOYER_SCANNERS_FILE')),
    printer: printerAddress(text('FOYER_PRINTER')),
    ...printersOf(text('FOYER_PRINTERS_FILE')),
    pms,
    ...copiesOf({
      places: text('FOYER_COPIES'),
      keyFile: text('FOYER_COPY_KEY_FILE'),
      usualKeyFile: '/etc/foyer/backup.pub',
      secretFile: text('FOYER_COPY_SECRET_FILE'),
      centre: pms,
    }),
    ...keptDays(text('FOYER_KEEP_LOG_DAYS')),
    publicTicketUrl: url('FOYER_PUBLIC_TICKET_URL'),
    demonstration: demonstrationOf(text('FOYER_DEMONSTRATION_FILE')),
    pages: builtPages(),
    logLevel,
    settings,
  };
}

function refuseUnknown(environment: Environment): void {
  const known: readonly string[] = [...edgeSettingNames, ...settingsOfOthers];
  for (const name of Object.keys(environment)) {
    if (name.startsWith('FOYER_') && !known.includes(name))
      throw new AppError('configuration-invalid', { setting: name });
  }
}

function folderOf(text: string): string {
  // A path with a byte of nought is none, and one with other control characters is a line of a file that was torn.
  return /\p{Cc}/u.test(text) ? invalid('FOYER_DATA_DIR') : text;
}

/** Where the screens of this checkout are built to. */
export function builtPages(): EdgeConfig['pages'] {
  const root = join(import.meta.dirname, '../../..');
  const dist = (screen: string): string => join(root, `${screen}-ui`, 'dist');
  return { kiosk: dist('kiosk'), display: dist('display'), staff: dist('staff') };
}

function brokerOf(url: string | null, pidFile: string): Pick<EdgeConfig, 'mqttUrl' | 'mqttPidFile'> {
  if (url === null) return {};
  const isBroker = /^mqtts?:\/\/[^/@\s]+$/.test(url) && URL.canParse(url);
  return isBroker ? { mqttUrl: url, mqttPidFile: resolve(pidFile) } : invalid('FOYER_MQTT_URL');
}

function printerAddress(text: string | null): string | null {
  return text === null || isPrinterAddress(text) ? text : invalid('FOYER_PRINTER');
}

function printersOf(file: string | null): Pick<EdgeConfig, 'printers'> {
  if (file === null) return {};
  const setting = 'FOYER_PRINTERS_FILE';
  try {
    const read = readPrinters(file);
    if (read.ok) return { printers: read.printers };
    throw new AppError('configuration-invalid', { setting, path: read.path });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('configuration-invalid', { setting }, { cause });
  }
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

function copiesOf(settings: CopySettings): Pick<EdgeConfig, 'copies'> {
  const read = readCopies(settings);
  if (!read.ok) return invalid(read.wrong);
  return read.copies === null ? {} : { copies: read.copies };
}

function keptDays(text: string | null): Pick<EdgeConfig, 'keepLogDays'> {
  if (text === null) return {};
  const days = Number(text);
  const isFitting = Number.isInteger(days) && days >= fewestDaysHeld && days <= mostDaysHeld;
  return isFitting ? { keepLogDays: days } : invalid('FOYER_KEEP_LOG_DAYS');
}

function scannersOf(file: string | null): EdgeConfig['scanners'] {
  if (file === null) return [];
  const setting = 'FOYER_SCANNERS_FILE';
  try {
    const read = readScanners(file);
    if (read.ok) return read.scanners;
    throw new AppError('configuration-invalid', { setting, path: read.path });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('configuration-invalid', { setting }, { cause });
  }
}

function invalid(setting: EdgeSetting): never {
  throw new AppError('configuration-invalid', { setting });
}
