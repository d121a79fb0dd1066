import { t } from './strings.ts';

const known = ['ledBrightness', 'beepVolume', 'brightness', 'flashSeconds', 'volume'] as const;

/** A setting of a thing; one that a later thing has is called as it calls it. */
export function settingText(setting: string): string {
  const name = known.find((each) => each === setting);
  return name === undefined ? setting : t(`thing.setting-${name}`);
}
