// What an edge is started with, once the environment or a test has been read.

import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import type { SettingValues } from '@foyer/contracts/live-settings.ts';
import type { LogLevel } from '@foyer/contracts/log-level.ts';
import type { PrintersFile } from '@foyer/firmware-config/printers/printers-file.ts';
import type { ScannerSetting } from '@foyer/firmware-config/scanner-setting.ts';

export interface EdgeConfig {
  readonly dataDir: string;
  readonly bind: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly tlsPort: number;
  readonly mqttBind: string;
  readonly mqttPort: number;
  /** A broker of the clinic's own; absent: the one in this process. */
  readonly mqttUrl?: string;
  /** Null: no scanner but those of the kiosks themselves. */
  readonly scannerPort: number | null;
  /** On cables of this box. */
  readonly scanners: readonly ScannerSetting[];
  /** `tcp://host:port`, a device path, or `cups:QUEUE`. */
  readonly printer: string | null;
  /** Instead of the one above; absent: that one, if any. */
  readonly printers?: PrintersFile;
  readonly pms: { readonly url: string; readonly tokenFile: string } | null;
  readonly publicTicketUrl: string | null;
  readonly demonstration: EdgeDemonstration | null;
  /** Built pages. */
  readonly pages: { readonly kiosk: string; readonly display: string; readonly staff: string };
  readonly logLevel: LogLevel;
  /** What the clinic may change while the edge runs, as the machine gave it; absent: as it is usual. */
  readonly settings?: SettingValues;
}
