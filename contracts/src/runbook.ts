// Which page of docs/runbook/ says what to do about an alarm, a work item or an error code: the page is a file of that name.
// tests/architecture holds the pages and this list to each other.

import type { DeviceProblem } from './device-health.ts';
import type { ErrorCode } from './error-codes.ts';

/** What else somebody is told of: at the centre of a clinic, at a clinic of its clock, its line, who waits, and what was refused. */
export const otherAlarms = [
  'clock-frozen',
  'relay-down',
  'relay-halted',
  'clinic-not-heard',
  'rows-waiting',
  'feed-behind',
  'feed-failed',
  'dead-letters',
  'left-unseen',
  'ticket-stranded',
  'another-day',
  'phone-patient',
  'withdrawal-refused',
  'book-appointment',
  'move-appointment',
  'cancel-appointment',
] as const;
export type OtherAlarm = (typeof otherAlarms)[number];

type Told = DeviceProblem | ErrorCode | OtherAlarm;

/** By page: what it is about. */
export const runbookPages = {
  // The disk of the box.
  'disk-nearly-full': ['disk-nearly-full'],
  'disk-full': ['disk-full', 'storage-full'],
  'disk-broken': ['disk-broken', 'storage-failed'],
  'log-unproven': ['log-unproven'],

  // Devices.
  'not-heard': ['not-heard'],
  'battery-low': ['battery-low'],
  'link-weak': ['link-weak'],
  drift: ['drift'],
  'device-cloned': ['device-cloned'],
  flooding: ['flooding'],
  'paper-low': ['paper-low'],
  'paper-out': ['paper-out'],
  'cover-open': ['cover-open'],
  jam: ['jam', 'printer-jam'],
  'printer-off': ['printer-off', 'printer-mute', 'printer-offline', 'no-printer'],
  'page-error': ['page-error'],
  'credential-late': ['credential-late'],
  'credential-ending': ['credential-ending'],
  'credential-expired': ['credential-expired', 'renewal-refused', 'renewal-too-late'],
  unplugged: ['unplugged'],
  'no-driver': ['no-driver'],
  unreadable: ['unreadable'],

  // The box: its updates and backups.
  'update-stuck': ['update-stuck'],
  'update-rolled-back': ['update-rolled-back', 'rehearsal-failed'],
  'bundle-refused': [
    'bundle-not-whole',
    'bundle-forged',
    'bundle-expired',
    'bundle-downgrade',
    'bundle-of-another-machine',
    'bundle-wrong-database',
  ],
  'backup-old': ['backup-old', 'no-backup-stick', 'backup-too-large'],
  'backup-broken': ['backup-broken', 'no-backup', 'restore-code-unknown'],
  'copy-behind': ['copy-behind', 'copy-not-reached', 'snapshot-too-large', 'snapshot-incomplete'],
  'copy-broken': ['copy-broken', 'copy-of-another-log', 'no-snapshot'],
  'edge-replaced': ['edge-replaced'],

  // A clinic's day.
  'clock-frozen': ['clock-frozen', 'day-frozen'],
  'left-unseen': ['left-unseen'],
  'ticket-stranded': ['ticket-stranded'],
  'another-day': ['another-day', 'phone-patient'],
  'request-refused': [
    'request-refused',
    'withdrawal-refused',
    'book-appointment',
    'move-appointment',
    'cancel-appointment',
  ],

  // The relay.
  'relay-down': ['relay-down', 'centre-not-reached'],
  'relay-halted': ['relay-halted'],
  fork: ['fork'],
  'chain-broken': ['chain-broken'],
  'unknown-epoch': ['unknown-epoch'],
  'edge-cloned': ['edge-cloned'],
  'edge-restored': ['edge-restored'],
  'dead-letters': ['dead-letters', 'unknown-version'],
  'feed-failed': ['feed-failed', 'checkpoint-refused'],
  'feed-behind': ['feed-behind'],
  'rows-waiting': ['rows-waiting'],
  'clinic-not-heard': ['clinic-not-heard'],
  'centre-busy': ['centre-busy', 'one-at-a-time'],
  'protocol-too-old': ['protocol-too-old', 'protocol-too-new', 'snapshot-needed'],
  'batch-of-another-clinic': ['batch-of-another-clinic'],

  // A server that does not start, or does not serve.
  'not-ready': ['not-ready', 'shutting-down'],
  internal: ['internal'],
  'data-folder-in-use': ['data-folder-in-use', 'data-folder-of-another-clinic'],
  'clinic-key-lost': ['clinic-key-lost'],
  'configuration-invalid': ['configuration-invalid', 'port-in-use'],
  'database-did-not-start': [
    'database-did-not-start',
    'database-did-not-stop',
    'database-user-missing',
    'database-binaries-missing',
  ],
  'database-away': ['database-away', 'no-primary'],
  'standby-lost': ['standby-lost'],
  'commit-unanswered': ['commit-unanswered'],
  'database-role-too-strong': ['database-role-too-strong', 'tenant-table-unprotected'],
  'centre-key-wrong': ['centre-key-wrong'],
  'archive-failed': ['archive-failed', 'backup-folder-of-another'],
  'restore-not-whole': [
    'restore-not-whole',
    'restore-point-not-reached',
    'backup-of-another-version',
    'backup-not-found',
    'data-folder-not-empty',
  ],
  'migrations-pending': ['migrations-pending', 'migration-changed', 'migration-failed'],
} as const satisfies Readonly<Record<string, readonly Told[]>>;

export type RunbookPage = keyof typeof runbookPages;

const pageOf: ReadonlyMap<string, string> = new Map(
  Object.entries(runbookPages).flatMap(([page, about]) => about.map((told) => [told, page] as const)),
);

/** The page about an alarm, a kind of work item, or a code; undefined: nothing stops because of it. */
export function runbookPage(told: string): string | undefined {
  return pageOf.get(told);
}
