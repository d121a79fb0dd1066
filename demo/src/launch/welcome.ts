// What the person at the terminal reads when everything answers: where each screen is, and who may sign in.

import type { RunningDemonstration } from './demonstration.ts';
import type { ScreenLink } from './screen-links.ts';

export type Welcome = Omit<RunningDemonstration, 'stop'>;

/** The last line, which scripts wait for. */
const readyLine = 'foyer ready';

export function welcomeLines(running: Welcome): readonly string[] {
  const { links, byLoopback, pmsUrl, devicesUrl, users, staff } = running;
  const [manager] = users;
  return [
    '',
    ...links.flatMap((link) => screenLines(link, running)),
    titled('Dashboard', `${pmsUrl}/   ${manager?.email} / ${manager?.password}`),
    titled('Virtual devices', `${devicesUrl}/`),
    '',
    '  Sign in on a tablet with a name and its PIN:',
    ...staff.map(({ name, roles, pin }) => titled('', `${name.padEnd(18)}${pin}   ${roles.join(', ')}`)),
    '',
    ...(byLoopback ? [] : notByLoopback),
    readyLine,
  ];
}

/** A line for this machine, with the code, and one for the others, which show a code of their own. */
function screenLines({ title, path, code }: ScreenLink, { byLoopback, edgeUrl, lanTlsUrl }: Welcome): string[] {
  const addresses = [
    ...(byLoopback ? [`${edgeUrl}${path}#${code}`] : []),
    ...(lanTlsUrl === undefined ? [] : [`${lanTlsUrl}${path}`]),
  ];
  return addresses.map((address, index) => titled(index === 0 ? title : '', address));
}

const notByLoopback = [
  '  FOYER_BIND leaves loopback out, and this machine counts as any other. One-time codes, the tokens in demo.json and',
  '  the virtual call buttons work from loopback alone, so now they do not; a new screen waits for an administrator on a',
  '  tablet that was let in before, and the dashboard needs HTTPS in front of it. To look around, start without',
  '  FOYER_BIND: that listens on this address too.',
  '',
];

function titled(title: string, text: string): string {
  return `  ${title.padEnd(16)}${text}`;
}
