// What displays show once the clinic has other rooms and services: a layout that named what is gone is set anew, so that
// its display follows at once and its page says what is left.

import { layoutWithout } from '@foyer/contracts/display-layout-without.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';

type Places = Pick<ClinicConfiguration, 'services' | 'servicePoints'>;

export function layoutsLeft(
  layouts: ReadonlyMap<string, DisplayLayout>,
  before: Places,
  after: Places,
): readonly Fact[] {
  const stay = new Set(idsOf(after));
  const gone = new Set(idsOf(before).filter((id) => !stay.has(id)));
  if (gone.size === 0) return [];
  return [...layouts].flatMap(([deviceId, layout]): readonly Fact[] => {
    const left = layoutWithout(layout, gone);
    return saysTheSame(left, layout) ? [] : [{ type: 'v1.DisplayLayoutSet', body: { deviceId, layout: left } }];
  });
}

function idsOf({ services, servicePoints }: Places): readonly string[] {
  return [...services, ...servicePoints].map(({ id }) => id);
}
