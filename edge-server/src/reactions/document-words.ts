// The words of paper, in the clinic's languages. A translation that is wrong here is printed a thousand times a day.

import type { Language } from '@foyer/contracts/languages.ts';
import type { PaymentMeans } from '@foyer/contracts/ticket-state.ts';

export interface DocumentWords {
  readonly pleaseGoTo: string;
  /** Before a place that is not where everybody waits. */
  readonly pleaseWaitAt: string;
  readonly ahead: (count: number) => string;
  /** The steps of a visit, in order. */
  readonly visit: (services: readonly string[]) => string;
  readonly qrHint: string;
  readonly worse: string;
  readonly calledByNumber: string;
  readonly receipt: string;
  readonly total: string;
  readonly means: { readonly [M in PaymentMeans]: string };
  readonly change: string;
  readonly thanks: string;
}

export const documentWords: { readonly [L in Language]: DocumentWords } = {
  en: {
    pleaseGoTo: 'Please go to',
    pleaseWaitAt: 'Please wait at',
    ahead: (count) =>
      count === 0 ? 'You are next' : count === 1 ? '1 person ahead of you' : `${count} people ahead of you`,
    visit: (services) => `Your visit: ${services.join(', ')}`,
    qrHint: 'Follow your place on your phone or on the screen.',
    worse: 'Feeling worse? Tell any member of staff.',
    calledByNumber: 'You will be called by this number.',
    receipt: 'Receipt',
    total: 'Total',
    means: { cash: 'Cash', 'external-card': 'Card' },
    change: 'Change',
    thanks: 'Thank you. Get well soon.',
  },
  es: {
    pleaseGoTo: 'Diríjase a',
    pleaseWaitAt: 'Espere en',
    ahead: (count) =>
      count === 0
        ? 'Es su turno a continuación'
        : count === 1
          ? '1 persona delante de usted'
          : `${count} personas delante de usted`,
    visit: (services) => `Su visita: ${services.join(', ')}`,
    qrHint: 'Siga su turno en el teléfono o en la pantalla.',
    worse: '¿Se encuentra peor? Avise al personal.',
    calledByNumber: 'Le llamarán por este número.',
    receipt: 'Recibo',
    total: 'Total',
    means: { cash: 'Efectivo', 'external-card': 'Tarjeta' },
    change: 'Cambio',
    thanks: 'Gracias. Que se mejore.',
  },
  zh: {
    pleaseGoTo: '请前往',
    pleaseWaitAt: '请到此处等候',
    ahead: (count) => (count === 0 ? '下一位就是您' : `您前面还有 ${count} 人`),
    visit: (services) => `您的就诊：${services.join('、')}`,
    qrHint: '可在手机或屏幕上查看排队进度。',
    worse: '感觉不适加重？请告知工作人员。',
    calledByNumber: '请凭此号等候叫号。',
    receipt: '收据',
    total: '合计',
    means: { cash: '现金', 'external-card': '银行卡' },
    change: '找零',
    thanks: '谢谢，祝您早日康复。',
  },
  ar: {
    pleaseGoTo: 'يرجى التوجه إلى',
    pleaseWaitAt: 'يرجى الانتظار عند',
    ahead: (count) =>
      ['أنت التالي', 'شخص واحد أمامك', 'شخصان أمامك'][count] ?? `${count} ${count <= 10 ? 'أشخاص' : 'شخصا'} أمامك`,
    visit: (services) => `زيارتك: ${services.join('، ')}`,
    qrHint: 'تابع دورك على هاتفك أو على الشاشة.',
    worse: 'هل تشعر بأنك أسوأ؟ أخبر أحد الموظفين.',
    calledByNumber: 'سيتم نداؤك بهذا الرقم.',
    receipt: 'إيصال',
    total: 'المجموع',
    means: { cash: 'نقدا', 'external-card': 'بطاقة' },
    change: 'الباقي',
    thanks: 'شكرا لك، ونتمنى لك الشفاء.',
  },
};
