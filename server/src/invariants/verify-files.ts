import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { PackageItem } from '../modules/package/package.entity.js';
import { StoredFile } from '../modules/upload/file.entity.js';
import { Database } from '../platform/database.js';
import { Storage } from '../platform/storage.js';

/** Hashes every stored file again and says which are gone or changed. Returns how many are. */
export async function verifyFiles(app: INestApplicationContext, say: (line: string) => void): Promise<number> {
  const storage = app.get(Storage);
  const stored = await app.get(Database).read(StoredFile).find({ order: { id: 'ASC' } });
  const papers = await app.get(Database).read(PackageItem).find({ where: { fileId: IsNull() }, order: { id: 'ASC' } });
  const files = [...stored, ...papers.map((item) => ({ ...item, name: item.path }))];
  let wrong = 0;
  for (const [index, file] of files.entries()) {
    const sha256 = await hashOf(storage, file.key);
    if (sha256 !== file.sha256) {
      wrong += 1;
      say(`${file.id} ${file.name}: ${sha256 === null ? 'is gone' : 'has changed'}`);
    }
    if ((index + 1) % 20 === 0) say(`${index + 1} of ${files.length}`);
  }
  say(`${files.length} files, ${wrong} wrong.`);
  return wrong;
}

async function hashOf(storage: Storage, key: string): Promise<string | null> {
  if (!(await storage.has(key))) return null;
  const hash = createHash('sha256');
  await pipeline(storage.stream(key), hash);
  return hash.digest('hex');
}
