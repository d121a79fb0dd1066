import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import type { NeedAtKiosk } from '../../session/told.ts';

export const needSigns: Readonly<Record<NeedAtKiosk, IconName>> = {
  interpreter: 'speech',
  hearing: 'hearing',
  mobility: 'mobility',
  sight: 'sight',
  companion: 'people',
  infant: 'infant',
};
