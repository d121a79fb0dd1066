/** "Room 3" as a sign and its figure; what has no figure at its end is a sign alone. */
export function signOf(name: string): { readonly sign: string; readonly large: string } {
  const [, words = name, figure = ''] = /^(.*\S)\s+(\d{1,3})$/.exec(name.trim()) ?? [];
  return { sign: words, large: figure };
}
