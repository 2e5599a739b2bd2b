import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, step } from './run.mjs';

const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const VERSION = packageManager.split('@')[1];
const HOME = join(ROOT, '.tools');
const PNPM = join(HOME, 'node_modules/pnpm/bin/pnpm.cjs');

const installed = () => existsSync(PNPM) && JSON.parse(readFileSync(join(HOME, 'node_modules/pnpm/package.json'), 'utf8')).version === VERSION;

/** Fetches the pinned pnpm into .tools once: nobody installs it by hand, and no other version is used. */
export async function ensurePnpm() {
  if (installed()) return;
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, [process.env.npm_execpath]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  await step(`Fetching pnpm ${VERSION}`, npm[0], [...npm[1], 'install', '--prefix', HOME, '--no-save', '--no-audit', '--no-fund', `pnpm@${VERSION}`], { cwd: ROOT, shell: npm[0].endsWith('.cmd') });
}

/** A step that runs pnpm. */
export function pnpm(label, args, options) {
  return step(label, process.execPath, [PNPM, ...args], options);
}

export const PNPM_COMMAND = [process.execPath, PNPM];
