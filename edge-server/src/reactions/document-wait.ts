// The wait on a ticket: with the time from which it counts, for paper ages. Where nobody calls, paper says nothing of it,
// for somebody may a minute later.

import type { Language } from '@foyer/contracts/languages.ts';
import { waitPhrase, type WaitView } from '@foyer/contracts/wait-view.ts';
import type { TicketDocument } from '../ports/ticket-printer.ts';

interface WaitWords {
  readonly heading: (time: string) => string;
  /** Too few visits were seen to learn from. */
  readonly plannedHeading: (time: string) => string;
  readonly range: (from: number, until: number) => string;
  readonly under: (minutes: number) => string;
  readonly over: (minutes: number) => string;
  readonly overTwoHours: string;
  readonly now: string;
  readonly minutes: string;
}

const waitWords: { readonly [L in Language]: WaitWords } = {
  en: {
    heading: (time) => `Your wait, from ${time}`,
    plannedHeading: (time) => `Your wait as planned, from ${time}`,
    range: (from, until) => `${from} to ${until} minutes`,
    under: (minutes) => `less than ${minutes} minutes`,
    over: (minutes) => `more than ${minutes} minutes`,
    overTwoHours: 'more than 2 hours',
    now: 'now',
    minutes: 'min',
  },
  es: {
    heading: (time) => `Su espera, desde las ${time}`,
    plannedHeading: (time) => `Su espera prevista, desde las ${time}`,
    range: (from, until) => `de ${from} a ${until} minutos`,
    under: (minutes) => `menos de ${minutes} minutos`,
    over: (minutes) => `más de ${minutes} minutos`,
    overTwoHours: 'más de 2 horas',
    now: 'ahora',
    minutes: 'min',
  },
  zh: {
    heading: (time) => `您的等候时间，从 ${time} 起`,
    plannedHeading: (time) => `您的计划等候时间，从 ${time} 起`,
    range: (from, until) => `${from} 到 ${until} 分钟`,
    under: (minutes) => `不到 ${minutes} 分钟`,
    over: (minutes) => `超过 ${minutes} 分钟`,
    overTwoHours: '超过 2 小时',
    now: '现在',
    minutes: '分钟',
  },
  ar: {
    heading: (time) => `انتظارك، من الساعة ${time}`,
    plannedHeading: (time) => `انتظارك المخطط له، من الساعة ${time}`,
    range: (from, until) => `من ${from} إلى ${until} ${arabicMinutes(until)}`,
    under: (minutes) => `أقل من ${minutes} ${arabicMinutes(minutes)}`,
    over: (minutes) => `أكثر من ${minutes} ${arabicMinutes(minutes)}`,
    overTwoHours: 'أكثر من ساعتين',
    now: 'الآن',
    minutes: 'دقيقة',
  },
};

/** `time`: from when it counts, as read. */
export function documentWait(wait: WaitView, language: Language, time: string): Pick<TicketDocument, 'wait'> {
  const words = waitWords[language];
  if ('stopped' in wait) return {};
  const { fromMinutes, untilMinutes } = wait;
  return {
    wait: {
      heading: wait.planned ? words.plannedHeading(time) : words.heading(time),
      words: phraseIn(words, wait),
      fromMinutes,
      toMinutes: untilMinutes ?? endOfLine(fromMinutes),
      nowLabel: words.now,
      minutesUnit: words.minutes,
    },
  };
}

function phraseIn(words: WaitWords, wait: WaitView): string {
  const phrase = waitPhrase(wait);
  switch (phrase.words) {
    case 'range':
      return words.range(phrase.from, phrase.until);
    case 'under':
      return words.under(phrase.minutes);
    case 'over':
      return words.over(phrase.minutes);
    case 'over-two-hours':
      return words.overTwoHours;
    case 'closed':
    case 'paused':
    case 'closing':
      return '';
  }
}

/** The line is drawn in whole hours. */
function endOfLine(fromMinutes: number): number {
  return (Math.floor(fromMinutes / 60) + 1) * 60;
}

function arabicMinutes(count: number): string {
  return count <= 10 ? 'دقائق' : 'دقيقة';
}
