import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export interface HashJob {
  files: { path: string; file: File }[];
}

export type HashNews = { kind: 'read'; bytes: number } | { kind: 'file'; path: string; bytes: number; sha256: string } | { kind: 'failed'; path: string } | { kind: 'done' };

const STEP = 4 * 1024 * 1024;
const tell = (news: HashNews) => self.postMessage(news);

/** Hashes files a piece at a time, away from the page: a disc of 4 GB never lies in memory. */
self.onmessage = ({ data: { files } }: MessageEvent<HashJob>) => void hashAll(files);

async function hashAll(files: HashJob['files']): Promise<void> {
  for (const { path, file } of files) {
    try {
      const hash = sha256.create();
      for (let from = 0; from < file.size; from += STEP) {
        const piece = new Uint8Array(await file.slice(from, from + STEP).arrayBuffer());
        hash.update(piece);
        tell({ kind: 'read', bytes: piece.length });
      }
      tell({ kind: 'file', path, bytes: file.size, sha256: bytesToHex(hash.digest()) });
    } catch {
      return tell({ kind: 'failed', path });
    }
  }
  tell({ kind: 'done' });
}
