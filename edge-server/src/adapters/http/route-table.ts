// Every route of the edge, who may use it, and whether plain HTTP serves it to others than this machine. What is not in
// here does not start; what no role is named for is open to all who reach it. Source: API.md, "The edge".

import { mostImportBytes } from '@foyer/contracts/appointment-table.ts';
import { mostClipBytes } from '@foyer/contracts/call-phrases.ts';
import { mostVideoBytes } from '@foyer/contracts/media.ts';
import type { DeviceRole, StaffRole } from '@foyer/contracts/roles.ts';
import { mostSetUpBytes } from './command-size.ts';

/**
 * `first-run`: the bearer of the one-time code that the console of an empty edge shows; `first-run-repeat`: of the one
 * that it showed until the first tablet was in, who may only ask for the same answer again.
 */
export type Visitor = StaffRole | DeviceRole | 'ticket-page' | 'first-run' | 'first-run-repeat';

export interface RouteEntry {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  /** Absent: anyone. */
  readonly who?: readonly Visitor[];
  /** Served over plain HTTP to other machines too. */
  readonly plain?: true;
  /** Only to this machine, whatever the transport. */
  readonly loopback?: true;
  /** Requests in a minute from one address; absent: the general limit. */
  readonly perMinute?: number;
  /** `route-schemas.ts` says what it takes. */
  readonly checked?: true;
  /** Of a request's body, where it may be larger than usual. */
  readonly bodyLimitBytes?: number;
  /** Takes a file in place of JSON. */
  readonly bytes?: true;
  /** The file is too large for memory: its handler reads it as it comes. */
  readonly streamed?: true;
  /** What it is for; goes into the OpenAPI document. */
  readonly summary: string;
}

const anyStaff = [
  'nurse',
  'reception',
  'cashier',
  'supervisor',
  'auditor',
  'admin',
] as const satisfies readonly Visitor[];
const setsDisplays = ['supervisor', 'admin'] as const satisfies readonly Visitor[];
const screens = ['kiosk', 'display', 'staff-tablet'] as const satisfies readonly Visitor[];
const anyCredential = [...anyStaff, 'kiosk', 'display', 'button', 'staff-tablet'] as const satisfies readonly Visitor[];

export const routeTable = {
  health: { method: 'GET', url: '/healthz', summary: 'Alive.' },
  ready: { method: 'GET', url: '/readyz', summary: 'Able to serve; a line per dependency.' },
  metrics: { method: 'GET', url: '/metrics', summary: 'Figures as Prometheus text.' },
  openApi: { method: 'GET', url: '/openapi.json', summary: 'This document.' },

  openSession: {
    method: 'POST',
    url: '/api/v1/sessions',
    who: ['staff-tablet'],
    checked: true,
    perMinute: 30,
    summary: 'Sign in on an enrolled tablet with a tile and a PIN, or a badge.',
  },
  closeSession: { method: 'DELETE', url: '/api/v1/sessions', who: anyStaff, summary: 'Lock the tablet.' },
  staffTiles: { method: 'GET', url: '/api/v1/staff-tiles', who: ['staff-tablet'], summary: 'Who may sign in here.' },

  unlockStaff: {
    method: 'POST',
    url: '/api/v1/staff/:id/unlock',
    who: ['supervisor', 'admin'],
    checked: true,
    perMinute: 60,
    summary: 'Open a name that wrong PINs have locked.',
  },

  beginEnrolment: {
    method: 'POST',
    url: '/api/v1/enrolments',
    checked: true,
    perMinute: 20,
    summary: 'A screen that wants in gets a code to show.',
  },
  pollEnrolment: {
    method: 'GET',
    url: '/api/v1/enrolments/:id',
    checked: true,
    perMinute: 120,
    summary: 'What became of it; Bearer is the poll secret.',
  },
  approveEnrolment: {
    method: 'POST',
    url: '/api/v1/enrolments/approve',
    who: ['admin', 'first-run'],
    checked: true,
    perMinute: 20,
    summary: 'An administrator types the code of a screen and picks its role and place.',
  },
  lookAtEnrolment: {
    method: 'POST',
    url: '/api/v1/enrolments/look',
    who: ['admin', 'first-run'],
    checked: true,
    perMinute: 60,
    summary: 'Whose code it is: the key of the screen, to compare its words before it is let in.',
  },
  askRenewal: {
    method: 'POST',
    url: '/api/v1/renewals/ask',
    checked: true,
    perMinute: 20,
    summary: 'What the key of a screen has to sign, to renew its credential.',
  },
  renewCredential: {
    method: 'POST',
    url: '/api/v1/renewals',
    checked: true,
    perMinute: 20,
    summary: 'Another credential for a screen that has signed the question, also for a year after the last expired.',
  },
  redeemEnrolment: {
    method: 'POST',
    url: '/api/v1/enrolments/redeem',
    checked: true,
    loopback: true,
    perMinute: 60,
    summary: 'The one-time code of a printed link; the demonstration alone.',
  },
  devices: { method: 'GET', url: '/api/v1/devices', who: ['admin'], summary: 'Enrolled screens and things.' },
  revokeDevice: {
    method: 'DELETE',
    url: '/api/v1/devices/:id',
    who: ['admin'],
    checked: true,
    summary: 'Take a screen’s credential away.',
  },

  firstRunStatus: {
    method: 'GET',
    url: '/api/v1/first-run',
    who: ['first-run'],
    perMinute: 30,
    summary: 'How an empty edge stands.',
  },
  setUpClinic: {
    method: 'POST',
    url: '/api/v1/first-run',
    who: ['first-run', 'first-run-repeat'],
    checked: true,
    perMinute: 20,
    summary: 'Make the clinic of an empty edge, and let in the tablet that asks.',
  },
  importAppointments: {
    method: 'POST',
    url: '/api/v1/appointments/import',
    who: ['reception', 'supervisor', 'admin'],
    checked: true,
    perMinute: 30,
    bodyLimitBytes: mostImportBytes,
    summary: 'Look at a table of appointments, or take its good rows over.',
  },

  clinicAsSetUp: {
    method: 'GET',
    url: '/api/v1/clinic',
    who: ['supervisor', 'admin'],
    summary: 'The clinic as it is set up.',
  },
  checkClinic: {
    method: 'POST',
    url: '/api/v1/clinic/check',
    who: ['admin'],
    checked: true,
    perMinute: 120,
    bodyLimitBytes: mostSetUpBytes,
    summary: 'Whether a change of the set-up could be applied now, and what does not fit in it.',
  },
  paperPicture: {
    method: 'POST',
    url: '/api/v1/paper/pictures',
    who: ['admin'],
    checked: true,
    perMinute: 240,
    summary: 'A template of paper as it would be printed, of nobody (PNG).',
  },
  printPaperProof: {
    method: 'POST',
    url: '/api/v1/paper/proofs',
    who: ['admin'],
    checked: true,
    perMinute: 12,
    summary: 'A template of paper, printed once, of nobody.',
  },

  identify: {
    method: 'POST',
    url: '/api/v1/identifications',
    who: ['kiosk'],
    checked: true,
    perMinute: 60,
    summary: 'Find a patient without showing a list.',
  },
  endIdentification: {
    method: 'DELETE',
    url: '/api/v1/identifications',
    who: ['kiosk'],
    summary: 'The kiosk wiped its screen: the session is over.',
  },
  command: {
    method: 'POST',
    url: '/api/v1/commands',
    who: anyCredential,
    bodyLimitBytes: mostSetUpBytes,
    summary: 'One command, by the table of commands.',
  },
  patientSearches: {
    method: 'POST',
    url: '/api/v1/patient-searches',
    who: ['reception', 'supervisor', 'admin'],
    checked: true,
    perMinute: 600,
    summary: 'Find people by a beginning of names, a birth date, a phone’s end or a document number.',
  },
  patientRecord: {
    method: 'GET',
    url: '/api/v1/patients/:id',
    who: ['reception', 'supervisor'],
    checked: true,
    perMinute: 300,
    summary: 'What the desk may correct of one person.',
  },
  listPrints: {
    method: 'POST',
    url: '/api/v1/list-prints',
    who: ['reception', 'supervisor'],
    checked: true,
    perMinute: 60,
    summary: 'Today’s list of people was printed.',
  },
  formsToFill: {
    method: 'GET',
    url: '/api/v1/forms',
    who: ['kiosk'],
    checked: true,
    perMinute: 120,
    summary: 'What is still to be asked before a service.',
  },
  formResponses: {
    method: 'GET',
    url: '/api/v1/tickets/:id/forms',
    who: ['nurse', 'reception', 'supervisor'],
    checked: true,
    perMinute: 300,
    summary: 'What was said in the forms of one ticket.',
  },
  nextDayList: {
    method: 'POST',
    url: '/api/v1/list-prints/next',
    who: ['reception', 'supervisor'],
    checked: true,
    perMinute: 60,
    summary: 'The list of people of the next day that the clinic is open, to be printed.',
  },
  bookedTimes: {
    method: 'GET',
    url: '/api/v1/booked-times',
    who: ['reception', 'supervisor', 'admin'],
    checked: true,
    perMinute: 600,
    summary: 'How many are booked on one day, when and for what.',
  },
  board: { method: 'GET', url: '/api/v1/board', who: anyStaff, summary: 'Tickets, calls and service points now.' },
  ticket: { method: 'GET', url: '/api/v1/tickets/:id', who: anyStaff, checked: true, summary: 'One ticket.' },
  why: {
    method: 'GET',
    url: '/api/v1/tickets/:id/why',
    who: anyStaff,
    checked: true,
    summary: 'Why a ticket is where it is in its queue.',
  },
  callingRules: {
    method: 'GET',
    url: '/api/v1/calling-rules',
    who: anyStaff,
    summary: 'By which rules somebody is called next.',
  },
  previewRules: {
    method: 'POST',
    url: '/api/v1/calling-rules/preview',
    who: ['supervisor', 'admin'],
    checked: true,
    perMinute: 120,
    summary: 'What other rules would do to the queue of this moment; nothing changes.',
  },
  whatIf: {
    method: 'POST',
    url: '/api/v1/calling-rules/what-if',
    who: ['supervisor', 'admin'],
    checked: true,
    perMinute: 20,
    summary:
      'The waits of a past day as they were, and as a replay has them under the rules in force and under others.',
  },
  reassignmentProposal: {
    method: 'GET',
    url: '/api/v1/reassignment-proposal',
    who: ['nurse', 'reception', 'supervisor'],
    checked: true,
    perMinute: 300,
    summary: 'Who is affected when somebody leaves or a room is shut, and where each could go.',
  },
  log: {
    method: 'GET',
    url: '/api/v1/log',
    who: ['auditor'],
    summary: 'Rows of the sealed log after a position.',
    checked: true,
  },
  refusals: {
    method: 'GET',
    url: '/api/v1/refusals',
    who: ['auditor'],
    checked: true,
    summary: 'The latest refusals.',
  },
  recordViews: {
    method: 'GET',
    url: '/api/v1/record-views',
    who: ['auditor'],
    checked: true,
    summary: 'Who was shown whose record, after a number.',
  },

  speak: {
    method: 'GET',
    url: '/api/v1/voice',
    who: [...screens, ...anyStaff],
    checked: true,
    perMinute: 120,
    summary: 'A text, spoken (WAV).',
  },
  speakCall: {
    method: 'GET',
    url: '/api/v1/voice/:callId/:file',
    who: [...screens, ...anyStaff],
    checked: true,
    summary: 'A call, spoken (WAV).',
  },

  mediaList: { method: 'GET', url: '/api/v1/media', who: setsDisplays, summary: 'What displays may show.' },
  addMedia: {
    method: 'POST',
    url: '/api/v1/media',
    who: setsDisplays,
    checked: true,
    perMinute: 60,
    bodyLimitBytes: mostVideoBytes,
    bytes: true,
    streamed: true,
    summary: 'A picture or a video for displays.',
  },
  mediaFile: {
    method: 'GET',
    url: '/api/v1/media/:file',
    who: ['display', ...setsDisplays],
    checked: true,
    summary: 'A picture or a video, as it was brought.',
  },
  removeMedia: {
    method: 'DELETE',
    url: '/api/v1/media/:file',
    who: setsDisplays,
    checked: true,
    summary: 'A picture or a video goes.',
  },
  recordedClips: {
    method: 'GET',
    url: '/api/v1/clips/:language',
    who: setsDisplays,
    checked: true,
    summary: 'Which phrases of a call are recorded in a language.',
  },
  clip: {
    method: 'GET',
    url: '/api/v1/clips/:language/:phrase',
    who: ['display', ...setsDisplays],
    checked: true,
    summary: 'A recorded phrase.',
  },
  recordClip: {
    method: 'POST',
    url: '/api/v1/clips/:language/:phrase',
    who: setsDisplays,
    checked: true,
    perMinute: 240,
    bodyLimitBytes: mostClipBytes,
    bytes: true,
    summary: 'A phrase of a call, recorded.',
  },
  removeClip: {
    method: 'DELETE',
    url: '/api/v1/clips/:language/:phrase',
    who: setsDisplays,
    checked: true,
    summary: 'A recorded phrase goes.',
  },

  root: { method: 'GET', url: '/', plain: true, summary: 'To the page that fits: the first run, or the staff.' },
  firstRun: { method: 'GET', url: '/first-run', summary: 'The page that an empty edge begins with.' },
  authority: { method: 'GET', url: '/authority', plain: true, summary: 'How to trust this clinic’s edge.' },
  authorityFile: {
    method: 'GET',
    url: '/foyer-authority.crt',
    plain: true,
    summary: 'The authority’s certificate, DER.',
  },
  authorityPem: {
    method: 'GET',
    url: '/foyer-authority.pem',
    plain: true,
    summary: 'The authority’s certificate, PEM.',
  },

  authorityStyle: { method: 'GET', url: '/authority.css', plain: true, summary: 'How that page looks.' },
  authorityScript: { method: 'GET', url: '/authority.js', plain: true, summary: 'Whether HTTPS is trusted, asked.' },
  authorityTrusted: { method: 'GET', url: '/authority/trusted', summary: 'That this device trusts the edge.' },

  kioskRoot: { method: 'GET', url: '/kiosk', summary: 'To /kiosk/.' },
  kioskPage: { method: 'GET', url: '/kiosk/*', summary: 'The kiosk.' },
  displayRoot: { method: 'GET', url: '/display', summary: 'To /display/.' },
  displayPage: { method: 'GET', url: '/display/*', summary: 'The wall.' },
  staffRoot: { method: 'GET', url: '/staff', summary: 'To /staff/.' },
  staffPage: { method: 'GET', url: '/staff/*', summary: 'The tablet.' },
  ticketAssets: { method: 'GET', url: '/t/assets/*', plain: true, summary: 'Files of the ticket page.' },
  ticketPage: {
    method: 'GET',
    url: '/t/:publicId',
    plain: true,
    perMinute: 300,
    checked: true,
    summary: 'A patient’s own page.',
  },
} as const satisfies { readonly [id: string]: RouteEntry };

export type RouteId = keyof typeof routeTable;
export const routeEntries: { readonly [Id in RouteId]: RouteEntry } = routeTable;

const byAddress = new Map(
  (Object.entries(routeEntries) as [RouteId, RouteEntry][]).map(([id, entry]) => [
    `${entry.method} ${entry.url}`,
    { ...entry, id },
  ]),
);

/** The table's row for what a framework wants to start, or undefined: it does not start. */
export function declaredRoute(
  method: string,
  url: string | undefined,
): (RouteEntry & { readonly id: RouteId }) | undefined {
  return byAddress.get(`${method === 'HEAD' ? 'GET' : method} ${url}`);
}
