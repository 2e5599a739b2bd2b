import { fileURLToPath } from 'node:url';

/** A worker thread's file beside its caller. A thread cannot run TypeScript: from sources it is taken from the build. */
export function workerFile(callerUrl: string, name: string): string {
  return fileURLToPath(new URL(name, callerUrl)).replace(/([/\\])server\1src\1/u, '$1server$1dist$1');
}
