// What an edge is started with, once the environment or a test has been read.

import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import type { LogLevel } from '@foyer/contracts/log-level.ts';

export interface EdgeConfig {
  readonly dataDir: string;
  readonly bind: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly tlsPort: number;
  readonly mqttBind: string;
  readonly mqttPort: number;
  /** Null: no scanner but those of the kiosks themselves. */
  readonly scannerPort: number | null;
  /** `tcp://host:port` or a device path. */
  readonly printer: string | null;
  readonly pms: { readonly url: string; readonly tokenFile: string } | null;
  readonly publicTicketUrl: string | null;
  readonly demonstration: EdgeDemonstration | null;
  /** Built pages. */
  readonly pages: { readonly kiosk: string; readonly display: string; readonly staff: string };
  readonly logLevel: LogLevel;
}
