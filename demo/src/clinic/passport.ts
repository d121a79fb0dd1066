// The machine readable zone of an invented person's passport (TD3). The state is Utopia, which issues none.
// Source: ICAO Doc 9303, part 4.

export interface PassportHolder {
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly documentNumber: string;
  readonly expires: string;
}

export function machineReadableZone(holder: PassportHolder): string {
  const pad = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');
  const short = (date: string): string => date.slice(2).replaceAll('-', '');
  const number = pad(holder.documentNumber, 9);
  const birth = short(holder.birthDate);
  const expires = short(holder.expires);
  const personal = pad('', 14);
  const sex = { male: 'M', female: 'F' }[holder.gender] ?? '<';
  const numbered = number + checkDigit(number);
  const born = birth + checkDigit(birth);
  const until = expires + checkDigit(expires);
  const own = personal + checkDigit(personal);
  const first = pad(`P<UTO${latin(holder.family)}<<${latin(holder.given)}`, 44);
  return `${first}\n${numbered}UTO${born}${sex}${until}${own}${checkDigit(numbered + born + until + own)}`;
}

/** Weights 7, 3, 1 over the characters' values. Source: ICAO Doc 9303, part 3, section 4.9. */
function checkDigit(text: string): string {
  const value = (character: string): number => (character === '<' ? 0 : Number.parseInt(character, 36));
  return String([...text].reduce((sum, character, at) => sum + value(character) * ([7, 3, 1][at % 3] ?? 0), 0) % 10);
}

/** Letters without accents; everything else is a filler. */
function latin(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z]+/g, '<');
}
