/**
 * What the tests need from the machine beside npm's packages, each as one of Debian's packages. Installs
 * what is missing where the user may (root, or sudo without a password), and otherwise says in one line
 * what to install. Asks nothing, and costs a few file look-ups when everything is there. What only makes the tests
 * faster is installed where that works, and not missed where it does not.
 */
import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

export interface MachinePart {
  readonly debianPackage: string;
  readonly neededFor: string;
  /** A program on the path, one at a place of its own, or a shared library. */
  readonly provides: { readonly program: string } | { readonly file: string } | { readonly library: string };
}

export const machineParts: readonly MachinePart[] = [
  // Debian's own, where the tests and the appliance start it: another on the path may be of another version.
  { debianPackage: 'chromium', neededFor: 'browser tests', provides: { file: '/usr/bin/chromium' } },
  {
    debianPackage: 'libusb-1.0-0',
    neededFor: 'document scanners',
    provides: { library: 'libusb-1.0.so.0' },
  },
  {
    debianPackage: 'espeak-ng',
    neededFor: 'spoken announcements',
    provides: { program: 'espeak-ng' },
  },
  { debianPackage: 'strace', neededFor: 'durability tests', provides: { program: 'strace' } },
  { debianPackage: 'build-essential', neededFor: 'failing disks', provides: { program: 'cc' } },
  {
    debianPackage: 'libnss3-tools',
    neededFor: 'HTTPS browser tests',
    provides: { program: 'certutil' },
  },
];

export const fasterParts: readonly MachinePart[] = [
  {
    debianPackage: 'chromium-headless-shell',
    neededFor: 'faster browser tests',
    provides: { file: '/usr/bin/chromium-headless-shell' },
  },
];

/** What this machine allows, apart from the real one so that every answer can be tested. */
export interface Machine {
  has(part: MachinePart): boolean;
  /** The words before `apt-get`, empty for root; undefined when nothing may be installed. */
  mayInstallWith(): Promise<readonly string[] | undefined>;
  run(command: readonly string[]): Promise<boolean>;
}

export type SetUp =
  | { readonly ok: true; readonly installed: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** Leaves the machine with every part, or refuses with one line that says what to install. */
export async function setUpMachine(machine: Machine, say: (line: string) => void): Promise<SetUp> {
  const missing = missingParts(machine, machineParts);
  const slower = missingParts(machine, fasterParts);
  if (missing.length === 0 && slower.length === 0) return { ok: true, installed: [] };
  const prefix = await machine.mayInstallWith();
  if (prefix === undefined) return missing.length === 0 ? { ok: true, installed: [] } : refusal(missing);

  const aptGet = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    '-o',
    'DPkg::Lock::Timeout=120',
  ];
  const installed: string[] = [];
  const install = async (parts: readonly MachinePart[]): Promise<boolean> => {
    if (parts.length === 0) return true;
    const names = parts.map((part) => part.debianPackage);
    say(`installing ${names.join(', ')}`);
    const command = [...aptGet, 'install', '--yes', '--no-install-recommends', ...names];
    const done =
      (await machine.run(command)) || ((await machine.run([...aptGet, 'update'])) && (await machine.run(command)));
    if (done) installed.push(...names);
    return done;
  };
  const done = await install(missing);
  const stillMissing = missingParts(machine, machineParts);
  if (!done || stillMissing.length > 0) return refusal(stillMissing.length > 0 ? stillMissing : missing);
  await install(slower);
  return { ok: true, installed };
}

const refusal = (missing: readonly MachinePart[]): SetUp => ({ ok: false, message: installHint(missing) });

/** The machine that this process runs on. */
export const thisMachine: Machine = {
  has({ provides }) {
    if ('program' in provides) return hasProgram(provides.program);
    return 'file' in provides ? isProgram(provides.file) : hasLibrary(provides.library);
  },
  async mayInstallWith() {
    if (!hasProgram('apt-get')) return undefined;
    if (process.getuid?.() === 0) return [];
    if (!hasProgram('sudo')) return undefined;
    const { status } = await runCommand('sudo', ['-n', 'true'], { output: 'capture' });
    return status === 0 ? ['sudo', '-n'] : undefined;
  },
  async run([program = '', ...args]) {
    const { status, output } = await runCommand(program, args, { output: 'capture' });
    if (status !== 0) process.stderr.write(output);
    return status === 0;
  },
};

function missingParts(machine: Machine, parts: readonly MachinePart[]): readonly MachinePart[] {
  return parts.filter((part) => !machine.has(part));
}

function installHint(missing: readonly MachinePart[]): string {
  const reasons = missing.map((part) => `${part.debianPackage} (${part.neededFor})`).join(', ');
  const names = missing.map((part) => part.debianPackage).join(' ');
  return `missing: ${reasons}; install with: sudo apt-get install ${names}`;
}

function hasProgram(name: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/sbin', '/bin', '/sbin'];
  return folders.some((folder) => isProgram(join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasLibrary(fileName: string): boolean {
  return ['/lib', '/usr/lib', '/usr/local/lib'].some((folder) => {
    const subfolders = listFolder(folder).filter((entry) => entry.includes('-linux-'));
    return ['', ...subfolders].some((sub) => listFolder(join(folder, sub)).includes(fileName));
  });
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

if (import.meta.main) {
  const result = await setUpMachine(thisMachine, console.log);
  if (!result.ok) {
    console.error(result.message);
    process.exitCode = 1;
  }
}
