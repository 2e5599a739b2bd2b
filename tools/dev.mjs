import { spawn } from 'node:child_process';
import { PNPM_COMMAND } from './lib/pnpm.mjs';
import { endOn, ROOT, say } from './lib/run.mjs';
import { prepareToServe } from './lib/steps.mjs';

/** `npm run dev`: rebuilds what is edited and restarts the server; pages are reloaded by hand. */
const WATCHERS = [
  ['domain', [...PNPM_COMMAND, '--filter', '@kepu/shared', 'build', '--watch']],
  ['server', [...PNPM_COMMAND, '--filter', '@kepu/server', 'build', '--watch']],
  ['console', [...PNPM_COMMAND, '--filter', '@kepu/console', 'build', '--watch']],
  ['phone', [...PNPM_COMMAND, '--filter', '@kepu/miniapp', 'build:h5', '--watch']],
  ['serve', [process.execPath, '--enable-source-maps', '--watch-path=server/dist', '--watch-path=shared/dist', 'server/dist/main.js']],
];

function watch([name, [command, ...args]]) {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '1' } });
  const print = (chunk) => String(chunk).split('\n').filter((line) => line.trim() !== '').forEach((line) => say(`${name.padEnd(8)}| ${line}`));
  child.stdout.on('data', print);
  child.stderr.on('data', print);
  return child;
}

endOn(
  (async () => {
    await prepareToServe();
    const children = WATCHERS.map(watch);
    const stop = () => children.forEach((child) => child.kill());
    process.on('SIGINT', stop).on('SIGTERM', stop);
  })(),
);
