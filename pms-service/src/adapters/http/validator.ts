// Validates with the very schemas that contracts export, and names the field that is wrong. Values of a query or a path
// arrive as text and are converted first.

import { refusedField } from '@foyer/contracts/schema-error.ts';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

export class InvalidRequest extends Error {
  readonly path: string;

  constructor(path: string) {
    super('invalid request');
    this.path = path;
  }
}

export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema);
  return (sent: unknown) => {
    const value: unknown = httpPart === 'body' ? sent : Value.Convert(schema, Value.Default(schema, Value.Clone(sent)));
    if (compiled.Check(value)) return { value };
    return { error: new InvalidRequest(refusedField(compiled.Errors(value)[0])) };
  };
};
