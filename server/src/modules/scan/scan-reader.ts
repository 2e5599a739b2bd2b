import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { workerFile } from '../../platform/worker-file.js';
import { runTool, type ToolRun } from '../inspection/gather/run-tool.js';
import { onPath } from '../inspection/gather/tools.js';
import { Tools } from '../inspection/tools.js';
import type { PageWishes } from './picture/read-page.js';
import type { ScanReply } from './reading.js';

/** How the reading process is kept; tests put others in their place. */
export interface ScanProcess {
  script: string;
  wallMs: number;
  /** A photograph of 50 MP takes 324 MB with the process itself. */
  memoryBytes: number;
}

export const SCAN_PROCESS = Symbol('scan process');
const DEFAULT: ScanProcess = { script: workerFile(import.meta.url, './scan-child.js'), wallMs: 120_000, memoryBytes: 700_000_000 };
const HEAP_MB = 320;
const CPU_SECONDS = 60;
const MOST_FILE_BYTES = 40_000_000;
const MOST_REPLY_BYTES = 100_000;
/** Longest side of a PDF page as it is drawn to look for its code: A4 at 200 points an inch, whatever size the PDF claims. */
const PDF_PAGE_SIDE = '2339';

/** The process could not do it: the machine's fault or the file's. */
export class ReaderStopped extends Error {
  constructor(readonly why: NonNullable<ToolRun['failure']> | 'error', note: string) {
    super(`reading a scan: ${why} ${note}`);
  }
}

type Take = (folder: string) => Promise<void>;

/** Looks at photographs and PDFs in processes of their own. */
@Injectable()
export class ScanReader {
  constructor(
    private readonly tools: Tools,
    @Optional() @Inject(SCAN_PROCESS) private readonly process: ScanProcess = DEFAULT,
  ) {}

  /** `take` gets `view.jpg` and `page.jpg`. */
  page(path: string, wishes: PageWishes, signal: AbortSignal, take: Take): Promise<ScanReply> {
    return this.run(['page', path, JSON.stringify(wishes)], signal, take);
  }

  /** `take` gets `scan.pdf`. */
  merge(title: string, paths: readonly string[], signal: AbortSignal, take: Take): Promise<ScanReply> {
    return this.run(['merge', title, ...paths], signal, take);
  }

  countPages(path: string, signal: AbortSignal): Promise<ScanReply> {
    return this.run(['pdf', path], signal);
  }

  /** What the printed codes on a PDF's pages say; null where this machine has nothing to draw PDF pages with. */
  async codes(path: string, signal: AbortSignal): Promise<(string | null)[] | null> {
    const drawer = await onPath('pdftoppm');
    if (!drawer) return null;
    let codes: (string | null)[] = [];
    const run = await runTool({
      tool: drawer, args: ['-jpeg', '-scale-to', PDF_PAGE_SIDE, path, 'page'], sandbox: (await this.tools.get()).sandbox, wallMs: this.process.wallMs, outputBytes: 1_000, cpuSeconds: CPU_SECONDS, signal,
      writes: { bytes: MOST_FILE_BYTES, take: async (folder) => {
        const pages = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
        const reply = await this.run(['codes', ...pages.map((name) => join(folder, name))], signal);
        codes = 'codes' in reply ? reply.codes : pages.map(() => null);
      } },
    });
    return run.failure === null && run.exitCode === 0 ? codes : null;
  }

  private async run(args: readonly string[], signal: AbortSignal, take: Take = () => Promise.resolve()): Promise<ScanReply> {
    const { script, wallMs, memoryBytes } = this.process;
    let reply: ScanReply | null = null;
    const run = await runTool({
      tool: globalThis.process.execPath, args: [`--max-old-space-size=${HEAP_MB}`, script, ...args], sandbox: (await this.tools.get()).sandbox, wallMs, memoryBytes, outputBytes: MOST_REPLY_BYTES, cpuSeconds: CPU_SECONDS, signal,
      // A file that is refused leaves nothing behind to be taken.
      writes: { bytes: MOST_FILE_BYTES, take: async (folder) => ((await readdir(folder)).length > 0 ? take(folder) : undefined) },
    });
    if (run.failure === null && run.exitCode === 0) reply = JSON.parse(run.stdout) as ScanReply;
    if (reply === null) throw new ReaderStopped(run.failure ?? 'error', run.stderr.slice(-300));
    return reply;
  }
}
