/**
 * Whether people who came together stay together, by the rows of the log: who joined is of the party, and who follows a
 * call to a room is called there before everyone of the same class who waited no less then.
 */
import type { DayRow } from './day-judge.ts';

interface Member {
  readonly number: string;
  readonly partyId: string;
  priorityClass: string;
  /** The only room that may call it; null: any of its service. */
  boundTo: string | null;
  lastSeq: number;
}
interface Follower {
  readonly member: Member;
  readonly ticketId: string;
  readonly pointId: string;
  readonly seq: number;
}
/** What of a body this judge reads. */
interface Body {
  readonly ticketId?: string;
  readonly number: string;
  readonly partyOf?: string;
  readonly priorityClass: string;
  readonly to: string;
  readonly servicePointId?: string;
  readonly toServicePointId?: string;
  readonly callId: string;
  readonly rule?: string;
  readonly standing: { readonly priorityClass: string; readonly forServicePointId: string | null };
}
/** Who is to be shown beside the room as long as that call is shown. */
export interface ShownWithCall {
  readonly ticketId: string;
  readonly number: string;
  readonly callId: string;
}

export class PartyJudge {
  readonly #members = new Map<string, Member>();
  readonly #followers = new Map<string, Follower>();
  /** Who is called to a point or served at it now, by that point. */
  readonly #called = new Map<string, { readonly ticketId: string; readonly callId: string }>();
  readonly #joined: (readonly [ticketId: string, otherId: string])[] = [];
  readonly #violations = new Set<string>();

  /** Who took this number said that it belongs to the other one. */
  joined(ticketId: string, otherId: string): void {
    this.#joined.push([ticketId, otherId]);
  }

  get shownWithCalls(): readonly ShownWithCall[] {
    return [...this.#followers.values()].flatMap(({ ticketId, member, pointId }) => {
      const call = this.#called.get(pointId);
      const isTheirs = call !== undefined && this.#members.get(call.ticketId)?.partyId === member.partyId;
      return isTheirs ? [{ ticketId, number: member.number, callId: call.callId }] : [];
    });
  }

  get violations(): readonly string[] {
    const apart = this.#joined.filter(([one, other]) => this.#partyOf(one) !== this.#partyOf(other));
    return [...this.#violations, ...apart.map(([one]) => `${this.#numberOf(one)} is not of the party that it joined`)];
  }

  read({ type, seq, body: text }: DayRow): void {
    const body = JSON.parse(text) as Body;
    const { ticketId } = body;
    if (ticketId === undefined) return;
    if (type === 'v1.TicketIssued') this.#issued(ticketId, seq, body);
    const member = this.#members.get(ticketId);
    if (member === undefined) return;
    if (type === 'v1.TicketCalled' && body.rule === 'next') this.#checkNobodyIsPassedOver(member, body);
    this.#followers.delete(ticketId);
    this.#leavesItsPoint(ticketId, type);
    this.#change(member, type, body);
    if (type === 'v1.TicketFollowsParty' && body.servicePointId !== undefined) {
      this.#followers.set(ticketId, { member, ticketId, pointId: body.servicePointId, seq });
    }
    if (type === 'v1.TicketCalled' && body.servicePointId !== undefined && body.rule !== 'on-paper') {
      this.#called.set(body.servicePointId, { ticketId, callId: body.callId });
    }
    member.lastSeq = seq;
  }

  #issued(ticketId: string, seq: number, { number, partyOf, priorityClass }: Body): void {
    this.#members.set(ticketId, { number, partyId: partyOf ?? ticketId, priorityClass, boundTo: null, lastSeq: seq });
  }

  #change(member: Member, type: string, { to, toServicePointId, servicePointId, standing }: Body): void {
    if (type === 'v1.PriorityChanged') member.priorityClass = to;
    if (type === 'v1.TicketTransferred' || type === 'v1.TicketReassigned') member.boundTo = toServicePointId ?? null;
    if (type === 'v1.TicketFollowsParty') member.boundTo = servicePointId ?? null;
    if (type !== 'v1.StepUndone') return;
    member.priorityClass = standing.priorityClass;
    member.boundTo = standing.forServicePointId;
  }

  /** Any step but those that leave who is called where they are. */
  #leavesItsPoint(ticketId: string, type: string): void {
    if (staysAtPoint.has(type)) return;
    for (const [pointId, call] of this.#called) if (call.ticketId === ticketId) this.#called.delete(pointId);
  }

  #checkNobodyIsPassedOver(called: Member, { servicePointId }: Body): void {
    for (const { member, pointId, seq } of this.#followers.values()) {
      const stoodBehind = called.lastSeq < seq && called.boundTo === null && called.partyId !== member.partyId;
      if (pointId !== servicePointId || !stoodBehind || called.priorityClass !== member.priorityClass) continue;
      this.#violations.add(`${member.number} follows a party, and ${called.number} was called there before`);
    }
  }

  #partyOf(ticketId: string): string | undefined {
    return this.#members.get(ticketId)?.partyId;
  }

  #numberOf(ticketId: string): string {
    return this.#members.get(ticketId)?.number ?? ticketId;
  }
}

const staysAtPoint: ReadonlySet<string> = new Set([
  'v1.TicketRecalled',
  'v1.ServiceStarted',
  'v1.StillHereConfirmed',
  'v1.RoomStateChanged',
  'v1.WalkAcknowledged',
  'v1.TicketNoted',
  'v1.TicketIdentified',
  'v1.ReprintRequested',
  'v1.DocumentPrinted',
  'v1.PrintFailed',
  'v1.PrintEndUnknown',
  'v1.ConsentRecorded',
  'v1.QuestionnaireAnswered',
  'v1.ScreeningCleared',
  'v1.SteppedOut',
  'v1.CalledBack',
  'v1.CameBackInside',
  'v1.PriorityChanged',
  'v1.HelpRequested',
]);
