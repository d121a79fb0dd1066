// What the clinic of the tests asks before a blood test: a consent, and three questions in all languages.

import type { FormsToFill } from '@foyer/contracts/forms.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';

export const bloodForms: FormsToFill = {
  consents: [
    {
      id: 'c1',
      version: 1,
      serviceIds: ['blood'],
      title: {
        en: 'Your blood sample',
        es: 'Su muestra de sangre',
        zh: '您的血样',
        ar: 'عيّنة دمك',
      },
      text: {
        en: 'We take blood from your arm and send it to our laboratory. A bruise may stay for some days. The result goes to your doctor. You can say no at any time, and nobody will treat you worse for it.',
        es: 'Le sacamos sangre del brazo y la enviamos a nuestro laboratorio. Puede quedar un moratón unos días. El resultado va a su médico. Puede decir que no en cualquier momento.',
        zh: '我们会从您的手臂抽血，送到我们的化验室。抽血处可能有几天瘀青。结果会交给您的医生。您随时可以拒绝，我们对您的照顾不会因此改变。',
        ar: 'نسحب الدم من ذراعك ونرسله إلى مختبرنا. قد تبقى كدمة لبضعة أيام. تذهب النتيجة إلى طبيبك. يمكنك الرفض في أي وقت، ولن يعاملك أحد بشكل أسوأ بسبب ذلك.',
      },
      signature: 'glass',
    },
  ],
  questionnaires: [
    {
      id: 'q1',
      version: 1,
      serviceIds: ['blood'],
      title: { en: 'Before your blood test' },
      items: [
        {
          linkId: 'cough',
          text: {
            en: 'Do you have a cough or a fever?',
            es: '¿Tiene tos o fiebre?',
            zh: '您咳嗽或发烧吗？',
            ar: 'هل لديك سعال أو حمى؟',
          },
          type: 'choice',
          required: true,
          options: [
            { value: 'yes', text: { en: 'Yes', es: 'Sí', zh: '是', ar: 'نعم' } },
            { value: 'no', text: { en: 'No', es: 'No', zh: '否', ar: 'لا' } },
          ],
        },
        {
          linkId: 'food',
          text: {
            en: 'When did you eat last?',
            es: '¿Cuándo comió por última vez?',
            zh: '您上次进食是什么时候？',
            ar: 'متى أكلت آخر مرة؟',
          },
          type: 'choice',
          required: true,
          options: [
            {
              value: 'now',
              text: {
                en: 'Less than an hour ago',
                es: 'Hace menos de una hora',
                zh: '不到一小时前',
                ar: 'قبل أقل من ساعة',
              },
            },
            { value: 'morning', text: { en: 'This morning', es: 'Esta mañana', zh: '今天早上', ar: 'هذا الصباح' } },
            { value: 'night', text: { en: 'Last night', es: 'Anoche', zh: '昨晚', ar: 'الليلة الماضية' } },
            { value: 'unsure', text: { en: 'I am not sure', es: 'No estoy seguro', zh: '我不确定', ar: 'لست متأكدًا' } },
            { value: 'yesterday', text: { en: 'Yesterday', es: 'Ayer', zh: '昨天', ar: 'أمس' } },
          ],
        },
        {
          linkId: 'medicines',
          text: {
            en: 'Which medicines do you take?',
            es: '¿Qué medicamentos toma?',
            zh: '您在服用哪些药物？',
            ar: 'ما الأدوية التي تتناولها؟',
          },
          type: 'text',
        },
      ],
    },
  ],
};

export function withForms(view: KioskView): KioskView {
  const { blood } = view.services;
  return { ...view, services: { ...view.services, ...(blood && { blood: { ...blood, forms: true } }) } };
}
