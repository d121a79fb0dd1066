// What a key means while the guide speaks. A keypad of a telephone is enough; one made for kiosks sends arrows, Enter
// and help instead or as well, and its jack says when headphones are plugged in (F15) and out (F16).

export type GuideKey =
  | { readonly key: 'digit'; readonly digit: string }
  | { readonly key: 'confirm' | 'back' | 'next' | 'previous' | 'repeat' | 'help' | 'unplugged' };

const meanings: { readonly [key: string]: Exclude<GuideKey['key'], 'digit'> } = {
  '#': 'confirm',
  Enter: 'confirm',
  '*': 'back',
  Backspace: 'back',
  Escape: 'back',
  '+': 'next',
  ArrowDown: 'next',
  ArrowRight: 'next',
  '-': 'previous',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  Home: 'repeat',
  F1: 'help',
  Help: 'help',
  F16: 'unplugged',
};

export function guideKey(key: string): GuideKey | undefined {
  if (/^\d$/.test(key)) return { key: 'digit', digit: key };
  const meaning = meanings[key];
  return meaning && { key: meaning };
}
