// What a clinic's queue does by itself. Absent: nothing, staff do it.

import Type, { type Static } from 'typebox';
import { staffRoles } from './roles.ts';
import { oneOf, strictObject } from './schema.ts';

/** When who is called counts as not here, and how long their place is kept for them. */
export const NotAnsweredRule = strictObject({
  /** After so many recalls, and a minute for the last of them. */
  afterRecalls: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  /** So many minutes after the latest call. */
  afterMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
  /** Absent: the place is kept all day. */
  graceMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 480 })),
});
export type NotAnsweredRule = Static<typeof NotAnsweredRule>;

/** When a ticket that nobody will call by themselves is somebody's work. */
export const StrandedRule = strictObject({
  afterMinutes: Type.Integer({ minimum: 1, maximum: 480 }),
  /** Who is told. */
  role: oneOf(staffRoles),
  /** When supervisors are told as well; absent: 10 minutes later. */
  escalateAfterMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
});
export type StrandedRule = Static<typeof StrandedRule>;

/** Of a clinic's configuration. */
export const queueRules = {
  notAnswered: Type.Optional(NotAnsweredRule),
  stranded: Type.Optional(StrandedRule),
};
