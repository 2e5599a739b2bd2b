import { join } from 'node:path';
import { kept } from '../films/film-cache.js';
import { defaultFfmpeg } from '../films/ffmpeg.js';
import { makeFilm } from '../films/make-film.js';
import { but } from '../films/recipe.js';
import { figure, note, ratio, report } from './figures.js';
import { costOf } from './process-tree.js';

/**
 * `npm run bench -- inspect`: the whole inspection of a film of honest bit rate, in a process of its own, against a
 * plain ffmpeg decode of the same film in the same run. Goals: container verdicts within a second, a fifth of the
 * film's length, twice the decode's computing time, 600 MB.
 */
const GATHER = join(import.meta.dirname, 'gather-once.mjs');
const MINUTES = [2, 5];

for (const minutes of MINUTES) {
  const recipe = but({ seconds: minutes * 60, bytes: null, picture: { detail: { kilobits: 7500 } } });
  const film = await kept('film', recipe, (path) => makeFilm(recipe, path));
  const plain = await costOf([defaultFfmpeg, '-v', 'error', '-nostdin', '-i', film, '-f', 'null', '-']);
  const unread = await costOf([process.execPath, GATHER, film, 'picture']);
  const inspection = await costOf([process.execPath, GATHER, film]);
  const { stages, failures } = JSON.parse(inspection.output) as { stages: Record<string, number>; failures: unknown[] };
  const said = Object.entries(stages).map(([stage, ms]) => `${stage} ${(ms / 1000).toFixed(1)} s`).join(', ');
  note(`${minutes} min: decode ${plain.wallSeconds.toFixed(1)} s, ${plain.cpuSeconds.toFixed(1)} CPU s; inspection ${inspection.wallSeconds.toFixed(1)} s, ${inspection.cpuSeconds.toFixed(1)} CPU s (${said})`);
  note(`  without reading the text: ${unread.wallSeconds.toFixed(1)} s, ${unread.cpuSeconds.toFixed(1)} CPU s`);
  if (failures.length > 0) note(`  could not be checked: ${JSON.stringify(failures)}`);
  figure(`inspect-${minutes}min-container-verdict`, stages.container ?? NaN, 'ms');
  figure(`inspect-${minutes}min-time`, inspection.wallSeconds, 's');
  if (inspection.peakBytes !== null) figure(`inspect-${minutes}min-peak-memory`, inspection.peakBytes / 1_000_000, 'MB');
  ratio(`inspect-${minutes}min-time-to-film-length`, inspection.wallSeconds / (minutes * 60));
  ratio(`inspect-${minutes}min-without-text-cpu-to-plain-decode`, unread.cpuSeconds / plain.cpuSeconds);
  ratio(`inspect-${minutes}min-cpu-to-plain-decode`, inspection.cpuSeconds / plain.cpuSeconds);
}
report();
