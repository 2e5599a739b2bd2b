import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { leashed } from './leash.js';
import { makePrivateFolder, sweepPrivateFolders } from './private-folder.js';
import { runTool, type ToolCommand } from './run-tool.js';
import { findMediaTools, type Sandbox } from './tools.js';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Waits until `condition` holds, at most two seconds. */
async function until(condition: () => boolean): Promise<boolean> {
  for (let i = 0; i < 100 && !condition(); i += 1) await wait(20);
  return condition();
}

describe.skipIf(process.platform === 'win32')('a tool on a leash', () => {
  let sandbox: Sandbox;
  let folder: string;
  beforeAll(async () => {
    ({ sandbox } = await findMediaTools());
    folder = await mkdtemp(join(tmpdir(), 'kepu-run-'));
    vi.stubEnv('TMPDIR', folder);
  });
  afterEach(async () => expect(await readdir(folder), 'folders left behind').toEqual([]));
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });

  const shell = (script: string, change: Partial<ToolCommand> = {}) => runTool({ tool: '/bin/sh', args: ['-c', script], sandbox, wallMs: 10_000, outputBytes: 100_000, ...change });

  it('says what it says, and how it ended', async () => {
    expect(await shell('echo out; echo err >&2; exit 3')).toEqual({ failure: null, exitCode: 3, output: Buffer.from('out\n'), stdout: 'out\n', stderr: 'err\n' });
  });

  it('is stopped when its time is over, with everything it has started', async () => {
    const run = await shell('sleep 100 & echo $!; wait', { wallMs: 300 });
    expect(run.failure).toBe('timeout');
    expect(await until(() => !isRunning(Number(run.stdout)))).toBe(true);
  });

  it('is stopped when it talks too much', async () => {
    const run = await shell('while true; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done');
    expect(run.failure).toBe('too-much-output');
    expect(run.stdout.length).toBeLessThanOrEqual(100_000);
  });

  it('keeps only the end of a long complaint', async () => {
    const { stderr } = await shell('i=0; while [ $i -lt 9000 ]; do echo complaint $i >&2; i=$((i+1)); done');
    expect(stderr.length).toBeLessThanOrEqual(65_536);
    expect(stderr).toContain('complaint 8999');
  });

  it('may crash', async () => expect((await shell('kill -SEGV $$')).failure).toBe('crashed'));

  it('may be missing', async () => expect((await shell('', { tool: '/nowhere/ffmpeg' })).failure).toBe('not-started'));

  it('gets nothing of our environment', async () => {
    vi.stubEnv('KEPU_SECRET', 'do not tell');
    const { stdout } = await shell('env');
    expect(stdout).toContain('LC_ALL=C');
    expect(stdout).not.toContain('do not tell');
  });

  it('can write no file and take no more memory than it is given', async ({ skip }) => {
    if (!sandbox.prlimit) skip('no prlimit on this machine');
    expect((await shell('echo words > file')).failure).toBe('out-of-limits');
    expect(await shell('ulimit -v')).toMatchObject({ stdout: `${3 * 1024 ** 2}\n` });
    expect(await shell('ulimit -t')).toMatchObject({ stdout: '60\n' });
  });

  it('runs without prlimit and nice too', async () => {
    expect(await shell('echo fine', { sandbox: { prlimit: null, setpriv: null, nice: null } })).toMatchObject({ failure: null, stdout: 'fine\n' });
  });

  it('dies with the process that started it, however that ends', async ({ skip }) => {
    if (!sandbox.setpriv) skip('no setpriv on this machine');
    // It says who it is once it is on the leash; before, there would be nothing to die of yet.
    const sleeper = leashed(['/bin/sh', '-c', '"echo $$; exec sleep 100"'], sandbox, { cpuSeconds: 60, fileBytes: 0, openFiles: 64 }).join(' ');
    const parent = spawn('/bin/sh', ['-c', `${sleeper.replaceAll('$', '\\$')} & wait`], { stdio: ['ignore', 'pipe', 'ignore'] });
    const pid = Number(String(((await once(parent.stdout, 'data')) as [Buffer])[0]));
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    expect(await until(() => !isRunning(pid))).toBe(true);
  });

  it('leaves a folder behind only when its process is killed, and then until the next start', async () => {
    const own = await makePrivateFolder();
    const kept = [`kepu-work-${hostname()}2-4194305-abcdef`, 'somebody-elses'];
    for (const name of [`kepu-work-${hostname()}-4194305-abcdef`, ...kept]) await mkdir(join(folder, name));
    expect(await sweepPrivateFolders()).toBe(1);
    expect((await readdir(folder)).sort()).toEqual([own.slice(folder.length + 1), ...kept].sort());
    await Promise.all([own, ...kept.map((name) => join(folder, name))].map((path) => rm(path, { recursive: true })));
  });

  it('is dead when the caller has given up', async () => {
    const controller = new AbortController();
    const run = shell('sleep 100', { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('no longer wanted')), 200);
    await expect(run).rejects.toThrow('no longer wanted');
  });
});
