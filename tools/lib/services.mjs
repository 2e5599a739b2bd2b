import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { capture } from './run.mjs';

/** The full path of a program on PATH, or null. */
export function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

function accepts(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    socket.setTimeout(1_500, () => socket.destroy());
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false)).once('close', () => resolve(false));
  });
}

async function waitFor(port, seconds) {
  for (let tries = 0; tries < seconds * 5; tries += 1) {
    if (await accepts(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** A MariaDB or MySQL for the tests: the one named, one that is running without a password, or one of our own. */
export async function findMysql() {
  if (process.env.KEPU_TEST_MYSQL) return { url: process.env.KEPU_TEST_MYSQL, stop: () => undefined };
  const client = onPath('mariadb', 'mysql');
  if (client && (await accepts(3306))) {
    const { code } = await capture(client, ['-h', '127.0.0.1', '-u', 'root', '--protocol=TCP', '-e', 'SELECT 1']);
    if (code === 0) return { url: 'mysql://root@127.0.0.1:3306/', stop: () => undefined };
  }
  return startOwn();
}

async function startOwn() {
  const [server, setUp] = [onPath('mariadbd') ?? (existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : null), onPath('mariadb-install-db')];
  if (!server || !setUp) return null;
  const folder = mkdtempSync(join(tmpdir(), 'kepu-mariadb-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const made = await capture(setUp, ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...(process.getuid?.() === 0 ? ['--user=root'] : [])]);
  if (made.code !== 0) return null;
  const port = 33_060 + Math.floor(Math.random() * 2_000);
  const config = join(folder, 'my.cnf');
  writeFileSync(config, `[mysqld]\ndatadir=${data}\nport=${port}\nbind-address=127.0.0.1\nsocket=${join(folder, 's.sock')}\npid-file=${join(folder, 'pid')}\nskip-log-bin\n${process.getuid?.() === 0 ? 'user=root\n' : ''}`);
  const child = spawn(server, [`--defaults-file=${config}`], { stdio: 'ignore' });
  const stop = () => {
    child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    child.kill();
  };
  if (await waitFor(port, 30)) return { url: `mysql://root@127.0.0.1:${port}/`, stop };
  stop();
  return null;
}

/** A Chromium that can be driven, or null. */
export function findBrowser() {
  const named = process.env.KEPU_TEST_BROWSER;
  if (named) return existsSync(named) ? named : null;
  return onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome');
}
