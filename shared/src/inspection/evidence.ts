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

/** Everything a finding points at, in order of time, each moment once; what was looked for and not found. */
export function exhibitsOf({ evidence, atMs }: Pick<Finding, 'evidence' | 'atMs'>): { exhibits: Exhibit[]; missing: string[] } {
  const exhibits: Exhibit[] = [];
  const missing: string[] = [];
  const add = (fromMs: number, toMs: number | null, text: string | null, note: string | null) => {
    const same = exhibits.find((exhibit) => exhibit.atMs === fromMs && exhibit.toMs === toMs);
    const said = text === null && note === null ? [] : [{ text, note }];
    if (same) same.said.push(...said);
    else exhibits.push({ atMs: fromMs, toMs, said });
  };
  for (const entry of evidence) {
    if (entry.kind === 'missing') missing.push(entry.note);
    else if (entry.kind === 'range') add(entry.fromMs, entry.toMs, null, entry.note);
    else add(entry.atMs, null, entry.kind === 'text' ? entry.text : null, entry.note);
  }
  const rest = atMs.filter((ms) => !exhibits.some((exhibit) => ms >= exhibit.atMs && ms <= (exhibit.toMs ?? exhibit.atMs)));
  for (const ms of rest) add(ms, null, null, null);
  return { exhibits: exhibits.sort((a, b) => a.atMs - b.atMs), missing };
}

/** `“草原” 主创人员` */
export function sayExhibit({ text, note }: Exhibit['said'][number]): string {
  return [text === null ? null : `“${text}”`, note].filter((words) => words !== null).join(' ');
}

/** A picture of a moment: a still of its own, or its place on the sheet of small pictures. */
export type MomentPicture = { url: string; tile: null } | { url: string; tile: { x: number; y: number; columns: number; rows: number } };

export function pictureAt(pictures: FilmPictureLinks | null, atMs: number): MomentPicture | null {
  const still = pictures?.stills.find((entry) => entry.atMs === Math.round(atMs));
  if (still) return { url: still.url, tile: null };
  const sprite = pictures?.sprite;
  if (!sprite) return null;
  const { url, everyMs, columns, rows } = sprite;
  const index = Math.min(columns * rows - 1, Math.max(0, Math.round(atMs / everyMs)));
  return { url, tile: { x: index % columns, y: Math.floor(index / columns), columns, rows } };
}

/** Where a tile stands, as the background of a box of any size. */
export function tileStyle({ x, y, columns, rows }: { x: number; y: number; columns: number; rows: number }): { backgroundSize: string; backgroundPosition: string } {
  const percent = (at: number, of: number) => `${of > 1 ? (at / (of - 1)) * 100 : 0}%`;
  return { backgroundSize: `${columns * 100}% ${rows * 100}%`, backgroundPosition: `${percent(x, columns)} ${percent(y, rows)}` };
}
