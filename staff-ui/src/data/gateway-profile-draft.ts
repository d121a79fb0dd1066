// How a gateway's messages are read, as somebody types it. Pure.

import type { GatewayProfile } from '@foyer/contracts/gateway-profile.ts';
import { profileOf } from '@foyer/contracts/gateway-profiles.ts';
import type { GatewaySetUp } from '@foyer/contracts/thing-set-up.ts';
import type { PressKind } from '@foyer/contracts/thing-presses.ts';

export type GatewayMessage = GatewayProfile['messages'][number];
export const messageTells = ['press', 'battery', 'link', 'firmware', 'availability'] as const;
export type MessageTells = (typeof messageTells)[number];

export const mostMessages = 20;

/** A profile of its own begins as a copy of the one before, to be changed. */
export function ownProfile(setUp: Pick<GatewaySetUp, 'profile'>): GatewayProfile {
  return structuredClone(profileOf(setUp)) as GatewayProfile;
}

export function withMessage({ messages }: GatewayProfile, index: number, message: GatewayMessage): GatewayProfile {
  return { messages: messages.with(index, message) };
}

export function withNewMessage({ messages }: GatewayProfile): GatewayProfile {
  return { messages: [...messages, { topic: '{name}', ...begun.press }] };
}

export function withoutMessage({ messages }: GatewayProfile, index: number): GatewayProfile {
  return { messages: messages.toSpliced(index, 1) };
}

const begun = {
  press: { press: { at: '/action', words: { single: 'single' as const } } },
  battery: { battery: { at: '/battery', of: 100 } },
  link: { link: { at: '/linkquality', of: 255 } },
  firmware: { firmware: { at: '/version' } },
  availability: { availability: { at: '/state', present: 'online' } },
} as const satisfies { readonly [T in MessageTells]: Partial<GatewayMessage> };

/** With what is usual to begin with, or without it. */
export function toldOf(message: GatewayMessage, tells: MessageTells): GatewayMessage {
  if (message[tells] === undefined) return structuredClone({ ...message, ...begun[tells] });
  const { [tells]: _gone, ...rest } = message;
  return rest;
}

type Words = Readonly<Record<string, PressKind>>;

/** In its place; the word that was there before is none any more. */
export function withWord(words: Words, before: string, word: string, press: PressKind): Record<string, PressKind> {
  return Object.fromEntries(
    Object.entries(words)
      .filter(([other]) => other === before || other !== word)
      .map(([other, means]) => (other === before ? [word, press] : [other, means])),
  );
}

export function withNewWord(words: Words): Record<string, PressKind> {
  return '' in words ? { ...words } : { ...words, '': 'single' };
}

export function withoutWord(words: Words, word: string): Record<string, PressKind> {
  return Object.fromEntries(Object.entries(words).filter(([other]) => other !== word));
}

/** Whether everything that has to be typed is there. */
export function isWhole({ messages }: GatewayProfile): boolean {
  return (
    messages.length > 0 &&
    messages.every(
      ({ topic, press, availability }) =>
        topic !== '' && availability?.present !== '' && !Object.keys(press?.words ?? {}).includes(''),
    )
  );
}
