// The settings that may change while the edge runs, for who may change them: what each is now.

import { liveSettingNames, liveSettings, settingValue, type LiveSetting } from '@foyer/contracts/live-settings.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { ClinicState } from './clinic-state.ts';

export function settingsView({ settings }: ClinicState, roles: readonly StaffRole[]): Pick<StaffView, 'settings'> {
  const mine = liveSettingNames.filter((name) => {
    const { whoMayChange }: LiveSetting = liveSettings[name];
    return whoMayChange.some((role) => roles.includes(role));
  });
  if (mine.length === 0) return {};
  return { settings: Object.fromEntries(mine.map((name) => [name, settingValue(name, settings)])) };
}
