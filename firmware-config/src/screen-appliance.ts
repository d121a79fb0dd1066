// The files that make a mini-PC a kiosk or a wall: Chromium in front of one page, trusting the clinic's authority, with
// sound allowed and nothing else reachable.

import { type ApplianceFile, fileText } from './appliance-file.ts';

export interface ScreenAppliance {
  readonly role: 'kiosk' | 'display';
  /** The edge over HTTPS, such as `https://192.168.1.5:8443`. */
  readonly edgeUrl: string;
  /** The clinic's authority: DER, base64. */
  readonly authority: string;
  /** The system user that the browser runs as. */
  readonly user: string;
}

export function screenApplianceFiles(screen: ScreenAppliance): readonly ApplianceFile[] {
  return [
    { path: '/etc/chromium/policies/managed/foyer.json', mode: 0o644, text: browserPolicy(screen) },
    { path: '/etc/systemd/system/foyer-screen.service', mode: 0o644, text: screenUnit(screen) },
  ];
}

/** Source: Chrome Enterprise policy list. */
function browserPolicy({ edgeUrl, authority }: ScreenAppliance): string {
  const policy = {
    CACertificates: [authority],
    URLBlocklist: ['*'],
    URLAllowlist: [edgeUrl],
    AutoplayAllowed: true,
    VideoCaptureAllowedUrls: [edgeUrl],
    AudioCaptureAllowed: false,
    DefaultPopupsSetting: 2,
    DefaultNotificationsSetting: 2,
    DefaultGeolocationSetting: 2,
    DeveloperToolsAvailability: 2,
    IncognitoModeAvailability: 1,
    PasswordManagerEnabled: false,
    AutofillAddressEnabled: false,
    AutofillCreditCardEnabled: false,
    TranslateEnabled: false,
    PrintingEnabled: false,
    MetricsReportingEnabled: false,
    BrowserSignin: 0,
    SyncDisabled: true,
  };
  return fileText([JSON.stringify(policy, undefined, 2)]);
}

/** One program on the screen (cage), started again whatever ended it. */
function screenUnit({ role, edgeUrl, user }: ScreenAppliance): string {
  const browser = [
    '/usr/bin/chromium',
    '--ozone-platform=wayland',
    '--kiosk',
    '--no-first-run',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--noerrdialogs',
    '--disable-session-crashed-bubble',
    `${edgeUrl}/${role}/`,
  ].join(' ');
  return fileText([
    '[Unit]',
    `Description=Foyer ${role}`,
    'After=systemd-user-sessions.service',
    'Conflicts=getty@tty1.service',
    'StartLimitIntervalSec=0',
    '',
    '[Service]',
    `User=${user}`,
    'PAMName=login',
    'TTYPath=/dev/tty1',
    'StandardInput=tty',
    `ExecStart=/usr/bin/cage -- ${browser}`,
    'Restart=always',
    'RestartSec=2',
    '',
    '[Install]',
    'WantedBy=graphical.target',
  ]);
}
