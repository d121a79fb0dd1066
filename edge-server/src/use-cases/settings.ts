// Settings that change while the edge runs. The table of commands says who changes any; each setting says who changes it.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { isSettingValue, liveSettings, type LiveSetting } from '@foyer/contracts/live-settings.ts';
import { accept, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, type Party, type UseCaseContext } from './context.ts';

export function changeSetting(
  { name, value, reason }: CommandOf<'change-setting'>,
  { sender }: Party,
  _context: UseCaseContext,
): Decision {
  const { whoMayChange }: LiveSetting = liveSettings[name];
  if (!whoMayChange.some((role) => sender.roles.includes(role))) return refused('not-allowed');
  if (value !== null && !isSettingValue(name, value)) return refused('setting-invalid', { name });
  return accept(withStaffReason({ type: 'v1.SettingChanged', body: { name, value } }, reason, sender.staffId));
}
