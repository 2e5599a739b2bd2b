import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database, isDuplicate } from '../../platform/database.js';
import { Storage } from '../../platform/storage.js';
import { FileSum, type PackageItem } from './package.entity.js';

export interface Sums {
  bytes: number;
  sha256: string;
  crc32: number;
}

/** Both checksums of a small content. */
export function sumsOf(content: Buffer): Sums {
  return { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), crc32: crc32(content) };
}

/** Reads stored files for their checksums; what a CRC-32 was once computed for is not read again for it. */
@Injectable()
export class FileSums {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly storage: Storage,
  ) {}

  /** Reads what is stored under a key; null: nothing is. `tell` hears of every piece that was read and may stop the reading by throwing. */
  async read(key: string, tell: (bytes: number) => Promise<void>): Promise<Sums | null> {
    if (!(await this.storage.has(key))) return null;
    const hash = createHash('sha256');
    let [sum, bytes] = [0, 0];
    for await (const piece of this.storage.stream(key) as AsyncIterable<Buffer>) {
      hash.update(piece);
      sum = crc32(piece, sum);
      bytes += piece.length;
      await tell(piece.length);
    }
    return { bytes, sha256: hash.digest('hex'), crc32: sum };
  }

  /** The CRC-32 of an item's stored file, whose bytes are compared with its SHA-256 on the way; null: they are not what they were. */
  async crcOf({ fileId, key, bytes, sha256 }: PackageItem, tell: (bytes: number) => Promise<void>): Promise<number | null> {
    const known = fileId && (await this.db.row(FileSum, fileId));
    if (known && (await this.storage.bytesOf(key)) === bytes) {
      await tell(bytes);
      return known.crc32;
    }
    const sums = await this.read(key, tell);
    if (sums?.sha256 !== sha256 || sums.bytes !== bytes) return null;
    if (fileId) await this.keep(fileId, sums.crc32);
    return sums.crc32;
  }

  private async keep(id: string, value: number): Promise<void> {
    await this.db.transaction(() => this.db.write(FileSum).insert({ id, crc32: value, at: this.clock.now() })).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error; // another package with the same film came first
    });
  }
}
