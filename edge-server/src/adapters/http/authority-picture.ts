// A step as a picture: the menus of a device one in the other, with a hand at the one that is touched. Drawn, so that it
// needs no file and has the words of its language.

const width = 320;
const rowHeight = 40;
const margin = 12;
const indent = 14;
/** What fits into a row, about: longer words are cut. */
const mostLetters = 36;

/** `rightToLeft`: rows begin at the right edge. */
export function stepPicture(path: readonly string[], escaped: (text: string) => string, rightToLeft: boolean): string {
  const height = path.length * rowHeight + 2 * margin;
  const rows = path.map((label, index) => row(label, index, index === path.length - 1));
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(path.join(', '))}">
<rect class="device" x="2" y="2" width="${width - 4}" height="${height - 4}" rx="14"/>${rows.join('')}</svg>`;

  function row(label: string, index: number, touched: boolean): string {
    const y = margin + index * rowHeight;
    const inset = margin + index * indent;
    const box = width - inset - margin;
    const x = rightToLeft ? margin : inset;
    const text = label.length > mostLetters ? `${label.slice(0, mostLetters - 1)}…` : label;
    const at = rightToLeft ? width - inset - 12 : inset + 12;
    const hand = rightToLeft ? margin + 14 : width - margin - 14;
    return `<rect class="${touched ? 'touched' : 'menu'}" x="${x}" y="${y + 3}" width="${box}" height="${rowHeight - 6}" rx="6"/>
<text class="${touched ? 'on-touched' : ''}" x="${at}" y="${y + 26}" direction="${rightToLeft ? 'rtl' : 'ltr'}">${escaped(text)}</text>
${touched ? `<circle class="hand" cx="${hand}" cy="${y + rowHeight / 2}" r="7"/>` : ''}`;
  }
}
