// The parts of a template that all papers share. Expects cleaned words.

import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';
import { inLanguage } from '@foyer/contracts/languages.ts';
import type { TemplatePart } from '@foyer/contracts/paper-template.ts';

import type { GreyPicture } from '../../ports/logo-pictures.ts';
import { edges, line, type LineLook, type LineSetting } from './compose-lines.ts';
import type { Picture, PrintStep } from './print-steps.ts';

export type PartOf<Kind extends TemplatePart['part'], Part extends TemplatePart = TemplatePart> = Extract<
  Part,
  { part: Kind }
>;
export type SharedPart = PartOf<'logo' | 'text' | 'rule' | 'space' | 'cut'>;

/** Templates say millimetres; printers of the house have 203 dots an inch. */
const DOTS_PER_MM = 8;
const THIN_DOTS = 2;
/** Below a logo, as below the number. */
const BELOW_LOGO_DOTS = 12;

export function planSharedPart(
  part: SharedPart,
  setting: LineSetting,
  logo: GreyPicture | undefined,
): readonly PrintStep[] {
  switch (part.part) {
    case 'logo':
      return logo === undefined ? [] : [logoStep(part, setting, logo), { kind: 'space', dots: BELOW_LOGO_DOTS }];
    case 'text':
      return textLines(part, setting);
    case 'rule':
      return [drawn(part.weight === 'floor' ? { picture: 'floor' } : { picture: 'rule', thickDots: THIN_DOTS })];
    case 'space':
      return [space(part.heightMm)];
    case 'cut':
      return [{ kind: 'cut' }];
  }
}

/** What stands in a field, and what beside it; nothing where both are empty. `wordsOf` answers a line each. */
export function planField<Field extends string>(
  part: LineLookOfPart & { readonly field: Field; readonly beside?: Field; readonly aboveMm?: number },
  wordsOf: (field: Field) => readonly string[],
  setting: LineSetting,
): readonly PrintStep[] {
  const look = lookOf(part);
  const words = wordsOf(part.field).filter((text) => text !== '');
  const beside = part.beside === undefined ? '' : wordsOf(part.beside).join(' ');
  if (words.length === 0 && beside === '') return [];
  const [last = '', ...before] = words.toReversed();
  const bold = look.bold ?? false;
  return [
    ...(part.aboveMm === undefined ? [] : [space(part.aboveMm)]),
    ...before.toReversed().flatMap((text) => line(setting, text, look)),
    ...(beside === '' ? line(setting, last, look) : edges(setting, { text: last, bold }, { text: beside, bold }, look)),
  ];
}

export function space(heightMm: number): PrintStep {
  return { kind: 'space', dots: Math.round(heightMm * DOTS_PER_MM) };
}

export function drawn(picture: Picture): PrintStep {
  return { kind: 'picture', picture };
}

type LineLookOfPart = Pick<PartOf<'text'>, 'size' | 'bold' | 'align'>;

function lookOf({ size, bold, align }: LineLookOfPart): LineLook {
  return {
    size: size === 'large' ? 2 : 1,
    ...(bold === undefined ? {} : { bold }),
    ...(align === undefined ? {} : { align }),
  };
}

/** Once in the language of the paper, or in each that the part names: what is the same in two is said once. */
function textLines({ text, languages, ...part }: PartOf<'text'>, setting: LineSetting): readonly PrintStep[] {
  const look = lookOf(part);
  if (languages === undefined) return line(setting, inLanguage(text, setting.language as Language), look);
  const said = languages.filter((language, index) => {
    const words = inLanguage(text, language);
    return languages.findIndex((other) => inLanguage(text, other) === words) === index;
  });
  return said.flatMap((language) => line(settingIn(setting, language, text), inLanguage(text, language), look));
}

function settingIn({ profile }: LineSetting, language: Language, text: LocalisedText): LineSetting {
  const direction = language === 'ar' && text.ar !== undefined ? 'rtl' : 'ltr';
  return { profile, language, direction };
}

function logoStep(
  { widthMm, align }: PartOf<'logo'>,
  { profile, direction }: LineSetting,
  logo: GreyPicture,
): PrintStep {
  const area = profile.widthDots - 2 * profile.marginDots;
  const widthDots = Math.min(area, Math.round(widthMm * DOTS_PER_MM));
  return drawn({ picture: 'logo', logo, widthDots, align: align ?? 'start', direction });
}
