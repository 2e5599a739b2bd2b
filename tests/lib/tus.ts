import { createReadStream, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Upload } from 'tus-js-client';
import type { FilePurpose } from '@kepu/shared/contracts/work';
import type { Api } from './api.js';

const MIB = 1024 * 1024;

export interface Sending {
  workId: string;
  purpose: FilePurpose;
  name: string;
  path: string;
  /** Called with the bytes the server has confirmed. */
  onProgress?: (confirmed: number) => void;
}

/** Sends a file from the disk with tus-js-client as an app would: parts of 8 MiB, tried again while the server is away. */
export function sendFile(api: Api, { workId, purpose, name, path, onProgress }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(path), {
      endpoint: `${api.base}/api/uploads`,
      uploadSize: statSync(path).size,
      chunkSize: 8 * MIB,
      headers: api.headers,
      metadata: { workId, purpose, filename: name, filetype: 'application/octet-stream' },
      retryDelays: Array.from({ length: 60 }, () => 500),
      onChunkComplete: (_size, accepted) => onProgress?.(accepted),
      onError: reject,
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
    });
    upload.start();
  });
}

/** Asks again until the answer is as wanted; fails with what it was at last. */
export async function eventually<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean, seconds = 60): Promise<T> {
  const until = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > until) throw new Error(`still not so after ${seconds} s: ${JSON.stringify(answer).slice(0, 600)}`);
    await wait(200);
  }
}
