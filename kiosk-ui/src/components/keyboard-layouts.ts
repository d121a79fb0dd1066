// Keys of the on-screen keyboard: ten to a row, capitals, no held keys; accents and hamza letters open by a key of their
// own, another script by the key at the bottom. `{next}` keeps the place that the door "Next" stands in.

export const keyboardLayouts = {
  latin: ['Q W E R T Y U I O P', 'A S D F G H J K L', '{accents} Z X C V B N M {bksp}', '{arabic} - ’ {space} {next}'],
  accents: [
    'Á À Â Ä Ã Å Ą Æ Ç Ć',
    'É È Ê Ë Ę Í Î Ï İ Ł',
    '{latin} Ñ Ó Ö Ô Ø Ú Ü {bksp}',
    '{arabic} Ś Š Ž {space} {next}',
  ],
  arabic: [
    'ض ص ث ق ف غ ع ه خ ح',
    'ش س ي ب ل ا ت ن م ك',
    '{hamza} ر ى ة و ز ظ د {bksp}',
    '{latin} ج ط ذ {space} {next}',
  ],
  hamza: ['أ إ آ ء ؤ ئ ٱ', 'پ چ ڤ گ ژ', '{arabic} {bksp}', '{latin} - {space} {next}'],
} as const;

export type KeyboardLayout = keyof typeof keyboardLayouts;
