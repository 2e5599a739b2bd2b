import { execFile } from 'node:child_process';
import { access, chmod, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

export interface MediaTool {
  /** Absolute path. */
  path: string;
  /** As the tool names it: 5.1.9-0+deb12u1. */
  version: string;
  /**
   * From inside an npm package, years old: good for a demonstration, not for uploads of strangers. The ffmpeg of 2018
   * also lets pictures pass that are damaged but can be shown somehow; lost bytes and cut files it finds.
   */
  isFallback: boolean;
  /** Can make H.264: without it there are no light previews. */
  hasX264?: boolean;
}

/** What this machine has to keep a tool within bounds; null where it has not: then only the clock and the output limit hold. */
export interface Sandbox {
  prlimit: string | null;
  /** Lets a tool die with the process that started it. */
  setpriv: string | null;
  nice: string | null;
}

export interface MediaTools {
  ffmpeg: MediaTool;
  ffprobe: MediaTool;
  sandbox: Sandbox;
}

export interface ToolPaths {
  ffmpeg: string | null;
  ffprobe: string | null;
}

/** No usable tool: one sentence for the operator. */
export class ToolsMissing extends Error {}

type ToolName = 'ffmpeg' | 'ffprobe';

/** libavutil 57 came with FFmpeg 5; unlike the version's name, every build states it. */
const OLDEST_LIBAVUTIL = 57;
/** What is used of ffmpeg beyond what every build has, by the option that lists it. */
const PARTS = { '-muxers': 'framecrc', '-filters': 'ebur128', '-bsfs': 'h264_mp4toannexb' };
const run = promisify(execFile);

/** Finds ffmpeg and ffprobe: the configured path, else PATH, else the binaries inside the npm packages. */
export async function findMediaTools(configured: ToolPaths = { ffmpeg: null, ffprobe: null }): Promise<MediaTools> {
  const [ffmpeg, ffprobe, prlimit, setpriv, nice] = await Promise.all([
    findTool('ffmpeg', configured.ffmpeg),
    findTool('ffprobe', configured.ffprobe),
    onPath('prlimit'),
    findSetpriv(),
    onPath('nice'),
  ]);
  return { ffmpeg, ffprobe, sandbox: { prlimit, setpriv, nice } };
}

/** Only versions of util-linux from 2.33 know the option. */
async function findSetpriv(): Promise<string | null> {
  const path = await onPath('setpriv');
  return path !== null && (await run(path, ['--pdeathsig', 'KILL', '--', path, '--version']).then(() => true, () => false)) ? path : null;
}

async function findTool(name: ToolName, configured: string | null): Promise<MediaTool> {
  if (configured !== null) return atConfiguredPath(name, configured);
  const path = await onPath(name);
  const found = path === null ? null : await look(name, path);
  if (path !== null && found?.isRecent && found.lacks.length === 0) return { path, version: found.version, isFallback: false, hasX264: found.hasX264 };
  return fromPackage(name);
}

/** A path somebody wrote down must work: another tool in its place would be a surprise. */
async function atConfiguredPath(name: ToolName, path: string): Promise<MediaTool> {
  if (!isAbsolute(path)) throw new ToolsMissing(`${name} must be configured with its absolute path, not ${path}.`);
  const found = await look(name, path);
  if (!found) throw new ToolsMissing(`${name} does not run at the configured path ${path}.`);
  if (!found.isRecent) throw new ToolsMissing(`${name} at ${path} is ${found.version}; version 5 or newer is needed.`);
  if (found.lacks.length > 0) throw new ToolsMissing(`${name} at ${path} was built without ${found.lacks.join(', ')}.`);
  return { path, version: found.version, isFallback: false, hasX264: found.hasX264 };
}

/** Packages are installed with their scripts off, so the binary may not be executable yet. */
async function fromPackage(name: ToolName): Promise<MediaTool> {
  try {
    const { path } = name === 'ffmpeg' ? (await import('@ffmpeg-installer/ffmpeg')).default : (await import('@ffprobe-installer/ffprobe')).default;
    if (!(await isExecutable(path))) await chmod(path, 0o755);
    const found = await look(name, path);
    if (found) return { path, version: found.version, isFallback: true, hasX264: found.hasX264 };
  } catch (error) {
    throw new ToolsMissing(`${name} 5 or newer is not on PATH, and the one inside the npm package cannot be used here: ${String(error)}.`);
  }
  throw new ToolsMissing(`${name} 5 or newer is not on PATH, and the one inside the npm package does not run on this machine.`);
}

interface Seen {
  version: string;
  isRecent: boolean;
  lacks: string[];
  hasX264: boolean;
}

/** What a binary says about itself; null if it does not run or is something else. */
async function look(name: ToolName, path: string): Promise<Seen | null> {
  const said = await ask(path, '-version');
  const version = /^ff(?:mpeg|probe) version (\S+)/u.exec(said)?.[1];
  const library = /libavutil\s+(\d+)\./u.exec(said)?.[1];
  if (!version || !library) return null;
  const lacks: string[] = [];
  if (name === 'ffmpeg') {
    for (const [option, part] of Object.entries(PARTS)) if (!new RegExp(`\\b${part}\\b`, 'u').test(await ask(path, option))) lacks.push(part);
  }
  const hasX264 = name === 'ffmpeg' && /\blibx264\b/u.test(await ask(path, '-encoders'));
  return { version, isRecent: Number(library) >= OLDEST_LIBAVUTIL, lacks, hasX264 };
}

const ask = (path: string, question: string): Promise<string> => run(path, ['-hide_banner', question], { timeout: 20_000 }).then(({ stdout }) => stdout, () => '');

/** Absolute path of a program of this machine, or null. */
export async function onPath(name: string): Promise<string | null> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, file);
    if (isAbsolute(path) && (await isExecutable(path))) return path;
  }
  return null;
}

const isExecutable = (path: string): Promise<boolean> => access(path, constants.X_OK).then(() => true, () => false);
