// What was typed of a thing's set-up, until it is kept. Pure.

import type { GatewaySetUp, ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { PressAct, PressKind } from '@foyer/contracts/thing-presses.ts';
import { thingRoles, type ThingRole } from '@foyer/contracts/roles.ts';
import { isWhole } from './gateway-profile-draft.ts';

export function thingRoleOf(role: string): ThingRole | undefined {
  return thingRoles.find((thing) => thing === role);
}

/** As it was set up, or as it is without. */
export function thingDraft(role: ThingRole, setUp: ThingSetUp | undefined): ThingSetUp {
  if (setUp?.kind === role) return setUp;
  switch (role) {
    case 'button':
      return { kind: 'button', presses: {} };
    case 'sign':
      return { kind: 'sign' };
    case 'gateway':
      return { kind: 'gateway', branch: 'zigbee2mqtt', profile: 'zigbee2mqtt', things: [] };
  }
}

export function withAct(draft: ThingSetUp, press: PressKind, act: PressAct): ThingSetUp {
  return draft.kind === 'button' ? { ...draft, presses: { ...draft.presses, [press]: act } } : draft;
}

export function withSetting(draft: ThingSetUp, setting: string, value: number): ThingSetUp {
  return draft.kind === 'gateway' ? draft : { ...draft, settings: { ...draft.settings, [setting]: value } };
}

/** Whether it stays with the password that it has. */
export function withKeptPassword(draft: ThingSetUp, keeps: boolean): ThingSetUp {
  const { keepsPassword: _before, ...rest } = draft;
  return keeps ? { ...rest, keepsPassword: true } : rest;
}

/** None chosen is every room, and no list. */
export function withRoom(draft: ThingSetUp, servicePointId: string, shows: boolean): ThingSetUp {
  if (draft.kind !== 'sign') return draft;
  const { servicePointIds = [], ...rest } = draft;
  const others = servicePointIds.filter((id) => id !== servicePointId);
  const rooms = shows ? [...others, servicePointId] : others;
  return rooms.length === 0 ? rest : { ...rest, servicePointIds: rooms };
}

export type ThingBehind = GatewaySetUp['things'][number];

export function withThing(draft: GatewaySetUp, index: number, change: Partial<ThingBehind>): GatewaySetUp {
  const things = draft.things.map((thing, place) => {
    if (place !== index) return thing;
    const { servicePointId, ...rest } = { ...thing, ...change };
    return servicePointId === undefined || servicePointId === '' ? rest : { ...rest, servicePointId };
  });
  return { ...draft, things };
}

/** Whether everything that has to be typed is there. */
export function isComplete(draft: ThingSetUp): boolean {
  if (draft.kind !== 'gateway') return true;
  const isRead = typeof draft.profile === 'string' || isWhole(draft.profile);
  return isRead && draft.branch !== '' && draft.things.every(({ name, title }) => name !== '' && title !== '');
}
