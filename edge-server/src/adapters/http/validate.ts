// Requests against the route table's schemas, by TypeBox. A schema is compiled at its first request, so that starting
// costs nothing, and Fastify's own compilers are never loaded.

import { refusedField } from '@foyer/contracts/schema-error.ts';
import type { FastifyServerOptions } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { CodedError } from './errors.ts';

const compilersFactory = {
  buildValidator: () => ({ schema }: { readonly schema: TSchema }) => validatorOf(schema),
  buildSerializer: () => () => (value: unknown) => JSON.stringify(value),
};
/** Fastify types these by its own compilers' options, which ours have none of. */
export const typeBoxController = { compilersFactory } as unknown as NonNullable<FastifyServerOptions['schemaController']>;

function validatorOf(schema: TSchema) {
  let validator: Validator | undefined;
  return (value: unknown) => {
    validator ??= Compile(schema);
    if (validator.Check(value)) return { value };
    const [first] = validator.Errors(value);
    return { error: new CodedError('invalid-request', { path: refusedField(first), why: first?.message ?? 'has a wrong shape' }) };
  };
}
