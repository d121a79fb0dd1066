// How paper looks: the clinic's logo, and a template as a picture. Canvas and fonts are loaded by the first of them and
// not by the start of the edge.

import { usualProfile } from '@foyer/firmware-config/printers/printer-profiles.ts';
import { pixelsOf } from './adapters/clinic-files/picture-size.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { LogoPictures } from './ports/logo-pictures.ts';
import type { Media } from './ports/media.ts';
import type { PaperPictures } from './ports/paper-proofs.ts';

export function composeLogos(media: Pick<Media, 'list' | 'open'>): LogoPictures {
  let reader: Promise<LogoPictures> | undefined;
  const made = async (): Promise<LogoPictures> => {
    const { LogoReader } = await import('./adapters/printer/read-logo.ts');
    return new LogoReader({ media, pixelsOf });
  };
  return { picture: async (file) => (await (reader ??= made())).picture(file) };
}

/** On the paper of the clinic's first printer. */
export function composePaperPictures({ printers }: Pick<EdgeConfig, 'printers'>): PaperPictures {
  let painter: Promise<PaperPictures> | undefined;
  const made = async (): Promise<PaperPictures> => {
    const { PaperPainter } = await import('./adapters/printer/paper-picture.ts');
    const { knownProfile } = await import('./adapters/printer/printer-profile.ts');
    return new PaperPainter(knownProfile(printers?.printers[0]?.profile ?? usualProfile));
  };
  return { png: async (paper) => (await (painter ??= made())).png(paper) };
}
