// How paper looks: the clinic's logo, and a template as a picture. Canvas and fonts are loaded by the first of them and
// not by the start of the edge.

import { pixelsOf } from './adapters/clinic-files/picture-size.ts';
import type { LogoPictures } from './ports/logo-pictures.ts';
import type { Media } from './ports/media.ts';
import type { PaperPictures } from './ports/paper-proofs.ts';
import type { Paper } from './ports/ticket-printer.ts';

export function composeLogos(media: Pick<Media, 'list' | 'open'>): LogoPictures {
  let reader: Promise<LogoPictures> | undefined;
  const made = async (): Promise<LogoPictures> => {
    const { LogoReader } = await import('./adapters/printer/read-logo.ts');
    return new LogoReader({ media, pixelsOf });
  };
  return { picture: async (file) => (await (reader ??= made())).picture(file) };
}

/** By a thread, and loaded with it. */
export async function warmPaperLetters(papers: readonly Paper[]): Promise<void> {
  const { warmLetters } = await import('./adapters/printer/warm-letters.ts');
  await warmLetters(papers);
}

/** On the paper of the printer of that profile: the clinic's first. */
export function composePaperPictures(profileName: () => string): PaperPictures {
  const painters = new Map<string, Promise<PaperPictures>>();
  const made = async (name: string): Promise<PaperPictures> => {
    const { PaperPainter } = await import('./adapters/printer/paper-picture.ts');
    const { knownProfile } = await import('./adapters/printer/printer-profile.ts');
    return new PaperPainter(knownProfile(name));
  };
  return {
    png: async (paper) => {
      const name = profileName();
      const painter = painters.get(name) ?? made(name);
      painters.set(name, painter);
      return (await painter).png(paper);
    },
  };
}
