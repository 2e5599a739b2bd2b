import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kept } from '../films/film-cache.js';
import { defaultFfmpeg } from '../films/ffmpeg.js';
import { makeFilm } from '../films/make-film.js';
import { but } from '../films/recipe.js';
import { figure, note, ratio, report } from './figures.js';
import { costOf } from './process-tree.js';

/**
 * `npm run bench -- renditions [minutes]`: what is drawn of a film of honest bit rate, each part in a process of its own,
 * against a plain ffmpeg decode of the same film in the same run. `pictures` is a poster, 24 stills and the sheet of
 * small pictures; `serves` is the question whether the film itself will do for judging.
 */
const RENDER = join(import.meta.dirname, 'render-once.mjs');
const PARTS = ['pictures', 'waveform', 'serves', 'preview', 'judging'];

const minutes = Number(process.argv[2] ?? 2);
const recipe = but({ seconds: minutes * 60, bytes: null, picture: { detail: { kilobits: 7500 } } });
const film = await kept('film', recipe, (path) => makeFilm(recipe, path));
const folder = mkdtempSync(join(tmpdir(), 'kepu-bench-'));
const plain = await costOf([defaultFfmpeg, '-v', 'error', '-nostdin', '-i', film, '-f', 'null', '-']);
note(`${minutes} min, ${(statSync(film).size / 1_000_000).toFixed(0)} MB: decode ${plain.wallSeconds.toFixed(1)} s, ${plain.cpuSeconds.toFixed(1)} CPU s`);
for (const part of PARTS) {
  const cost = await costOf([process.execPath, RENDER, film, part, join(folder, 'made')]);
  const { bytes } = JSON.parse(cost.output) as { bytes: number };
  note(`${part}: ${cost.wallSeconds.toFixed(1)} s, ${cost.cpuSeconds.toFixed(1)} CPU s, ${(bytes / 1_000_000).toFixed(2)} MB`);
  figure(`${part}-${minutes}min-time`, cost.wallSeconds, 's');
  figure(`${part}-${minutes}min-cpu`, cost.cpuSeconds, 's');
  if (cost.peakBytes !== null) figure(`${part}-${minutes}min-peak-memory`, cost.peakBytes / 1_000_000, 'MB');
  figure(`${part}-${minutes}min-size`, bytes / 1_000_000, 'MB');
  ratio(`${part}-${minutes}min-cpu-to-plain-decode`, cost.cpuSeconds / plain.cpuSeconds);
}
rmSync(folder, { recursive: true });
report();
