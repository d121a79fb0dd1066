// The settings manifest of the edge: one entry per environment variable. It feeds the loader, the systemd unit's
// environment file, the documentation, and the editor of those that change while the edge runs. Source: API.md, "Starting
// it".

import { liveSettings, type LiveSetting, type LiveSettingName } from '@foyer/contracts/live-settings.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';

export type SettingKind =
  | 'port'
  | 'folder'
  | 'file'
  | 'address'
  | 'url'
  | 'broker'
  | 'printer'
  | 'copies'
  | 'days'
  | 'live';

export interface Setting {
  readonly kind: SettingKind;
  /** What it is when nobody sets it; null: it is off. */
  readonly default: string | null;
  readonly meaning: string;
  /** Of one that changes while the edge runs, from then on, and without a restart. Absent: it is the machine's. */
  readonly live?: LiveSetting;
}

/** Who changes a setting, when it counts, and which values it takes: what every reader of the manifest is told. */
export interface SettingRules {
  readonly values: string;
  readonly unit: string | null;
  readonly whoMayChange: 'machine' | readonly StaffRole[];
  readonly counts: 'after-restart' | 'at-once';
}

export const edgeSettings = {
  FOYER_DATA_DIR: {
    kind: 'folder',
    default: './data',
    meaning:
      'Where the edge keeps its database, keys and certificates, and the media and recorded clips of its displays.',
  },
  FOYER_BIND: {
    kind: 'address',
    default: '0.0.0.0',
    meaning: 'The address that the servers listen on. MQTT stays on loopback unless this is set.',
  },
  FOYER_EDGE_PORT: { kind: 'port', default: '8080', meaning: 'Plain HTTP; 0 picks a free port.' },
  FOYER_EDGE_TLS_PORT: { kind: 'port', default: '8443', meaning: 'HTTPS; 0 picks a free port.' },
  FOYER_MQTT_PORT: {
    kind: 'port',
    default: '1883',
    meaning: 'MQTT for things without a screen; 0 picks a free port.',
  },
  FOYER_MQTT_URL: {
    kind: 'broker',
    default: null,
    meaning:
      'A broker of the clinic’s own, such as Mosquitto, in place of the one in the edge ([how](protocol.md#things)).',
  },
  FOYER_MQTT_PID_FILE: {
    kind: 'file',
    default: '/run/mosquitto/mosquitto.pid',
    meaning: 'Where that broker says which process it is: the edge tells it when its files have changed.',
  },
  FOYER_SCANNER_PORT: {
    kind: 'port',
    default: null,
    meaning:
      'Where scanners without a cable of their own send what they read, from this machine alone; 0 picks a free port.',
  },
  FOYER_SCANNERS_FILE: {
    kind: 'file',
    default: null,
    meaning: 'Which scanners stand beside which kiosks, on cables of this box ([its form](scanners.md)).',
  },
  FOYER_PRINTER: {
    kind: 'printer',
    default: null,
    meaning:
      'The ticket printer: `tcp://host:port`, a device path, or `cups:QUEUE`. Without one the kiosk shows the number.',
  },
  FOYER_PRINTERS_FILE: {
    kind: 'file',
    default: null,
    meaning:
      'Several printers, who prints where and which stands in ([its form](printers.md)); instead of the one above.',
  },
  FOYER_PMS_URL: { kind: 'url', default: null, meaning: 'The centre that this edge relays to.' },
  FOYER_PMS_TOKEN_FILE: {
    kind: 'file',
    default: null,
    meaning: 'A file with the credential for the centre.',
  },
  FOYER_COPIES: {
    kind: 'copies',
    default: null,
    meaning:
      'Where a sealed copy of the log goes while it is written, for a [spare box](install.md#9-a-spare-box): folders of other disks, and machines that keep one; several with a space between.',
  },
  FOYER_COPY_KEY_FILE: {
    kind: 'file',
    default: null,
    meaning:
      'The public half of the recovery key, which copies are sealed for; `/etc/foyer/backup.pub` where it is there. With it the centre keeps a copy by itself.',
  },
  FOYER_COPY_SECRET_FILE: {
    kind: 'file',
    default: null,
    meaning: 'A secret that this box and the machines that keep its copy both have.',
  },
  FOYER_KEEP_LOG_DAYS: {
    kind: 'days',
    default: null,
    meaning:
      'For how many days rows of the log stay here at least once the centre has them ([how](protocol.md#the-relay)). Without it, for good.',
  },
  FOYER_PUBLIC_TICKET_URL: {
    kind: 'url',
    default: null,
    meaning: 'Where a phone reaches its ticket page: the QR is `<this>/t/<publicId>`. Without one, no QR.',
  },
  FOYER_DEMONSTRATION_FILE: {
    kind: 'file',
    default: null,
    meaning: 'Tokens and one-time codes of the demonstration; they work from loopback alone.',
  },
  ...liveEntries(),
} as const satisfies Record<string, Setting>;

export type EdgeSetting = keyof typeof edgeSettings;
export const edgeSettingNames = Object.keys(edgeSettings) as readonly EdgeSetting[];

/** Settings of the centre and of the demonstration, which an edge may be started beside. */
export const settingsOfOthers = [
  'FOYER_PMS_PORT',
  'FOYER_PMS_KEY_FILE',
  'FOYER_STANDBY_LOST',
  'FOYER_PMS_REQUESTS_PER_MINUTE',
  'FOYER_VIRTUAL_PRINTER_PORT',
  'FOYER_SEED',
] as const;

const valuesOf: { readonly [K in Exclude<SettingKind, 'live'>]: string } = {
  port: '0 to 65535',
  folder: 'a folder',
  file: 'a file',
  address: 'an address or a name of this machine',
  url: 'http:// or https://',
  broker: '`mqtt://host:port` or `mqtts://host:port`',
  printer: '`tcp://host:port`, a path or `cups:QUEUE`',
  copies: 'a path or `https://host:port`',
  days: '30 to 36500',
};

export function settingRules(name: EdgeSetting): SettingRules {
  const { kind, live }: Setting = edgeSettings[name];
  if (live !== undefined) {
    const unit = live.kind.is === 'number' ? live.kind.unit : null;
    return { values: valuesOfLive(live), unit, whoMayChange: live.whoMayChange, counts: 'at-once' };
  }
  const values = kind === 'live' ? '' : valuesOf[kind];
  return { values, unit: null, whoMayChange: 'machine', counts: 'after-restart' };
}

function valuesOfLive({ kind }: LiveSetting): string {
  switch (kind.is) {
    case 'choice':
      return kind.of.join(', ');
    case 'number':
      return `${kind.from} to ${kind.until}`;
    case 'time-of-day':
      return '`HH:MM`';
  }
}

function liveEntries(): { readonly [N in LiveSettingName]: Setting } {
  const entries = Object.entries<LiveSetting>(liveSettings);
  return Object.fromEntries(
    entries.map(([name, live]) => [name, { kind: 'live', default: live.default, meaning: live.meaning, live }]),
  ) as { readonly [N in LiveSettingName]: Setting };
}
