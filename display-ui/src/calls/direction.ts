import type { ServicePointConfiguration } from '@foyer/contracts/configuration.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';

export type Direction = NonNullable<ServicePointConfiguration['direction']>;

/** The sign of a row for each way that a room can lie from the screen. */
export const directionIcons: Readonly<Record<Direction, IconName>> = {
  left: 'arrow-left',
  right: 'arrow-right',
  ahead: 'arrow-up',
  back: 'arrow-down',
  'left-up': 'turn-left',
  'right-up': 'turn-right',
};

export function isDirection(text: string | undefined): text is Direction {
  return text !== undefined && text in directionIcons;
}
