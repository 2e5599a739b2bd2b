import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The ffmpeg films are made with unless a caller names another. */
export const defaultFfmpeg = process.env.FFMPEG_PATH || 'ffmpeg';

/** Runs ffmpeg over `target` and throws with its complaint if it fails. */
export async function ffmpeg(tool: string, args: readonly string[], folder: string): Promise<void> {
  await run(tool, ['-v', 'error', '-nostdin', '-y', ...args], { cwd: folder, maxBuffer: 16_000_000 });
}
