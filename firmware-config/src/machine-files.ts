// What a machine needs around an edge: who reaches it, how long its journal is, whose clock it takes, when it is backed up,
// and whose copy it keeps.

import { type ApplianceFile, fileText } from './appliance-file.ts';

export interface Machine {
  readonly user: string;
  readonly folder: string;
  readonly dataDir: string;
}

export function machineFiles(machine: Machine): readonly ApplianceFile[] {
  return [
    { path: '/etc/nftables.conf', mode: 0o644, text: firewall() },
    { path: '/etc/systemd/journald.conf.d/foyer.conf', mode: 0o644, text: journal() },
    { path: '/etc/chrony/conf.d/foyer.conf', mode: 0o644, text: clock() },
    { path: '/etc/systemd/system/foyer-backup.service', mode: 0o644, text: backupUnit(machine) },
    { path: '/etc/systemd/system/foyer-backup.timer', mode: 0o644, text: backupTimer() },
    { path: '/etc/systemd/system/foyer-copy.service', mode: 0o644, text: copyUnit(machine) },
  ];
}

/** Screens, phones and things of the clinic's own network come in; nothing else does. MQTT only listens where it is set. */
function firewall(): string {
  return fileText([
    '#!/usr/sbin/nft -f',
    'flush ruleset',
    '',
    'table inet foyer {',
    '  chain input {',
    '    type filter hook input priority filter; policy drop;',
    '    ct state established,related accept',
    '    ct state invalid drop',
    '    iifname "lo" accept',
    '    meta l4proto { icmp, ipv6-icmp } accept',
    '    udp dport 5353 accept comment "mDNS"',
    '    tcp dport { 8080, 8443 } accept comment "screens, tablets, ticket pages"',
    '    tcp dport 1883 accept comment "call buttons and signs"',
    '    tcp dport 8470 accept comment "the copy of another box"',
    '  }',
    '  chain forward {',
    '    type filter hook forward priority filter; policy drop;',
    '  }',
    '}',
  ]);
}

/** Everything that is logged goes to the journal; no file of its own grows. */
function journal(): string {
  return fileText(['[Journal]', 'Storage=persistent', 'SystemMaxUse=500M', 'MaxRetentionSec=30day']);
}

/** A clock that is far off is set at once, but only while the machine starts: later it is led there slowly. */
function clock(): string {
  return fileText(['makestep 1 3', 'rtcsync']);
}

/** To a stick that is mounted at `/media/foyer-backup`, and to the centre that the edge's own settings name. */
function backupUnit({ user, folder, dataDir }: Machine): string {
  const main = `${folder}/supervisor/bin/node ${folder}/supervisor/appliance/src/backup-main.js`;
  return fileText([
    '[Unit]',
    'Description=Foyer backup',
    'ConditionPathExists=/etc/foyer/backup.pub',
    '',
    '[Service]',
    'Type=oneshot',
    `User=${user}`,
    'EnvironmentFile=/etc/foyer/edge.env',
    `Environment=FOYER_DATA_DIR=${dataDir}`,
    `ExecStart=${main} make --to /media/foyer-backup --mounted --key /etc/foyer/backup.pub`,
    'NoNewPrivileges=yes',
    'PrivateTmp=yes',
    'ProtectHome=yes',
    'ProtectSystem=strict',
    `ReadWritePaths=${dataDir} -/media/foyer-backup`,
    'UMask=0077',
  ]);
}

function backupTimer(): string {
  return fileText([
    '[Unit]',
    'Description=Foyer backup, every night',
    '',
    '[Timer]',
    'OnCalendar=*-*-* 02:30',
    'Persistent=yes',
    '',
    '[Install]',
    'WantedBy=timers.target',
  ]);
}

/** On a spare: keeps the copy of the box that it stands by for, and goes on doing so when it has taken over. */
function copyUnit({ user, folder }: Machine): string {
  const main = `${folder}/supervisor/bin/node ${folder}/current/edge-server/src/copy-keeper-main.js`;
  return fileText([
    '[Unit]',
    'Description=Foyer copy of another box',
    'ConditionPathExists=/etc/foyer/copy.secret',
    'After=network-online.target',
    '',
    '[Service]',
    `User=${user}`,
    'StateDirectory=foyer-copy',
    'StateDirectoryMode=0700',
    `ExecStart=${main} --folder /var/lib/foyer-copy --secret /etc/foyer/copy.secret --port 8470`,
    'Restart=always',
    'RestartSec=5',
    'NoNewPrivileges=yes',
    'PrivateTmp=yes',
    'ProtectHome=yes',
    'ProtectSystem=strict',
    'UMask=0077',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ]);
}
