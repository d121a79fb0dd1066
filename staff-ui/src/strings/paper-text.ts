// A part of a template in words: what it is, and how it looks.

import type { TemplatePart } from '@foyer/contracts/paper-template.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { t } from './strings.ts';

export function partName(part: TemplatePart): string {
  switch (part.part) {
    case 'field':
      return t(`set-up.paper-field-${part.field}`);
    case 'text':
      return localised(part.text) || t('set-up.paper-text');
    default:
      return t(`set-up.paper-${part.part}`);
  }
}

/** What is not as usual in it; empty where all is. */
export function partLook(part: TemplatePart): string {
  return lookOf(part).reduce((one, other) => (one === '' ? other : t('set-up.paper-and', { one, other })), '');
}

function lookOf(part: TemplatePart): readonly string[] {
  switch (part.part) {
    case 'field':
      return [...(part.beside === undefined ? [] : [t(`set-up.paper-field-${part.beside}`)]), ...lineLook(part)];
    case 'text':
      return lineLook(part);
    case 'logo':
      return [t('set-up.paper-mm', { mm: part.widthMm })];
    case 'space':
      return [t('set-up.paper-mm', { mm: part.heightMm })];
    case 'rule':
      return [t(`set-up.paper-weight-${part.weight}`)];
    case 'code':
      return part.size === undefined ? [] : [t(`set-up.paper-code-${part.size}`)];
    default:
      return [];
  }
}

function lineLook({
  size,
  bold,
  align,
}: Pick<Extract<TemplatePart, { part: 'text' }>, 'size' | 'bold' | 'align'>): readonly string[] {
  return [
    ...(size === 'large' ? [t('set-up.paper-size-large')] : []),
    ...(bold ? [t('set-up.paper-bold')] : []),
    ...(align === undefined || align === 'start' ? [] : [t(`set-up.paper-align-${align}`)]),
  ];
}
