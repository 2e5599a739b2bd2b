import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Films made once stay here; the folder may be deleted at any time. */
const FOLDER = join(import.meta.dirname, '../../.cache/films');
/** Raised when the same recipe begins to make another film. */
const GENERATION = 1;

/** The file made from `recipe`, from an earlier run if there was one. Whoever uses it must not change it. */
export async function kept(kind: 'clip' | 'sound' | 'film' | 'text', recipe: object, make: (path: string) => Promise<void>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([GENERATION, kind, recipe])).digest('hex').slice(0, 16);
  const path = join(FOLDER, `${kind}-${hash}.mp4`);
  if (await exists(path)) return path;
  await mkdir(FOLDER, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await make(draft);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
    await rm(`${draft}.ass`, { force: true });
  }
  return path;
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);
