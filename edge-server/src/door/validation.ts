// Commands against their schemas, compiled when the first of a type comes in, so that starting costs nothing.

import { type Command, type CommandType, commandSchemas } from '@foyer/contracts/commands.ts';
import { refusedField } from '@foyer/contracts/schema-error.ts';
import { Compile, type Validator } from 'typebox/compile';

export type Validated =
  | { readonly ok: true; readonly command: Command }
  | {
      readonly ok: false;
      readonly code: 'invalid-request' | 'unknown-command';
      readonly path?: string;
      readonly why: string;
    };

const validators = new Map<CommandType, Validator>();

export function validateCommand(sent: unknown): Validated {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    return { ok: false, code: 'invalid-request', path: '/', why: 'must be an object' };
  }
  const type = (sent as { type?: unknown }).type;
  if (typeof type !== 'string') return { ok: false, code: 'invalid-request', path: '/type', why: 'must be a text' };
  if (!isCommandType(type)) return { ok: false, code: 'unknown-command', path: '/type', why: 'is not a command' };
  const validator = validatorOf(type);
  if (validator.Check(sent)) return { ok: true, command: sent as Command };
  const [first] = validator.Errors(sent);
  return {
    ok: false,
    code: 'invalid-request',
    path: refusedField(first),
    why: first?.message ?? 'has a wrong shape',
  };
}

function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(commandSchemas, type);
}

function validatorOf(type: CommandType): Validator {
  const held = validators.get(type);
  if (held !== undefined) return held;
  const made = Compile(commandSchemas[type]);
  validators.set(type, made);
  return made;
}
