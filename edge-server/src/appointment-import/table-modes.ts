// How a visit takes place, as tables write it in the four languages of the screens.

import type { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import { foldWords } from './fold-words.ts';

const words: { readonly [M in AppointmentMode]: readonly string[] } = {
  'in-person': [
    ...['in person', 'on site', 'clinic', 'face to face', 'office'],
    ...['presencial', 'en persona', 'consulta presencial'],
    ...['现场', '到院', '面诊', '线下'],
    ...['حضوري', 'حضوريا', 'في العيادة'],
  ],
  video: [
    ...['video', 'video call', 'video visit', 'online', 'telehealth', 'telemedicine'],
    ...['vídeo', 'videollamada', 'videoconsulta', 'en línea'],
    ...['视频', '视频就诊', '线上'],
    ...['فيديو', 'مكالمة فيديو', 'عن بعد'],
  ],
  phone: [
    ...['phone', 'phone call', 'telephone', 'by phone', 'call'],
    ...['teléfono', 'telefónica', 'por teléfono', 'llamada'],
    ...['电话', '电话就诊'],
    ...['هاتف', 'مكالمة', 'مكالمة هاتفية'],
  ],
};
const modeOf = new Map(
  (Object.entries(words) as [AppointmentMode, readonly string[]][]).flatMap(([mode, known]) =>
    known.map((word) => [foldWords(word), mode] as const),
  ),
);

/** Undefined when it is none. */
export function readMode(text: string): AppointmentMode | undefined {
  return modeOf.get(foldWords(text));
}
