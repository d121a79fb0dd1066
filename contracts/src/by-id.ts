// Shapes that several views share. Plain types: a screen imports them without a byte.

import type { Language } from './languages.ts';

export type ById<T> = { readonly [id: string]: T };

/** A service point's name in the clinic's languages. */
export type Names = { readonly [L in Language]?: string };
