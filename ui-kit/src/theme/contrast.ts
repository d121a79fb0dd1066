// WCAG 2.2 relative luminance and contrast ratio of two sRGB colours written #RRGGBB or #RGB.

/** Contrast ratio, 1 to 21; the order of the two colours does not matter. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Channels 0 to 255, or undefined where the text is not a colour in hexadecimal. */
export function parseHex(colour: string): [number, number, number] | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour.trim());
  const full = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour.trim());
  const parts = short?.slice(1).map((digit) => digit + digit) ?? full?.slice(1);
  return parts?.map((part) => Number.parseInt(part, 16)) as [number, number, number] | undefined;
}

export function luminance(colour: string): number {
  const channels = parseHex(colour);
  if (!channels) throw new TypeError(`not a colour: ${colour}`);
  const [r, g, b] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
