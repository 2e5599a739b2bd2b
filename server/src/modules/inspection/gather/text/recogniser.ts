import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { workerFile } from '../../../../platform/worker-file.js';
import { StageFailure, type FilmSource } from '../film-source.js';
import { leashed } from '../leash.js';
import { makePrivateFolder } from '../private-folder.js';
import type { OcrReply, RawPicture, ReadLine } from './raw-picture.js';

/** How the reading process is kept; tests put another script in its place. */
export interface OcrProcess {
  script: string;
  /** Loading the models takes about a second, ten on a busy machine. */
  startMs: number;
  pictureMs: number;
}

export const OCR_PROCESS: OcrProcess = { script: workerFile(import.meta.url, './ocr-child.js'), startMs: 30_000, pictureMs: 20_000 };
const CPU_SECONDS = 180;
const HEAP_MB = 128;

/** Reads pictures one after the other in a process of its own, which ends with `close`, whatever it is doing. */
export class Recogniser {
  private waiting: ((reply: OcrReply) => void) | null = null;
  private failure: string | null = null;

  private constructor(
    private readonly film: FilmSource,
    private readonly settings: OcrProcess,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    const end = (why: string) => {
      this.failure ??= why;
      this.waiting?.({ error: why });
    };
    child.on('message', (reply: OcrReply) => this.waiting?.(reply));
    child.once('error', () => end('文字识别程序无法启动'));
    child.once('exit', () => end('文字识别程序异常退出'));
  }

  static async start(film: FilmSource, settings: OcrProcess): Promise<Recogniser> {
    film.signal?.throwIfAborted();
    const folder = await makePrivateFolder();
    // No limit on memory: the engine behind Node reserves far more address space than it uses, and it has its own.
    const [file, ...args] = leashed([process.execPath, `--max-old-space-size=${HEAP_MB}`, settings.script], film.tools.sandbox, { cpuSeconds: CPU_SECONDS, fileBytes: 0, openFiles: 128 });
    const { SystemRoot } = process.env;
    const env = { LC_ALL: 'C', HOME: folder, TMPDIR: folder, ...(SystemRoot ? { SystemRoot } : {}) };
    const child = spawn(file, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced', windowsHide: true });
    const recogniser = new Recogniser(film, settings, child, folder);
    try {
      await recogniser.reply(settings.startMs, '文字识别程序没有启动');
      return recogniser;
    } catch (error) {
      await recogniser.close();
      throw error;
    }
  }

  async read(picture: RawPicture): Promise<ReadLine[]> {
    const replied = this.reply(this.settings.pictureMs, '文字识别超时');
    if (this.failure === null) this.child.send(picture, () => undefined); // a process that is gone has said so by its exit
    const reply = await replied;
    return 'lines' in reply ? reply.lines : [];
  }

  async close(): Promise<void> {
    const isGone = this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
    const gone = isGone ? Promise.resolve() : new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The next thing the process says; throws when it says nothing in time, fails, or the caller gives up. */
  private async reply(withinMs: number, late: string): Promise<OcrReply> {
    if (this.failure !== null) throw new StageFailure(this.failure);
    const left = Math.max(0, this.film.deadline - performance.now());
    let stop: (() => void) | undefined;
    const reply = await new Promise<OcrReply | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), Math.min(withinMs, left));
      const onAbort = () => resolve(null);
      this.film.signal?.addEventListener('abort', onAbort, { once: true });
      this.waiting = resolve;
      stop = () => {
        clearTimeout(timer);
        this.film.signal?.removeEventListener('abort', onAbort);
        this.waiting = null;
      };
    });
    stop?.();
    this.film.signal?.throwIfAborted();
    if (reply === null) throw new StageFailure(late);
    if ('error' in reply) throw new StageFailure(reply.error.startsWith('文字') ? reply.error : '文字识别程序不能用');
    return reply;
  }
}
