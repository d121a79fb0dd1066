// What others on this machine say of the box: its supervisor, and the backup.

import type { BackupReport, UpdateReport } from '@foyer/contracts/box-health.ts';

export interface BoxReports {
  /** Absent in either: nobody has said. */
  readonly update?: UpdateReport;
  readonly backups?: BackupReport;
}
