/** Bugs planted in what a clinic's days left behind: each has to be seen, and nothing where none was planted. */
import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { Random } from '../../bench/kit/random.ts';
import { DayJudge, type Told } from './day-judge.ts';
import { PartyJudge } from './party-judge.ts';
import { plantedOutOfSight } from './planted-out-of-sight.ts';
import { plantedVisits } from './planted-visits.ts';
import type { SimulatedEdge } from './simulated-edge.ts';
import type { SimulatedPeople } from './simulated-people.ts';
import { ViewWatcher } from './view-watcher.ts';

export interface PlantedBug {
  readonly name: string;
  readonly isCaught: () => boolean;
}
interface Scene {
  readonly edge: SimulatedEdge;
  readonly people: SimulatedPeople;
  readonly random: Random;
}

/** A row that says nothing to the judge, in place of one that is taken away. */
const silent = { type: 'v1.DocumentPrinted', body: '{"jobId":"none"}', commandId: null };

export function plantedBugs(scene: Scene): readonly PlantedBug[] {
  const { edge } = scene;
  const rows = edge.rowsAfter({ epoch: 0, seq: 0 });
  const issued = firstOf(rows, 'v1.TicketIssued');
  const twice = { body: JSON.stringify({ ...bodyOf(issued), ticketId: 'another', patientId: undefined }) };
  const alarm = { type: 'v1.HelpRequested', body: '{"helpId":"unheard"}' };
  return [
    { name: 'a call that was written twice', isCaught: () => judged(repeated(rows, 'v1.TicketCalled')).duplicated > 0 },
    { name: 'two outcomes of one patient', isCaught: () => isSeen(repeated(rows, 'v1.ServiceFinished')) },
    { name: 'a number that was given twice', isCaught: () => isSeen(repeated(rows, 'v1.TicketIssued', twice)) },
    { name: 'an alarm that nobody took or heard', isCaught: () => isSeen(repeated(rows, 'v1.TicketIssued', alarm)) },
    { name: 'a ticket without an outcome', isCaught: () => isSeen(withoutLastOutcome(rows)) },
    { name: 'a ticket that was told and is in no row', isCaught: () => isMissed(rows, issued) },
    { name: 'a row of the wrong day', isCaught: () => isSeen(instead(rows, issued, { businessDay: '2020-01-01' })) },
    { name: 'a call before the answer after a power cut', isCaught: () => isSeen(calledOverAQuestion(rows)) },
    { name: 'a number on the wall before the answer', isCaught: () => isCallHeard(scene) },
    { name: 'a name on the wall', isCaught: () => isNameSeen(scene) },
    { name: 'a masked name beside a call', isCaught: () => isMaskedNameSeen(scene) },
    { name: 'a follower who was passed over', isCaught: isPassingOverSeen },
    ...plantedOutOfSight,
    ...plantedVisits,
    {
      name: 'a row that somebody changed',
      isCaught: () => edge.auditedAfter(changeARow, (audit) => !audit.verify().ok),
    },
    {
      name: 'a projection that somebody changed',
      isCaught: () => edge.auditedAfter(loseATicket, (audit) => audit.rebuild().differing.includes('tickets')),
    },
  ];
}

/** None, unless the same judge finds nothing wrong with the same days as they were. */
export function caughtOf(bugs: readonly PlantedBug[], { edge }: Pick<Scene, 'edge'>): number {
  if (isSeen(edge.rowsAfter({ epoch: 0, seq: 0 }))) return 0;
  return bugs.filter(({ isCaught }) => isCaught()).length;
}

const changeARow = 'DROP TRIGGER log_is_append_only; UPDATE log SET at = at + 1 WHERE seq = 9';
const loseATicket = 'DELETE FROM tickets WHERE id = (SELECT min(id) FROM tickets)';

function judged(rows: readonly LogRow[], told: readonly Told[] = []) {
  const judge = new DayJudge();
  for (const one of told) judge.tell(one);
  for (const { type, body } of rows) {
    const { helpId } = JSON.parse(body) as { readonly helpId?: string };
    // Each was heard on the days themselves, but for the one that is planted.
    if (type === 'v1.HelpRequested' && helpId !== undefined && helpId !== 'unheard') judge.sawEscalated(helpId);
  }
  for (const row of rows) judge.read(row);
  judge.endOfDay();
  return judge.verdict();
}

function isSeen(rows: readonly LogRow[]): boolean {
  const { duplicated, violations } = judged(rows);
  return duplicated + violations.length > 0;
}

function isMissed(rows: readonly LogRow[], issued: LogRow): boolean {
  const { epoch, seq } = issued;
  const told = { commandId: issued.commandId ?? '', epoch, seq, ticketId: String(bodyOf(issued)['ticketId']) };
  return judged(instead(rows, issued, silent), [told]).lost === 1;
}

function isNameSeen({ edge, people, random }: Scene): boolean {
  const { name, birthDate, phone } = people.somebody();
  const wall = edge.views.view({ namespace: '/display' }) ?? {};
  const found = [undefined, name?.family, birthDate, phone].map((leak) => {
    const watcher = new ViewWatcher(edge, people, random, () => undefined);
    watcher.scan('the wall', { ...wall, leak });
    return watcher.violations.length;
  });
  return found.join() === '0,1,1,1';
}

/** As much as a mask leaves; initials tell nobody's name. */
function isMaskedNameSeen({ edge, people, random }: Scene): boolean {
  const family = people.somebody().name?.family ?? '';
  const found = [`${family.charAt(0)}.`, `${family.slice(0, -3)}***`].map((name) => {
    const watcher = new ViewWatcher(edge, people, random, () => undefined);
    watcher.scan('the wall', { calls: { call: { id: 'call', number: 'A001', name } } });
    return watcher.violations.length;
  });
  return found.join() === '0,1';
}

function isPassingOverSeen(): boolean {
  const issued = (ticketId: string, partyOf?: string) => ({
    ticketId,
    number: ticketId,
    priorityClass: 'booked',
    partyOf,
  });
  const called = (ticketId: string) => ({ ticketId, servicePointId: 'room', callId: `of ${ticketId}`, rule: 'next' });
  const family = [
    ['v1.TicketIssued', issued('mother')],
    ['v1.TicketIssued', issued('other')],
    ['v1.TicketIssued', issued('child', 'mother')],
    ['v1.TicketCalled', called('mother')],
    ['v1.TicketFollowsParty', { ticketId: 'child', servicePointId: 'room' }],
  ] as const;
  const found = ['child', 'other'].map((next) => {
    const judge = new PartyJudge();
    for (const [seq, [type, body]] of [...family, ['v1.TicketCalled', called(next)] as const].entries()) {
      judge.read({
        epoch: 1,
        seq,
        type,
        at: seq,
        businessDay: '2020-01-01',
        commandId: null,
        body: JSON.stringify(body),
      });
    }
    return judge.violations.length;
  });
  return found.join() === '0,1';
}

/** The power fails for long behind the first call, and the same number is announced again before anybody has answered. */
function calledOverAQuestion(rows: readonly LogRow[]): readonly LogRow[] {
  const call = firstOf(rows, 'v1.TicketCalled');
  const at = rows.indexOf(call) + 1;
  const gap = { ...call, ...silent, type: 'v1.GapNoticed', body: '{"from":1,"until":2}' };
  const again = { ...call, type: 'v1.TicketRecalled', commandId: null };
  return [...rows.slice(0, at), gap, again, ...rows.slice(at)].map((each, index) => ({ ...each, seq: index + 1 }));
}

function isCallHeard({ edge, people, random }: Scene): boolean {
  const call = { id: 'call', ticketId: 'asked', number: 'A001', servicePointId: 'room', at: 1 };
  const found = ['somebody else', 'asked'].map((ticketId) => {
    const watcher = new ViewWatcher(edge, people, random, () => undefined);
    watcher.hear('the wall', [call], new Set([ticketId]));
    return watcher.violations.length;
  });
  return found.join() === '0,1';
}

/** The first row of a type once more behind itself, with these changes. */
function repeated(rows: readonly LogRow[], type: string, changes: Partial<LogRow> = {}): readonly LogRow[] {
  const row = firstOf(rows, type);
  const at = rows.indexOf(row) + 1;
  const again = { ...row, commandId: null, ...changes };
  return [...rows.slice(0, at), again, ...rows.slice(at)].map((each, index) => ({ ...each, seq: index + 1 }));
}

function withoutLastOutcome(rows: readonly LogRow[]): readonly LogRow[] {
  const row = rows.findLast((each) => each.type === 'v1.ServiceFinished' && isLastOfItsTicket(rows, each));
  return row === undefined ? rows : instead(rows, row, silent);
}

function isLastOfItsTicket(rows: readonly LogRow[], row: LogRow): boolean {
  const { ticketId } = bodyOf(row);
  return rows.findLast((each) => bodyOf(each)['ticketId'] === ticketId) === row;
}

function instead(rows: readonly LogRow[], row: LogRow, changes: Partial<LogRow>): readonly LogRow[] {
  return rows.map((each) => (each === row ? { ...each, ...changes } : each));
}

function firstOf(rows: readonly LogRow[], type: string): LogRow {
  const found = rows.find((row) => row.type === type);
  if (found === undefined) throw new Error(`these days have no ${type}`);
  return found;
}

function bodyOf({ body }: LogRow): Readonly<Record<string, unknown>> {
  return JSON.parse(body) as Record<string, unknown>;
}
