import { randomUUID } from 'node:crypto';
import { open, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { encodeClip, encodeInterlude, encodeSound, sceneList } from './clip.js';
import { defaultFfmpeg, ffmpeg } from './ffmpeg.js';
import { kept } from './film-cache.js';
import { asMeasurements, claimSeconds, editIndex, padBeforePicture, padBehind, pictureBytes, trim, turn } from './mp4-bytes.js';
import type { FilmRecipe, Flaw } from './recipe.js';

/**
 * Makes the film of a recipe at `targetPath`. Picture and sound are encoded once and kept; most films are
 * put together from them without encoding, in well under a second.
 */
export async function makeFilm(recipe: FilmRecipe, targetPath: string, tool = defaultFfmpeg): Promise<void> {
  const target = resolve(targetPath);
  const draft = join(dirname(target), `.${randomUUID()}.draft`);
  try {
    await putTogether(recipe, draft, tool);
    await finish(recipe, draft);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

async function putTogether(recipe: FilmRecipe, draft: string, tool: string): Promise<void> {
  const { picture, seconds, interlude } = recipe;
  const clip = await kept('clip', picture, (path) => encodeClip(tool, picture, path));
  const between = interlude && { path: await kept('clip', { picture, interlude }, (path) => encodeInterlude(tool, picture, interlude, path)), seconds: interlude.seconds };
  const sound = recipe.sound === 'none' ? null : await soundOf(recipe.sound, seconds, tool);
  const list = `${draft}.ffconcat`;
  const chapters = `${draft}.ffmeta`;
  await writeFile(list, sceneList(clip, picture, seconds, between));
  await writeFile(chapters, `;FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=${Math.round(seconds)}\ntitle=${picture.captions.title}\n`);
  try {
    const tracks = sound ? Array.from({ length: recipe.tracks }, () => ['-map', '1:a']).flat() : [];
    const extras = recipe.extras === null ? { inputs: [], outputs: [] } : withExtras(recipe.extras, basename(chapters), sound ? 2 : 1);
    const pictures = Array.from({ length: recipe.pictures }, () => ['-map', '0:v']).flat();
    const late = recipe.edit && 'soundAfter' in recipe.edit ? ['-itsoffset', String(recipe.edit.soundAfter)] : [];
    await ffmpeg(tool, [
      '-f', 'concat', '-safe', '0', '-i', basename(list), ...(sound ? [...late, '-i', sound] : []), ...extras.inputs,
      ...pictures, ...tracks, '-c', 'copy', ...extras.outputs, ...(picture.codec === 'hevc' ? ['-tag:v', 'hvc1'] : []), ...container(recipe), draft,
    ], dirname(draft));
  } finally {
    await Promise.all([rm(list, { force: true }), rm(chapters, { force: true })]);
  }
}

/** Chapters come with a text track of their own; the cover is a picture track of one still. A camera's track is made from a text track. */
function withExtras(kind: NonNullable<FilmRecipe['extras']>, chapters: string, first: number): { inputs: string[]; outputs: string[] } {
  const subtitle = 'data:text/plain,1%0A00:00:05,000 --> 00:00:09,000%0A%E9%A3%8E%0A';
  if (kind === 'camera') return { inputs: ['-f', 'srt', '-i', subtitle], outputs: ['-timecode', '00:00:00:00', '-map', `${first}:s`, '-c:s', 'mov_text'] };
  return {
    inputs: ['-f', 'ffmetadata', '-i', chapters, '-f', 'srt', '-i', subtitle, '-f', 'lavfi', '-i', 'color=s=320x180:d=1:r=1'],
    outputs: [
      '-map_chapters', String(first), '-timecode', '00:00:00:00', '-map', `${first + 1}:s`, '-c:s', 'mov_text',
      '-map', `${first + 2}:v`, '-c:v:1', 'png', '-frames:v:1', '1', '-disposition:v:1', 'attached_pic',
    ],
  };
}

function soundOf(sound: Exclude<FilmRecipe['sound'], 'none'>, seconds: number, tool: string): Promise<string> {
  return kept('sound', { ...sound, seconds }, (path) => encodeSound(tool, sound, seconds, path));
}

function container({ container: format, index }: FilmRecipe): string[] {
  const flags = { front: ['-movflags', '+faststart'], end: [], fragments: ['-movflags', '+frag_keyframe+empty_moov+default_base_moof'] }[index];
  return ['-f', format, ...(format === 'matroska' ? [] : flags)];
}

/** What needs no encoder: headers, size, and what goes wrong on the way. */
async function finish({ rotation, bytes, padding, flaw, edit, extras, seconds }: FilmRecipe, path: string): Promise<void> {
  if (extras === 'camera') await editIndex(path, asMeasurements);
  if (edit && 'trimmed' in edit) await editIndex(path, (moov) => trim(moov, edit.trimmed, seconds - edit.trimmed));
  if (rotation !== 0) await editIndex(path, (moov) => turn(moov, rotation));
  if (flaw?.kind === 'claims') await editIndex(path, (moov) => claimSeconds(moov, flaw.seconds));
  if (bytes !== null) await (padding === 'behind' ? padBehind(path, bytes) : padBeforePicture(path, bytes));
  if (flaw && flaw.kind !== 'claims') await spoil(path, flaw);
}

async function spoil(path: string, flaw: Exclude<Flaw, { kind: 'claims' }>): Promise<void> {
  const { offset, size } = await pictureBytes(path);
  const position = (share: number) => offset + Math.floor(size * share);
  if (flaw.kind === 'cut') return truncate(path, position(flaw.atShare));
  const from = position(flaw.fromShare);
  const file = await open(path, 'r+');
  try {
    const { buffer } = await file.read(Buffer.alloc(position(flaw.toShare) - from), 0, position(flaw.toShare) - from, from);
    if (flaw.kind === 'zeroed') buffer.fill(0);
    else for (let i = 0; i < buffer.length; i += flaw.everyBytes) buffer.writeUInt8(buffer.readUInt8(i) ^ 0x10, i);
    await file.write(buffer, 0, buffer.length, from);
  } finally {
    await file.close();
  }
}
