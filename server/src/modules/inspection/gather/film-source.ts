import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool, type ToolCommand, type ToolFailure, type ToolRun } from './run-tool.js';
import type { MediaTools } from './tools.js';

/** The film under inspection, the tools for it, and until when they may work on it. */
export interface FilmSource {
  path: string;
  tools: MediaTools;
  /** On the clock of `performance.now()`. */
  deadline: number;
  signal?: AbortSignal;
}

/** A stage that could not be done. Never the film's fault; the reason is shown to people. */
export class StageFailure extends Error {}

const REASONS: Record<ToolFailure, string> = {
  'not-started': '检测程序无法启动',
  timeout: '检测超时',
  'too-much-output': '检测程序输出异常',
  'out-of-limits': '检测占用的资源超过上限',
  crashed: '检测程序异常退出',
};

/** What a tool says when the reason lies with it or with this machine, in the words of FFmpeg 4 to 8. */
const TOOL_AT_FAULT = /Cannot allocate memory|Permission denied|No such file|Input\/output error|Encoder not found|Unrecognized option|Option .*not found|No such filter|Requested output format|[Bb]itstream filter.*not found/u;
const CODEC_UNKNOWN = /not on whitelist|[Dd]ecoder.*not found|Unknown decoder/u;

/** The decoders a film may reach, by FFmpeg's names: what MP4 films are made of, and nothing else of the hundreds there are. */
const DECODERS = [
  'h264', 'hevc', 'av1', 'libdav1d', 'libaom-av1', 'vp9', 'mpeg4', 'mpeg2video', 'mpeg1video', 'prores', 'mjpeg', 'png',
  'aac', 'aac_latm', 'mp3float', 'mp3', 'mp2float', 'mp2', 'ac3', 'eac3', 'opus', 'flac', 'alac', 'vorbis',
  'pcm_s16le', 'pcm_s16be', 'pcm_s24le', 'pcm_s24be', 'pcm_s32le', 'pcm_s32be', 'pcm_f32le', 'pcm_f32be', 'pcm_u8', 'mov_text',
];

/** The largest picture that is decoded, in pixels: 4096 × 2304. */
export const MOST_PIXELS = 4096 * 2304;

/** The MP4 demuxer and no other, local files and no other, no references to further files. */
function inputOf(film: FilmSource): string[] {
  return [
    '-protocol_whitelist', 'file', '-format_whitelist', 'mov,mp4,m4a,3gp,3g2,mj2', '-codec_whitelist', DECODERS.join(','),
    '-enable_drefs', '0', '-f', 'mov', '-i', `file:${film.path}`,
  ];
}

interface Limits {
  wallMs: number;
  outputBytes: number;
  writes?: ToolCommand['writes'];
  cpuSeconds?: number;
  isSpare?: boolean;
}

/** Runs ffprobe with `options` on the film. */
export function runFfprobe(film: FilmSource, options: readonly string[], limits: Limits): Promise<ToolRun> {
  return finished(film, film.tools.ffprobe.path, [...options, ...inputOf(film)], limits);
}

/** Runs ffmpeg on the film: `before` are options of the input, `after` says what becomes of it, to standard output. */
export function runFfmpeg(film: FilmSource, before: readonly string[], after: readonly string[], limits: Limits): Promise<ToolRun> {
  const args = ['-nostdin', '-hide_banner', '-nostats', ...before, '-max_pixels', String(MOST_PIXELS), ...inputOf(film), ...after, 'pipe:1'];
  return finished(film, film.tools.ffmpeg.path, args, limits);
}

/**
 * Makes one file of the film with ffmpeg and hands its path to `take`, after which it is gone. False when nothing
 * could be made of this film; throws a StageFailure when the tool is at fault.
 */
export async function makeWithFfmpeg(film: FilmSource, before: readonly string[], after: readonly string[], file: FileToMake): Promise<boolean> {
  let isMade = false;
  const take = async (folder: string) => {
    const path = join(folder, file.name);
    const made = await stat(path).catch(() => null);
    if (!made || made.size === 0) return;
    await file.take(path);
    isMade = true;
  };
  const args = ['-nostdin', '-hide_banner', '-nostats', '-v', 'error', ...before, '-max_pixels', String(MOST_PIXELS), ...inputOf(film), ...after, `file:${file.name}`];
  const limits = { wallMs: file.wallMs, outputBytes: 64_000, writes: { bytes: file.bytes, take }, cpuSeconds: file.cpuSeconds, isSpare: file.isSpare };
  await finished(film, film.tools.ffmpeg.path, args, limits);
  return isMade;
}

export interface FileToMake {
  name: string;
  /** Most bytes it may have. */
  bytes: number;
  wallMs: number;
  cpuSeconds?: number;
  /** Nobody waits for it: it stands back for inspections. */
  isSpare?: boolean;
  take: (path: string) => Promise<void>;
}

/** A run that says something about the film; throws a StageFailure when it only says something about the tool. */
async function finished(film: FilmSource, tool: string, args: string[], limits: Limits): Promise<ToolRun> {
  const left = film.deadline - performance.now();
  if (left <= 0) throw new StageFailure(REASONS.timeout);
  const run = await runTool({ tool, args, sandbox: film.tools.sandbox, wallMs: Math.min(limits.wallMs, left), outputBytes: limits.outputBytes, writes: limits.writes, cpuSeconds: limits.cpuSeconds, isSpare: limits.isSpare, signal: film.signal });
  if (run.failure) throw new StageFailure(REASONS[run.failure]);
  if (run.exitCode !== 0 && CODEC_UNKNOWN.test(run.stderr)) throw new StageFailure('影片的编码方式不在可检测之列');
  if (run.exitCode !== 0 && TOOL_AT_FAULT.test(run.stderr)) throw new StageFailure(REASONS.crashed);
  return run;
}

/** The first complaint of a tool, without addresses and paths: a note for whoever looks into a damaged film. */
export function complaint(film: FilmSource, run: ToolRun): string {
  const line = run.stderr.split('\n').find((text) => text.trim() !== '') ?? `exit code ${String(run.exitCode)}`;
  return line.replaceAll(`file:${film.path}`, 'the film').replace(/ @ 0x[0-9a-f]+/gu, '').trim().slice(0, 200);
}
