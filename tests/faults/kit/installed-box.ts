/** An image of this checkout, installed into a folder and run there by its own supervisor and its own Node. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type BundleManifest, manifestFile, signatureFile } from '@foyer/appliance/bundle/manifest.ts';
import { digestOf } from '@foyer/appliance/bundle/open-bundle.ts';
import { signManifest } from '@foyer/appliance/bundle/signature.ts';
import { placesIn } from '@foyer/appliance/updates/places.ts';
import type { UpdateStep } from '@foyer/appliance/updates/update-plan.ts';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import { atExit } from '../../bench/kit/at-exit.ts';
import { type BenchClinic, repositoryRoot } from '../../bench/kit/bench-clinic.ts';

const run = promisify(execFile);
const longestMs = 120_000;

export class InstalledBox {
  readonly places;
  readonly #clinic: BenchClinic;
  readonly #image: string;
  readonly #key: string;
  #supervisor: ChildProcess | undefined;
  #heard: ((kind: UpdateStep['kind']) => void) | undefined;
  url = '';

  constructor(clinic: BenchClinic) {
    this.#clinic = clinic;
    this.#image = join(clinic.folder, 'image');
    this.#key = join(clinic.folder, 'key.pem');
    this.places = placesIn(join(clinic.folder, 'box'));
  }

  async makeImage(): Promise<void> {
    const words = ['--out', this.#image, '--key', this.#key, '--counter', '1'];
    await run(process.execPath, [join(repositoryRoot, 'scripts', 'image.ts'), ...words], { cwd: repositoryRoot });
  }

  async install(): Promise<void> {
    const install = join(this.#image, 'appliance', 'src', 'install-main.js');
    const words = ['--root', this.places.root, '--key', `${this.#key}.pub`];
    await run(join(this.#image, 'bin', 'node'), [install, ...words], { env: {} });
  }

  /** The image as another version, with what is different in it. */
  bundle(counter: number, changes: Readonly<Record<string, string>>): string {
    const folder = join(this.#clinic.folder, `bundle-${counter}`);
    cpSync(this.#image, folder, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as BundleManifest;
    const changed = Object.entries(changes).map(([path, text]) => {
      writeFileSync(join(folder, path), text);
      return [path, { sha256: digestOf(Buffer.from(text)), bytes: Buffer.byteLength(text) }] as const;
    });
    const bytes = Buffer.from(
      JSON.stringify({ ...manifest, counter, files: { ...manifest.files, ...Object.fromEntries(changed) } }),
    );
    writeFileSync(join(folder, manifestFile), bytes);
    writeFileSync(join(folder, signatureFile), signManifest(bytes, readFileSync(this.#key, 'utf8')));
    return folder;
  }

  /** `killAt`: the whole process tree is killed when the supervisor comes to that step. */
  async start(killAt?: UpdateStep['kind']): Promise<void> {
    const [port, tlsPort, mqttPort] = [await settledPort(0), await settledPort(0), await settledPort(0)];
    this.url = `http://127.0.0.1:${port}`;
    const supervisor = join(this.places.root, 'supervisor');
    const words = ['--root', this.places.root, '--proven-seconds', '2'];
    const child = spawn(
      join(supervisor, 'bin', 'node'),
      [join(supervisor, 'appliance', 'src', 'supervisor-main.js'), ...words],
      {
        detached: true,
        cwd: this.#clinic.folder,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: {
          FOYER_DATA_DIR: this.#clinic.dataDir,
          FOYER_DEMONSTRATION_FILE: this.#clinic.demonstrationFile,
          FOYER_BIND: '127.0.0.1',
          FOYER_EDGE_PORT: String(port),
          FOYER_EDGE_TLS_PORT: String(tlsPort),
          FOYER_MQTT_PORT: String(mqttPort),
          FOYER_LOG_LEVEL: 'warn',
        },
      },
    );
    const left = atExit(() => kill(child, 'SIGKILL'));
    child.once('close', () => left.forget());
    createInterface({ input: child.stdout }).on('line', (line) => {
      const kind = stepIn(line);
      if (kind === undefined) return;
      if (kind === killAt) kill(child, 'SIGKILL');
      this.#heard?.(kind);
    });
    this.#supervisor = child;
  }

  /** Resolves when it comes to one of these steps, or is gone. */
  async until(...kinds: readonly UpdateStep['kind'][]): Promise<void> {
    const child = this.#supervisor;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const heard = new Promise<void>((resolve) => {
      this.#heard = (kind) => {
        if (kinds.includes(kind)) resolve();
      };
    });
    await Promise.race([heard, once(child, 'close')]);
  }

  /** Resolves when the edge serves; rejects when it does not in two minutes. */
  async ready(): Promise<void> {
    for (const deadline = performance.now() + longestMs; performance.now() < deadline; await pause(50)) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok === true) return;
    }
    throw new Error('the edge does not serve');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#supervisor;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    if (signal === 'SIGKILL') kill(child, signal);
    else child.kill(signal);
    await closed;
  }
}

function stepIn(line: string): UpdateStep['kind'] | undefined {
  if (!line.includes('"update-step"')) return undefined;
  return (JSON.parse(line) as { readonly kind: UpdateStep['kind'] }).kind;
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // It is gone with all that it started.
  }
}
