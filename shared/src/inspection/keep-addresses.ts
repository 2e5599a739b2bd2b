import type { FileLinkReply, FilmPictureLinks } from '../contracts/work.js';

/** A new answer with the old addresses: a player whose address changes begins anew. */
export function keepAddresses(old: FileLinkReply | undefined, fresh: FileLinkReply): FileLinkReply {
  if (!old) return fresh;
  const [before, now] = [old.pictures, fresh.pictures];
  if (!before || !now) return { ...old, pictures: now };
  const known = new Map(before.stills.map(({ atMs, url }) => [atMs, url]));
  const pictures: FilmPictureLinks = {
    ...now,
    poster: before.poster ?? now.poster,
    sprite: before.sprite ?? now.sprite,
    stills: now.stills.map(({ atMs, url }) => ({ atMs, url: known.get(atMs) ?? url })),
    preview: before.preview.url ? before.preview : now.preview,
    judging: before.judging.url ? before.judging : now.judging,
  };
  return { ...old, pictures };
}
