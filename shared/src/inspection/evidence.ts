import type { FilmPictureLinks } from '../contracts/work.js';
import type { Finding } from './finding.js';

/** One thing to look at: a moment of the film with what is said of it. */
export interface Exhibit {
  atMs: number;
  /** End of a stretch; null: a moment. */
  toMs: number | null;
  /** What was read there, and what is said of it: one picture may show several things. */
  said: { text: string | null; note: string | null }[];
}

/** The lower band of a picture and what was read in it; null: nothing. */
export interface SubtitleBand {
  atMs: number;
  text: string | null;
}

export interface Exhibits {
  exhibits: Exhibit[];
  /** Bands where subtitles stand, to be looked at side by side. */
  strip: SubtitleBand[];
  missing: string[];
}

/** Everything a finding points at, in order of time, each moment once; what was looked for and not found. */
export function exhibitsOf({ evidence, atMs }: Pick<Finding, 'evidence' | 'atMs'>): Exhibits {
  const exhibits: Exhibit[] = [];
  const strip: SubtitleBand[] = [];
  const missing: string[] = [];
  const add = (fromMs: number, toMs: number | null, text: string | null, note: string | null) => {
    const same = exhibits.find((exhibit) => exhibit.atMs === fromMs && exhibit.toMs === toMs);
    const said = text === null && note === null ? [] : [{ text, note }];
    if (same) same.said.push(...said);
    else exhibits.push({ atMs: fromMs, toMs, said });
  };
  for (const entry of evidence) {
    if (entry.kind === 'missing') missing.push(entry.note);
    else if (entry.kind === 'subtitle') strip.push({ atMs: entry.atMs, text: entry.text });
    else if (entry.kind === 'range') add(entry.fromMs, entry.toMs, null, entry.note);
    else add(entry.atMs, null, entry.kind === 'text' ? entry.text : null, entry.note);
  }
  const isShown = (ms: number) => strip.some((band) => band.atMs === ms) || exhibits.some((exhibit) => ms >= exhibit.atMs && ms <= (exhibit.toMs ?? exhibit.atMs));
  const rest = atMs.filter((ms) => !isShown(ms));
  for (const ms of rest) add(ms, null, null, null);
  const byTime = (a: { atMs: number }, b: { atMs: number }) => a.atMs - b.atMs;
  return { exhibits: exhibits.sort(byTime), strip: strip.sort(byTime), missing };
}

/** The first second a finding is about; null: it is about the whole film. */
export function firstMoment(finding: Pick<Finding, 'evidence' | 'atMs'>): number | null {
  const { exhibits, strip } = exhibitsOf(finding);
  return finding.atMs[0] ?? exhibits[0]?.atMs ?? strip[0]?.atMs ?? null;
}

/** `“草原” 主创人员` */
export function sayExhibit({ text, note }: Exhibit['said'][number]): string {
  return [text === null ? null : `“${text}”`, note].filter((words) => words !== null).join(' ');
}

/** A small picture's place on the sheet. */
export interface SheetTile {
  x: number;
  y: number;
  columns: number;
  rows: number;
}

/** A picture of a moment: a still of its own, or its place on the sheet of small pictures. */
export interface MomentPicture {
  url: string;
  tile: SheetTile | null;
}

export function pictureAt(pictures: FilmPictureLinks | null, atMs: number): MomentPicture | null {
  const still = pictures?.stills.find((entry) => entry.atMs === Math.round(atMs));
  return still ? { url: still.url, tile: null } : tileAt(pictures, atMs);
}

/** The small picture of a moment: all of them are one file, so it is there at once while a finger moves. */
export function tileAt(pictures: FilmPictureLinks | null, atMs: number): (MomentPicture & { tile: SheetTile }) | null {
  const sprite = pictures?.sprite;
  if (!sprite) return null;
  const { url, everyMs, columns, rows } = sprite;
  const index = Math.min(columns * rows - 1, Math.max(0, Math.round(atMs / everyMs)));
  return { url, tile: { x: index % columns, y: Math.floor(index / columns), columns, rows } };
}

/** Where a tile stands, as the background of a box of any size. */
export function tileStyle({ x, y, columns, rows }: SheetTile): { backgroundSize: string; backgroundPosition: string } {
  const percent = (at: number, of: number) => `${of > 1 ? (at / (of - 1)) * 100 : 0}%`;
  return { backgroundSize: `${columns * 100}% ${rows * 100}%`, backgroundPosition: `${percent(x, columns)} ${percent(y, rows)}` };
}
