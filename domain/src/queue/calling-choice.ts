// The choice of one service point, and why: which rule chose, and who waits as long or longer and was passed over.

import type { PassedOverReason } from '@foyer/contracts/calling-choices.ts';
import type { CallingRules, ChosenBy } from '@foyer/contracts/calling-rules.ts';
import type { ServicePointConfiguration } from '@foyer/contracts/configuration.ts';
import type { ChoiceReason, PassedOver } from '@foyer/contracts/explanation.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { claimOf, compareWaits, heldBack, wholeMinutes, type CallingPost, type Claim } from './calling-claim.ts';
import { callsInOrder, type Choice } from './calling-order.ts';
import type { rulesOf } from './calling-rules.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';

type Point = Pick<ServicePointConfiguration, 'id' | 'serviceIds'>;
type InForce = NonNullable<ReturnType<typeof rulesOf>>;

/** Whom a point may call under the rules, and whom something holds back there. */
export interface Choices {
  readonly post: CallingPost;
  readonly admitted: readonly Claim[];
  readonly held: readonly { readonly claim: Claim; readonly because: PassedOverReason }[];
  /** From the next one on. */
  readonly calls: () => Generator<Choice, undefined>;
}

/** `candidates`: who waits, and may be called there by what the clinic is. */
export function choicesAt(
  point: Point,
  candidates: readonly TicketRecord[],
  { servicePoints }: Pick<QueueState, 'servicePoints'>,
  { rules }: InForce,
  now: EpochMs,
): Choices {
  const record = servicePoints.get(point.id);
  const post = postAt(point, record?.staffId ?? null, rules);
  const admitted: Claim[] = [];
  const held: { claim: Claim; because: PassedOverReason }[] = [];
  for (const ticket of candidates) {
    const claim = claimOf(ticket, rules, now);
    const because = heldBack(claim, post, rules);
    if (because === undefined) admitted.push(claim);
    else held.push({ claim, because });
  }
  const turns = (record?.turns ?? []).map(({ priorityClass }) => priorityClass);
  return { post, admitted, held, calls: () => callsInOrder(admitted, post.calling, rules, turns) };
}

/** As the fact of its call carries it. */
export function chosenBy({ claim, rule, condition }: Choice, { revision }: InForce): ChosenBy {
  return {
    revision,
    rule,
    ...(condition === undefined ? {} : { condition }),
    priorityClass: claim.priorityClass,
  };
}

/** The rule that chose, with what it goes by at that post. */
export function choiceReason(
  { claim, rule, condition = 0 }: Choice,
  { post }: Choices,
  rules: CallingRules,
): ChoiceReason {
  const { conditions, shares, order } = post.calling;
  const queue = conditions[condition];
  const { priorityClass } = claim;
  if (rule === 'longest-wait') return { rule, minutes: rules.longestWaitMinutes };
  if (rule === 'condition' && queue !== undefined) return { rule, ...queue };
  if (rule === 'share' && shares !== undefined && priorityClass !== 'emergency') {
    const of = shares.priority + shares.booked + shares['walk-in'];
    return { rule, priorityClass, share: shares[priorityClass], of };
  }
  return rule === 'emergency' ? { rule } : { rule: 'order', order };
}

/** Who waits as long or longer than whom was chosen, the longest wait first. */
export function passedOver(choice: Choice, { admitted, held, post }: Choices): readonly PassedOver[] {
  const { claim: chosen } = choice;
  const reasons = new Map(held.map(({ claim, because }) => [claim, because]));
  return [...admitted, ...reasons.keys()]
    .filter((claim) => claim !== chosen && compareWaits(claim, chosen) < 0)
    .toSorted(compareWaits)
    .map((claim) => ({
      ticketId: claim.ticket.id,
      number: claim.ticket.number,
      waitedMinutes: wholeMinutes(claim),
      because: reasons.get(claim) ?? reasonOf(claim, choice, post),
    }));
}

function reasonOf(
  { isDue, ticket }: Claim,
  { rule, condition = 0 }: Choice,
  { calling }: CallingPost,
): PassedOverReason {
  if (rule === 'emergency') return 'emergency';
  if (!isDue) return 'not-due';
  if (rule === 'share') return 'share';
  const queue = calling.conditions[condition]?.serviceId;
  return rule === 'condition' && ticket.standing.serviceId !== queue ? 'condition' : 'class';
}

/** A person's profile counts first, where it has something to do at that point; then the point's own. */
function postAt(point: Point, staffId: string | null, { profiles, usual }: InForce['rules']): CallingPost {
  const personal = profiles.find((profile) => profile.staffId !== undefined && profile.staffId === staffId);
  const own = profiles.find(({ servicePointId }) => servicePointId === point.id);
  const offered = (serves: readonly string[]) => serves.filter((id) => point.serviceIds.includes(id));
  const at = { servicePointId: point.id, staffId };
  for (const profile of [personal, own]) {
    if (profile === undefined) continue;
    const serves = offered(profile.serves);
    if (serves.length > 0) return { ...at, serves, calling: profile };
  }
  return { ...at, serves: point.serviceIds, calling: usual };
}
