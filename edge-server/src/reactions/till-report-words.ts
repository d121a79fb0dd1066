// The words of a till's printed report, in the clinic's first language.

import type { Language } from '@foyer/contracts/languages.ts';

export interface TillReportWords {
  readonly xTitle: string;
  readonly zTitle: string;
  readonly opened: string;
  readonly closed: string;
  readonly by: string;
  readonly float: string;
  readonly cash: string;
  readonly card: string;
  readonly payments: string;
  readonly firstReceipt: string;
  readonly lastReceipt: string;
  readonly expected: string;
  readonly counted: string;
  readonly variance: string;
  /** In place of a receipt's number, when nobody paid. */
  readonly none: string;
}

export const tillReportWords: { readonly [L in Language]: TillReportWords } = {
  en: {
    xTitle: 'X report',
    zTitle: 'Z report',
    opened: 'Opened',
    closed: 'Closed',
    by: 'by',
    float: 'Float at opening',
    cash: 'Cash taken',
    card: 'Card',
    payments: 'Payments',
    firstReceipt: 'First receipt',
    lastReceipt: 'Last receipt',
    expected: 'Should be there',
    counted: 'Counted',
    variance: 'Difference',
    none: 'none',
  },
  es: {
    xTitle: 'Informe X',
    zTitle: 'Informe Z',
    opened: 'Apertura',
    closed: 'Cierre',
    by: 'por',
    float: 'Fondo inicial',
    cash: 'Cobrado en efectivo',
    card: 'Tarjeta',
    payments: 'Cobros',
    firstReceipt: 'Primer recibo',
    lastReceipt: 'Último recibo',
    expected: 'Debe haber',
    counted: 'Contado',
    variance: 'Diferencia',
    none: 'ninguno',
  },
  zh: {
    xTitle: 'X 报表',
    zTitle: 'Z 报表',
    opened: '开启',
    closed: '关闭',
    by: '经手人',
    float: '备用金',
    cash: '现金收入',
    card: '银行卡',
    payments: '收款笔数',
    firstReceipt: '首张收据',
    lastReceipt: '末张收据',
    expected: '应有现金',
    counted: '清点金额',
    variance: '差额',
    none: '无',
  },
  ar: {
    xTitle: 'تقرير X',
    zTitle: 'تقرير Z',
    opened: 'الفتح',
    closed: 'الإغلاق',
    by: 'بواسطة',
    float: 'رصيد الافتتاح',
    cash: 'المقبوض نقدا',
    card: 'بطاقة',
    payments: 'عدد الدفعات',
    firstReceipt: 'أول إيصال',
    lastReceipt: 'آخر إيصال',
    expected: 'المتوقع في الصندوق',
    counted: 'المعدود',
    variance: 'الفرق',
    none: 'لا يوجد',
  },
};
