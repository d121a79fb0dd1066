// Why somebody is called, stands where they stand, or was passed over, in words.

import type { ChoiceReason, Explanation, PassedOver } from '@foyer/contracts/explanation.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { serviceText } from './journey-text.ts';
import { t } from './strings.ts';

type Point = Pick<StaffView['servicePoints'][string], 'calledBy'>;

/** "By arrival", at the foot of a list. */
export function orderText({ calledBy }: Point): string {
  if (calledBy === undefined) return t('room.order');
  const order = t(`why.by-${calledBy.order}`);
  return calledBy.inTurns ? t('why.in-turns', { order }) : order;
}

export function reasonWords(reason: ChoiceReason, view: Pick<StaffView, 'services'>): string {
  switch (reason.rule) {
    case 'emergency':
      return t('why.rule-emergency');
    case 'longest-wait':
      return t('why.rule-longest-wait', { minutes: reason.minutes });
    case 'condition':
      return t('why.rule-condition', {
        service: serviceText(reason.serviceId, view),
        minutes: reason.overMinutes,
      });
    case 'share':
      return t('why.rule-share', {
        class: t(`class.${reason.priorityClass}`),
        share: reason.share,
        of: reason.of,
      });
    case 'order':
      return t(`why.rule-${reason.order}`);
  }
}

/** Of who is before it. */
export function beforeWords({ because }: Explanation['before'][number]): string {
  return t(`why.before-${because}`);
}

export function passedOverWords({ waitedMinutes, because }: PassedOver): string {
  const reason = t(`why.passed-${because}`);
  return t('why.passed', { minutes: waitedMinutes, reason });
}

/** Its place, what it counts as, and what would have to happen that it is called; nothing of who does not wait. */
export function standingWords(
  { position, waiting, points, claim }: Explanation,
  view: Pick<StaffView, 'servicePoints' | 'clinic'>,
  now: number,
): readonly string[] {
  if (position === undefined) return [];
  const nameOf = (id: string) => {
    const point = view.servicePoints[id];
    return point ? localised(point.name) : '';
  };
  const time = (at: number) => formatTime(at, view.clinic.zone);
  const [soonest] = points;
  const place =
    soonest === undefined
      ? t('why.no-room')
      : t('why.position', { position, waiting, room: nameOf(soonest.servicePointId) });
  const isHeld = points.some(({ heldBack }) => heldBack !== undefined);
  return [
    soonest?.heldBack === undefined ? place : '',
    ...points.map(({ servicePointId, heldBack }) =>
      heldBack === undefined
        ? ''
        : t('why.held', { room: nameOf(servicePointId), reason: t(`why.passed-${heldBack}`) }),
    ),
    ...(claim === undefined
      ? []
      : [
          t('why.counts', { class: t(`class.${claim.priorityClass}`), minutes: claim.waitedMinutes }),
          claim.earlierMinutes === undefined ? '' : t('why.needs', { minutes: claim.earlierMinutes }),
          claim.isDue ? '' : t('why.not-due'),
          isHeld && claim.opensAt > now ? t('why.opens', { time: time(claim.opensAt) }) : '',
          position > 1 && claim.longestWaitAt > now ? t('why.at-last', { time: time(claim.longestWaitAt) }) : '',
        ]),
  ].filter(Boolean);
}
