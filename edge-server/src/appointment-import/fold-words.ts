/** Letters and digits alone, without case or accents, so that "Fecha de Nacimiento:" is "fechadenacimiento". */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
