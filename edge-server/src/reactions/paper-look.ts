// How a clinic's paper looks: its template, with the logo that this names.

import type { TemplatePart } from '@foyer/contracts/paper-template.ts';
import type { LogoPictures } from '../ports/logo-pictures.ts';
import type { PaperLook } from '../ports/ticket-printer.ts';

/** As usual where the clinic has no template; without a logo that is not there any more. */
export async function paperLook<Template extends { readonly parts: readonly TemplatePart[] }>(
  template: Template | undefined,
  logos: LogoPictures,
): Promise<PaperLook<Template>> {
  if (template === undefined) return {};
  const file = template.parts.find((part) => part.part === 'logo')?.file;
  const logo = file === undefined ? undefined : await logos.picture(file);
  return { template, ...(logo === undefined ? {} : { logo }) };
}
