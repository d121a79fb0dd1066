// A display's layout once services or rooms are taken away: nothing of it names them any more. Pure, and without a schema,
// so that a screen's bundle may carry it.

import type { DisplayLayout } from './display-layout.ts';

type Scope = DisplayLayout['scope'];

/**
 * `gone`: ids of services and of rooms. A display of gone ones alone keeps them: without any it would show every call,
 * which nobody chose; it shows none, and staff see that it has to be set again.
 */
export function layoutWithout(layout: DisplayLayout, gone: ReadonlySet<string>): DisplayLayout {
  const { waits, ...rest } = layout;
  const waitsLeft = waits?.filter((id) => !gone.has(id)) ?? [];
  return {
    ...rest,
    scope: scopeWithout(layout.scope, gone),
    ...(waitsLeft.length === 0 ? {} : { waits: waitsLeft }),
  };
}

/** Whether a layout is held to rooms and services of which the clinic has none any more. */
export function showsNoCalls({ servicePointIds = [], serviceIds = [] }: Scope, known: ReadonlySet<string>): boolean {
  const named = [...servicePointIds, ...serviceIds];
  return named.length > 0 && named.every((id) => !known.has(id));
}

function scopeWithout(scope: Scope, gone: ReadonlySet<string>): Scope {
  const left = (ids: readonly string[] = []) => ids.filter((id) => !gone.has(id));
  const [servicePointIds, serviceIds] = [left(scope.servicePointIds), left(scope.serviceIds)];
  if (servicePointIds.length + serviceIds.length === 0) return scope;
  return {
    ...(servicePointIds.length === 0 ? {} : { servicePointIds }),
    ...(serviceIds.length === 0 ? {} : { serviceIds }),
  };
}
