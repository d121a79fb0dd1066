// Whether somebody signed: a dot by a sleeve is no signature, and a pad scribbled full is none that is kept.

import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { Signature } from '@foyer/contracts/forms.ts';
import { isDrawn, measureSignature, signatureLimits } from '@foyer/contracts/signature-measure.ts';

/** Undefined when it is one. */
export function signatureFault(signature: Signature | undefined): ErrorCode | undefined {
  if (signature === undefined) return 'signature-empty';
  if (signature.by === 'tap') return undefined;
  const measure = measureSignature(signature.strokes);
  if (measure.points > signatureLimits.mostPoints) return 'signature-too-large';
  return isDrawn(measure) ? undefined : 'signature-empty';
}
