// What a screen says in every script at once, whichever language it speaks: nobody should have to find a button to
// learn that help is coming. Their letters are in the font "Foyer Tongues".

import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';

type InEveryTongue = Readonly<Record<LanguageCode, string>>;

export const tongues = {
  welcome: { en: 'Welcome', ar: 'أهلًا وسهلًا', zh: '欢迎光临', es: 'Bienvenidos' },
  coming: { en: 'Someone is coming.', ar: 'المساعدة قادمة إليك.', zh: '有人正在赶来。', es: 'Ya viene alguien.' },
  goToDesk: {
    en: 'Go to the desk, or call out.',
    ar: 'إلى الاستقبال الآن، أو المناداة.',
    zh: '请到前台，或呼救。',
    es: 'Al mostrador, o grite.',
  },
  desk: { en: 'Please go to the desk.', ar: 'يرجى التوجه إلى الاستقبال.', zh: '请到前台。', es: 'Vaya al mostrador.' },
} as const satisfies Readonly<Record<string, InEveryTongue>>;
