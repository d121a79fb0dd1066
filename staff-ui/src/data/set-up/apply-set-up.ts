// Applies a draft: the clinic first, because rules and displays may name what is new in it; stops at the first "no".

import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { refusedIn, type Refused } from '../refusals.ts';
import type { StaffSession } from '../staff-session.ts';
import { changesOf, type SetUpDraft } from './set-up-draft.ts';

const GIVE_UP_AFTER_MS = 15_000;

/** Undefined when all of it was applied. Whatever was stays applied, and is no change when it is sent again. */
export async function applySetUp(
  session: Pick<StaffSession, 'act' | 'read'>,
  draft: SetUpDraft,
  reason: string | undefined,
): Promise<Refused | undefined> {
  for (const command of commandsOf(draft, reason)) {
    const refused = refusedIn(await session.act(command, { giveUpAfterMs: GIVE_UP_AFTER_MS }));
    if (refused === undefined) continue;
    // It is said where it was asked.
    session.read();
    return refused;
  }
  return undefined;
}

export function commandsOf(draft: SetUpDraft, reason: string | undefined): readonly CommandBody[] {
  const { clinic, callingRules, displays } = changesOf(draft);
  const because = reason === undefined ? {} : { reason };
  return [
    ...(Object.keys(clinic).length === 0
      ? []
      : [{ type: 'change-clinic' as const, version: draft.version, changes: clinic, ...because }]),
    ...(callingRules === undefined ? [] : [{ type: 'set-calling-rules' as const, rules: callingRules, ...because }]),
    ...Object.entries(displays).map(([deviceId, layout]) => ({
      type: 'set-display-layout' as const,
      deviceId,
      layout,
      ...because,
    })),
  ];
}
