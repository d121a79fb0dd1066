// The words of the printed muster list, in the clinic's first language.

import type { Language } from '@foyer/contracts/languages.ts';
import type { Need, TicketState } from '@foyer/contracts/ticket-state.ts';

type OpenState = Exclude<TicketState, 'completed' | 'left' | 'cancelled'>;

export interface MusterWords {
  readonly title: string;
  readonly since: (time: string) => string;
  readonly meetingPoint: (place: string) => string;
  readonly count: (people: number) => string;
  readonly state: { readonly [S in OpenState]: string };
  readonly need: { readonly [N in Need]: string };
  readonly interpreterFor: (language: string) => string;
  /** Stepped out before, and may not be inside. */
  readonly outside: string;
  readonly found: string;
  readonly missing: string;
  readonly comma: string;
}

export const musterWords: { readonly [L in Language]: MusterWords } = {
  en: {
    title: 'Who may be inside',
    since: (time) => `Told to leave at ${time}`,
    meetingPoint: (place) => `Meeting point: ${place}`,
    count: (people) => (people === 1 ? '1 person' : `${people} people`),
    state: {
      waiting: 'waiting',
      called: 'called',
      serving: 'with staff',
      'on-hold': 'on hold',
      'not-answered': 'did not answer',
    },
    need: {
      hearing: 'Hard of hearing',
      sight: 'Low vision',
      mobility: 'Wheelchair',
      interpreter: 'Interpreter',
      companion: 'With a companion',
      infant: 'Infant',
      isolate: 'Keep apart',
    },
    interpreterFor: (language) => `Interpreter for ${language}`,
    outside: 'outside',
    found: 'Found',
    missing: 'Missing',
    comma: ', ',
  },
  es: {
    title: 'Quién puede estar dentro',
    since: (time) => `Aviso de salida a las ${time}`,
    meetingPoint: (place) => `Punto de reunión: ${place}`,
    count: (people) => (people === 1 ? '1 persona' : `${people} personas`),
    state: {
      waiting: 'en espera',
      called: 'llamado',
      serving: 'con el personal',
      'on-hold': 'aplazado',
      'not-answered': 'no contestó',
    },
    need: {
      hearing: 'Oye mal',
      sight: 'Ve mal',
      mobility: 'Silla de ruedas',
      interpreter: 'Intérprete',
      companion: 'Con acompañante',
      infant: 'Bebé',
      isolate: 'Separar de otros',
    },
    interpreterFor: (language) => `Intérprete de ${language}`,
    outside: 'fuera',
    found: 'Está',
    missing: 'Falta',
    comma: ', ',
  },
  zh: {
    title: '可能仍在楼内的人',
    since: (time) => `${time} 通知撤离`,
    meetingPoint: (place) => `集合点：${place}`,
    count: (people) => `${people} 人`,
    state: {
      waiting: '等候中',
      called: '已叫号',
      serving: '就诊中',
      'on-hold': '暂缓',
      'not-answered': '未应答',
    },
    need: {
      hearing: '听力不便',
      sight: '视力不便',
      mobility: '轮椅',
      interpreter: '需要翻译',
      companion: '有人陪同',
      infant: '婴儿',
      isolate: '需要隔开',
    },
    interpreterFor: (language) => `需要${language}翻译`,
    outside: '在外面',
    found: '已到',
    missing: '未到',
    comma: '，',
  },
  ar: {
    title: 'من قد يكون في المبنى',
    since: (time) => `طُلبت المغادرة الساعة ${time}`,
    meetingPoint: (place) => `نقطة التجمع: ${place}`,
    count: (people) => (people === 1 ? 'شخص واحد' : people === 2 ? 'شخصان' : `عدد الأشخاص: ${people}`),
    state: {
      waiting: 'في الانتظار',
      called: 'تم نداؤه',
      serving: 'عند الطاقم',
      'on-hold': 'مؤجل',
      'not-answered': 'لم يستجب',
    },
    need: {
      hearing: 'ضعف السمع',
      sight: 'ضعف البصر',
      mobility: 'كرسي متحرك',
      interpreter: 'مترجم',
      companion: 'مع مرافق',
      infant: 'رضيع',
      isolate: 'يُفصل عن غيره',
    },
    interpreterFor: (language) => `مترجم: ${language}`,
    outside: 'في الخارج',
    found: 'موجود',
    missing: 'مفقود',
    comma: '، ',
  },
};
