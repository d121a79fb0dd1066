// What an edge is started with, once the environment or a test has been read.

import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import type { SettingValues } from '@foyer/contracts/live-settings.ts';
import type { LogLevel } from '@foyer/contracts/log-level.ts';
import type { PrintersSetUp } from '@foyer/contracts/printers-set-up.ts';
import type { ScannerSetUp } from '@foyer/contracts/scanners-set-up.ts';
import type { CopiesSetUp } from './read-copies.ts';

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
  /** Of that broker: by which it is told to read its files again. */
  readonly mqttPidFile?: string;
  /** Null: no scanner but those of the kiosks themselves. */
  readonly scannerPort: number | null;
  /** On cables of this box, until the clinic sets them up itself. */
  readonly scanners: readonly ScannerSetUp[];
  /** `tcp://host:port`, a device path, or `cups:QUEUE`. */
  readonly printer: string | null;
  /** Instead of the one above; absent: that one, if any. Both until the clinic sets its printers up itself. */
  readonly printers?: PrintersSetUp;
  readonly pms: { readonly url: string; readonly tokenFile: string } | null;
  /** Absent: the log is copied nowhere. */
  readonly copies?: CopiesSetUp;
  /** How long rows of the log stay once the centre has them; absent: for good. */
  readonly keepLogDays?: number;
  readonly publicTicketUrl: string | null;
  readonly demonstration: EdgeDemonstration | null;
  /** Built pages. */
  readonly pages: { readonly kiosk: string; readonly display: string; readonly staff: string };
  readonly logLevel: LogLevel;
  /** What the clinic may change while the edge runs, as the machine gave it; absent: as it is usual. */
  readonly settings?: SettingValues;
}
