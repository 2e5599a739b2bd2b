import { ensurePnpm, pnpm } from './pnpm.mjs';
import { ifChanged } from './stamp.mjs';

const MANIFESTS = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'shared/package.json', 'server/package.json', 'server/console/package.json', 'miniapp/package.json', 'tests/package.json', 'tools/package.json'];
const SHARED = ['shared/src', 'shared/package.json', 'shared/.swcrc'];

/** Fetches the packages. Only better-sqlite3 is compiled, and other work may go on meanwhile. */
export async function install() {
  await ensurePnpm();
  await ifChanged('install', { inputs: MANIFESTS, output: 'node_modules/.modules.yaml' }, () => pnpm('Installing packages', ['install', '--frozen-lockfile', '--ignore-scripts']));
}

/** `--recursive`: without it pnpm looks at the root package alone, finds nothing to build and reports success. */
export const compileSqlite = () =>
  ifChanged('sqlite', { inputs: ['pnpm-lock.yaml'], output: 'server/node_modules/better-sqlite3/build/Release/better_sqlite3.node' }, () =>
    pnpm('Compiling SQLite (about a minute the first time)', ['rebuild', '--recursive', 'better-sqlite3']),
  );

export const buildShared = () => ifChanged('shared', { inputs: SHARED, output: 'shared/dist' }, () => pnpm('Building the domain', ['--filter', '@kepu/shared', 'build']));

export const buildServer = () =>
  ifChanged('server', { inputs: ['server/src', 'server/package.json', 'server/.swcrc'], output: 'server/dist' }, () => pnpm('Building the server', ['--filter', '@kepu/server', 'build']));

export const buildConsole = () =>
  ifChanged('console', { inputs: [...SHARED, 'server/console'], output: 'server/console/dist' }, () => pnpm('Building the console', ['--filter', '@kepu/console', 'build']));

const buildPhone = (type, label) =>
  ifChanged(`phone-${type}`, { inputs: [...SHARED, 'miniapp'], words: [process.env.TARO_APP_API ?? ''], output: `miniapp/dist/${type}` }, () => pnpm(label, ['--filter', '@kepu/miniapp', `build:${type}`]));

export const buildH5 = () => buildPhone('h5', 'Building the phone app for browsers');
export const buildWeapp = () => buildPhone('weapp', 'Building the phone app for WeChat');

/** What `npm start` serves. SQLite is compiled on one core while the apps are built on the others. */
export async function prepareToServe() {
  await install();
  const compiling = compileSqlite();
  const building = (async () => {
    await buildShared();
    await buildServer();
    await buildConsole();
    await buildH5();
  })();
  const [compiled, built] = await Promise.allSettled([compiling, building]);
  for (const outcome of [compiled, built]) if (outcome.status === 'rejected') throw outcome.reason;
}

export async function buildAll() {
  await prepareToServe();
  await buildWeapp();
}
