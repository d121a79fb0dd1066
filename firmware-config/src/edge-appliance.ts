// The files that make a mini-PC an edge: its service, its settings, and who may touch the devices on its cables. What is
// not the edge's own (firewall, journal, clock, backup) is in machine-files.ts.

import { type ApplianceFile, fileText } from './appliance-file.ts';
import { machineFiles } from './machine-files.ts';
import { type EdgeSetting, edgeSettings } from './settings.ts';

export interface EdgeAppliance {
  /** The system user that the edge runs as. */
  readonly user: string;
  /** Where Foyer is installed, with its supervisor below. */
  readonly folder: string;
  readonly dataDir: string;
  readonly settings?: { readonly [S in EdgeSetting]?: string };
}

const environmentFile = '/etc/foyer/edge.env';

export function edgeApplianceFiles(appliance: EdgeAppliance): readonly ApplianceFile[] {
  return [
    { path: '/etc/systemd/system/foyer-edge.service', mode: 0o644, text: edgeUnit(appliance) },
    { path: environmentFile, mode: 0o640, text: edgeEnvironment(appliance) },
    { path: '/etc/udev/rules.d/60-foyer-devices.rules', mode: 0o644, text: udevRules(appliance) },
    ...machineFiles(appliance),
  ];
}

/**
 * It is started again whatever ended it, later and later; it sees its data folder and the versions beside it, and nothing
 * else to write to. Its memory stays executable, because JavaScript is compiled there. Source: systemd.exec(5).
 */
function edgeUnit({ user, folder, dataDir }: EdgeAppliance): string {
  return fileText([
    '[Unit]',
    'Description=Foyer edge',
    'After=network-online.target time-sync.target',
    'Wants=network-online.target',
    // However often it ends, it is started again: by default systemd gives up after five times in ten seconds.
    'StartLimitIntervalSec=0',
    '',
    '[Service]',
    `User=${user}`,
    `WorkingDirectory=${folder}`,
    `EnvironmentFile=${environmentFile}`,
    `ExecStart=${folder}/supervisor/bin/node ${folder}/supervisor/appliance/src/supervisor-main.js --root ${folder}`,
    'Restart=always',
    'RestartSec=1',
    'RestartSteps=6',
    'RestartMaxDelaySec=60',
    // The supervisor says that the edge answers; a first start that unpacks says nothing for a while.
    'WatchdogSec=300',
    'NotifyAccess=all',
    'TimeoutStopSec=45',
    // What runs aside goes first where memory runs out (`writer/aside-process.ts`), and the rest stays.
    'OOMPolicy=continue',
    'NoNewPrivileges=yes',
    'PrivateTmp=yes',
    'ProtectHome=yes',
    'ProtectSystem=strict',
    'ProtectClock=yes',
    'ProtectControlGroups=yes',
    'ProtectHostname=yes',
    'ProtectKernelLogs=yes',
    'ProtectKernelModules=yes',
    'ProtectKernelTunables=yes',
    'CapabilityBoundingSet=',
    'LockPersonality=yes',
    'RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX',
    'RestrictNamespaces=yes',
    'RestrictRealtime=yes',
    'RestrictSUIDSGID=yes',
    'SystemCallArchitectures=native',
    'SystemCallFilter=@system-service',
    `ReadWritePaths=${folder} -/media/foyer-copy`,
    `ReadOnlyPaths=${folder}/supervisor`,
    ...dataFolder(dataDir, user),
    'UMask=0077',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ]);
}

/** systemd makes a folder of services itself; another one has to be there before the edge may write to it alone. */
function dataFolder(dataDir: string, user: string): readonly string[] {
  const ofServices = /^\/var\/lib\/(.+?)\/*$/.exec(dataDir)?.[1];
  return ofServices === undefined
    ? [`ExecStartPre=+/usr/bin/install -d -m 0700 -o ${user} ${dataDir}`, `ReadWritePaths=${dataDir}`]
    : [`StateDirectory=${ofServices}`, 'StateDirectoryMode=0700'];
}

/** Every setting with its meaning; one that nobody set stands there as a comment with its default. */
function edgeEnvironment({ dataDir, settings = {} }: EdgeAppliance): string {
  const set: { readonly [S in EdgeSetting]?: string } = { FOYER_DATA_DIR: dataDir, ...settings };
  const names = Object.keys(edgeSettings) as EdgeSetting[];
  return fileText(
    names
      .filter((name) => name !== 'FOYER_DEMONSTRATION_FILE')
      .flatMap((name) => {
        const { meaning, default: otherwise } = edgeSettings[name];
        const value = set[name];
        return [`# ${meaning}`, value === undefined ? `#${name}=${otherwise ?? ''}` : `${name}=${quoted(value)}`, ''];
      }),
  );
}

/** Receipt printers and bar-code readers by their USB class, so that a replaced one works without a rule of its own. */
function udevRules({ user }: EdgeAppliance): string {
  return fileText([
    '# USB receipt printers (printer class, raw).',
    `SUBSYSTEM=="usbmisc", KERNEL=="lp[0-9]*", GROUP="${user}", MODE="0660"`,
    '# Readers of codes and documents as raw HID: never as a keyboard that types into the page.',
    `SUBSYSTEM=="hidraw", ATTRS{bInterfaceClass}=="03", GROUP="${user}", MODE="0660"`,
    '# Readers and printers on serial lines.',
    `SUBSYSTEM=="tty", KERNEL=="ttyACM[0-9]*|ttyUSB[0-9]*", GROUP="${user}", MODE="0660"`,
  ]);
}

/** As systemd reads an environment file. */
function quoted(value: string): string {
  return `"${value.replace(/["\\$`]/g, (character) => `\\${character}`)}"`;
}
