import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Inspections } from '../modules/inspection/inspections.js';
import { findMediaTools, type MediaTools } from '../modules/inspection/gather/tools.js';
import { StoredFile } from '../modules/upload/file.entity.js';
import { Work } from '../modules/work/work.entity.js';
import { JobWorker } from '../platform/jobs/job-worker.js';
import { Storage } from '../platform/storage.js';
import type { Given } from './given.js';
import type { TestApp } from './start-test-app.js';

const run = promisify(execFile);

/** A film of shots of three seconds, none like another; another film for each number. */
export const scenery = (seed: number, seconds = 60) => () =>
  Promise.resolve(['-t', String(seconds), '-f', 'lavfi', '-i', `color=c=gray:s=16x9:r=1/3,noise=alls=100:allf=t+u:all_seed=${seed},fps=10,scale=640:360:flags=bicubic,setsar=1`]);

/** Films of which some are the same work, encoded once each. */
export class Scenery {
  tools: MediaTools;
  folder = '';
  private readonly made = new Map<string, Promise<string>>();

  async begin(): Promise<void> {
    this.tools = await findMediaTools();
    this.folder = await mkdtemp(join(tmpdir(), 'kepu-scenery-'));
  }

  end(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** Encodes a film from sources or from another film; small, for only its shapes matter. */
  readonly film = (name: string, input: () => Promise<string[]>, filter: string, size = '640x360', options: string[] = []): Promise<string> => {
    const path = join(this.folder, `${name}.mp4`);
    const known = this.made.get(name) ?? input().then(async (args) => {
      await run(this.tools.ffmpeg.path, ['-v', 'error', '-y', ...args, '-filter_complex', `${filter}${filter ? ',' : ''}scale=${size.replace('x', ':')},setsar=1,format=yuv420p`, '-c:v', 'libx264', '-preset', 'ultrafast', ...options, path]);
      return path;
    });
    this.made.set(name, known);
    return known;
  };

  readonly original = () => this.film('original', scenery(1), '');
  readonly from = (...options: string[]) => async () => [...options, '-i', await this.original()];
}

/** A film's bytes in their place, its inspection concluded, and every job that follows done. */
export async function arriveAt(test: TestApp, given: Given, workId: string, path: string): Promise<void> {
  const { filmFileId } = await given.db.read(Work).findOneByOrFail({ id: workId });
  const file = await given.db.read(StoredFile).findOneByOrFail({ id: filmFileId ?? '' });
  const target = test.app.get(Storage).pathOf(file.key);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(path, target);
  const inspections = test.app.get(Inspections);
  await inspections.begin(file);
  const video = { width: 640, height: 360, displayWidth: 640, displayHeight: 360, codec: 'h264', durationMs: 60_000 };
  await inspections.conclude(file, { bytes: 1, container: { format: 'mp4', isMp4: true, majorBrand: 'isom' }, durationMs: 60_000, video });
  await test.app.get(JobWorker).drain(['heavy', 'spare']);
}
