import type { ServicePointSetUp } from '@foyer/contracts/clinic-set-up.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';

export type Way = NonNullable<ServicePointSetUp['direction']>;

/** The arrow of each way from the waiting area. */
export const ways: Readonly<Record<Way, IconName>> = {
  left: 'arrow-left',
  'left-up': 'turn-left',
  ahead: 'arrow-up',
  'right-up': 'turn-right',
  right: 'arrow-right',
  back: 'arrow-down',
};
