// The settings manifest of the edge: one entry per environment variable. It feeds the loader, the systemd unit's
// environment file and the documentation. Source: API.md, "Starting it".

export type SettingKind = 'text' | 'port' | 'folder' | 'file' | 'address' | 'url' | 'printer' | 'log-level';

export interface Setting {
  readonly kind: SettingKind;
  /** What it is when nobody sets it; null: it is off. */
  readonly default: string | null;
  readonly meaning: string;
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
  FOYER_SCANNER_PORT: {
    kind: 'port',
    default: null,
    meaning:
      'Where scanners without a cable of their own send what they read, from this machine alone; 0 picks a free port.',
  },
  FOYER_PRINTER: {
    kind: 'printer',
    default: null,
    meaning: 'The ticket printer: `tcp://host:port` or a device path. Without one the kiosk shows the number.',
  },
  FOYER_PMS_URL: { kind: 'url', default: null, meaning: 'The centre that this edge relays to.' },
  FOYER_PMS_TOKEN_FILE: {
    kind: 'file',
    default: null,
    meaning: 'A file with the credential for the centre.',
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
  FOYER_LOG_LEVEL: {
    kind: 'log-level',
    default: 'info',
    meaning: 'debug, info, warn, error or silent.',
  },
} as const satisfies Record<string, Setting>;

export type EdgeSetting = keyof typeof edgeSettings;
