// Keys of the on-screen keyboard: ten to a row, capitals, no held keys; accents and hamza letters open by a key of their
// own, another script by the key at the bottom. `{next}` keeps the place that the door "Next" stands in.
// Letters twice as large leave room for seven to a row, where no keyboard's order is known from: they stand in the order
// of the alphabet.

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

export const largeKeyboardLayouts: Readonly<Record<KeyboardLayout, readonly string[]>> = {
  latin: [
    'A B C D E F G',
    'H I J K L M N',
    'O P Q R S T U',
    'V W X Y Z {bksp}',
    '{accents} {arabic} - ’',
    '{space} {next}',
  ],
  accents: [
    'Á À Â Ä Ã Å Ą',
    'Æ Ç Ć É È Ê Ë',
    'Ę Í Î Ï İ Ł Ñ',
    'Ó Ö Ô Ø Ú Ü Ś',
    'Š Ž {latin} {arabic} {bksp}',
    '{space} {next}',
  ],
  arabic: [
    'خ ح ج ث ت ب ا',
    'ص ش س ز ر ذ د',
    'ق ف غ ع ظ ط ض',
    'ي و ه ن م ل ك',
    '{latin} {hamza} ى ة {bksp}',
    '{space} {next}',
  ],
  hamza: ['ٱ ئ ؤ ء آ إ أ', 'ژ گ ڤ چ پ', '{latin} {arabic} - {bksp}', '{space} {next}'],
};

export type KeyboardLayout = keyof typeof keyboardLayouts;
