import { describe, expect, it } from 'vitest';
import {
  fasterParts,
  type Machine,
  machineParts,
  type MachinePart,
  setUpMachine,
  thisMachine,
} from './set-up-machine.ts';

interface FakeMachine extends Machine {
  readonly commands: string[];
}

function aMachine(options: {
  readonly missing?: readonly string[];
  readonly prefix?: readonly string[];
  readonly listsAreStale?: boolean;
  readonly offline?: boolean;
}): FakeMachine {
  const missing = new Set(options.missing ?? []);
  const commands: string[] = [];
  let stale = options.listsAreStale ?? false;
  return {
    commands,
    has: (part: MachinePart) => !missing.has(part.debianPackage),
    mayInstallWith: async () => options.prefix,
    run: async (command) => {
      commands.push(command.join(' '));
      if (options.offline === true) return false;
      if (command.includes('update')) stale = false;
      else if (stale) return false;
      else missing.clear();
      return true;
    },
  };
}

const silent = (): void => undefined;

describe('set up machine', () => {
  it('runs nothing when every part is there', async () => {
    const machine = aMachine({});
    expect(await setUpMachine(machine, silent)).toEqual({ ok: true, installed: [] });
    expect(machine.commands).toEqual([]);
  });

  it('installs only what is missing, without asking', async () => {
    const machine = aMachine({ missing: ['strace', 'chromium'], prefix: [] });
    const result = await setUpMachine(machine, silent);
    expect(result).toEqual({ ok: true, installed: ['chromium', 'strace'] });
    expect(machine.commands).toHaveLength(1);
    expect(machine.commands[0]).toMatch(
      /^env DEBIAN_FRONTEND=noninteractive apt-get .*install --yes .* chromium strace$/,
    );
  });

  it('refreshes the package lists only when an installation fails', async () => {
    const machine = aMachine({ missing: ['strace'], prefix: ['sudo', '-n'], listsAreStale: true });
    expect(await setUpMachine(machine, silent)).toEqual({ ok: true, installed: ['strace'] });
    expect(machine.commands.map((command) => /install|update/.exec(command)?.[0])).toEqual([
      'install',
      'update',
      'install',
    ]);
    expect(machine.commands.every((command) => command.startsWith('sudo -n '))).toBe(true);
  });

  it('says in one line what to install when it may not', async () => {
    const result = await setUpMachine(aMachine({ missing: ['espeak-ng', 'libnss3-tools'] }), silent);
    expect(result).toEqual({
      ok: false,
      message:
        'missing: espeak-ng (spoken announcements), libnss3-tools (HTTPS browser tests); ' +
        'install with: sudo apt-get install espeak-ng libnss3-tools',
    });
  });

  it('refuses when the installation does not work', async () => {
    const result = await setUpMachine(aMachine({ missing: ['chromium'], prefix: [], offline: true }), silent);
    expect(result).toMatchObject({ ok: false });
  });

  it('installs what makes the tests faster where that works, and goes on where it does not', async () => {
    const [faster = ''] = fasterParts.map(({ debianPackage }) => debianPackage);
    const missing = [faster];
    expect(await setUpMachine(aMachine({ missing, prefix: [] }), silent)).toEqual({ ok: true, installed: [faster] });
    expect(await setUpMachine(aMachine({ missing }), silent)).toEqual({ ok: true, installed: [] });
    const offline = aMachine({ missing, prefix: [], offline: true });
    expect(await setUpMachine(offline, silent)).toEqual({ ok: true, installed: [] });
  });

  it('wants Chromium where every test and the appliance start it, whatever is on the path', () => {
    const chromium = machineParts.find(({ debianPackage }) => debianPackage === 'chromium');
    expect(chromium?.provides).toEqual({ file: '/usr/bin/chromium' });
    const elsewhere = {
      debianPackage: 'chromium',
      neededFor: 'this test',
      provides: { file: '/usr/bin/not-chromium' },
    };
    expect(thisMachine.has(elsewhere)).toBe(false);
    expect(thisMachine.has({ ...elsewhere, provides: { file: process.execPath } })).toBe(true);
  });

  it('names each package once', () => {
    const names = [...machineParts, ...fasterParts].map((part) => part.debianPackage);
    expect(new Set(names).size).toBe(names.length);
  });
});
