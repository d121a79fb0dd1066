// What the demonstration clinic asks before samples are taken: a consent to sign, and three questions, one of which sends
// whoever coughs to the side entrance.

import type { ConsentForm, Questionnaire } from '@foyer/contracts/forms.ts';

const consentId = '019b0000-0000-7000-8000-00000000c001';
const questionnaireId = '019b0000-0000-7000-8000-00000000c002';
const yes = { value: 'yes', text: { en: 'Yes', es: 'Sí', zh: '是', ar: 'نعم' } };
const no = { value: 'no', text: { en: 'No', es: 'No', zh: '否', ar: 'لا' } };

export function formsOf(serviceId: string): { consents: ConsentForm[]; questionnaires: Questionnaire[] } {
  const serviceIds = [serviceId];
  return { consents: [sampleConsent(serviceIds)], questionnaires: [beforeSamples(serviceIds)] };
}

function sampleConsent(serviceIds: string[]): ConsentForm {
  return {
    id: consentId,
    version: 1,
    serviceIds,
    title: { en: 'Your sample', es: 'Su muestra', zh: '您的样本', ar: 'عيّنتك' },
    text: {
      en: 'We take a sample and send it to our laboratory. If it is blood, a bruise may stay for some days. The result goes to your doctor. You can say no at any time, and you are cared for all the same.',
      es: 'Tomamos una muestra y la enviamos a nuestro laboratorio. Si es de sangre, puede quedar un moratón unos días. El resultado va a su médico. Puede decir que no en cualquier momento, y le atenderemos igual.',
      zh: '我们采集样本并送到化验室。如果是抽血，可能有几天瘀青。结果会交给您的医生。您随时可以拒绝，我们同样会照顾您。',
      ar: 'نأخذ عيّنة ونرسلها إلى مختبرنا. إذا كانت دمًا فقد تبقى كدمة لبضعة أيام. تذهب النتيجة إلى طبيبك. يمكنك الرفض في أي وقت، وسنعتني بك بالقدر نفسه.',
    },
    signature: 'glass',
  };
}

function beforeSamples(serviceIds: string[]): Questionnaire {
  return {
    id: questionnaireId,
    version: 1,
    serviceIds,
    title: { en: 'Before your sample', es: 'Antes de su muestra', zh: '采样之前', ar: 'قبل أخذ العيّنة' },
    items: [
      {
        linkId: 'cough-or-fever',
        text: {
          en: 'Do you have a cough or a fever?',
          es: '¿Tiene tos o fiebre?',
          zh: '您咳嗽或发烧吗？',
          ar: 'هل لديك سعال أو حمى؟',
        },
        type: 'choice',
        required: true,
        options: [
          {
            ...yes,
            screening: {
              sendTo: { en: 'the side entrance', es: 'la entrada lateral', zh: '侧门', ar: 'المدخل الجانبي' },
              instructions: ['mask', 'do-not-sit-in-hall'],
            },
          },
          no,
        ],
      },
      {
        linkId: 'fasting',
        text: {
          en: 'Have you eaten today?',
          es: '¿Ha comido hoy?',
          zh: '您今天吃过东西吗？',
          ar: 'هل أكلت اليوم؟',
        },
        type: 'boolean',
        required: true,
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
  };
}
