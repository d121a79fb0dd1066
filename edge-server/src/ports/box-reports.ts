// What others on this machine say of the box: its supervisor, and the backup; and how far the copies of its log are.

import type { BackupReport, CopyHealth, UpdateReport } from '@foyer/contracts/box-health.ts';

export interface BoxReports {
  /** Absent in either: nobody has said. */
  readonly update?: UpdateReport;
  readonly backups?: BackupReport;
  /** Empty or absent: none is set up. */
  readonly copies?: readonly CopyHealth[];
}
