import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { kept } from '../films/film-cache.js';
import { defaultFfmpeg } from '../films/ffmpeg.js';
import { makeFilm } from '../films/make-film.js';
import { but, compliant } from '../films/recipe.js';
import { Api } from '../lib/api.js';
import { ServerProcess } from '../lib/server-process.js';
import { sendFile } from '../lib/tus.js';
import { figure, note, percentile, ratio, report } from './figures.js';
import { costOf } from './process-tree.js';

/**
 * `npm run bench -- inspect`: the whole inspection of a film of honest bit rate, in a process of its own, against a
 * plain ffmpeg decode of the same film in the same run. Goals: container verdicts within a second, a fifth of the
 * film's length, twice the decode's computing time, 600 MB. As in use, with the form that belongs to the film; and at
 * worst, without one, where nothing that is looked for is ever found and every picture is read. Then how quick the
 * server answers a creator while it inspects another's film, against the same server with nothing to do.
 */
const GATHER = join(import.meta.dirname, 'gather-once.mjs');
const MINUTES = [2, 5];
const FORM = JSON.stringify({ title: compliant.picture.captions.title, creators: [{ name: '张某某' }, { name: '李某某' }], producingUnits: [{ name: '某某融媒体中心' }] });
/** A person's requests, one after the other. */
const PAUSE_MS = 50;
const CALM_REQUESTS = 200;

const filmOf = (minutes: number): Promise<string> => {
  const recipe = but({ seconds: minutes * 60, bytes: null, picture: { detail: { kilobits: 7500 } } });
  return kept('film', recipe, (path) => makeFilm(recipe, path));
};

async function inspect(minutes: number): Promise<void> {
  const film = await filmOf(minutes);
  const decode = [defaultFfmpeg, '-v', 'error', '-nostdin', '-i', film, '-f', 'null', '-'];
  const plain = await costOf(decode);
  const unread = await costOf([process.execPath, GATHER, film, 'picture']);
  note(`${minutes} min: decode ${plain.wallSeconds.toFixed(1)} s, ${plain.cpuSeconds.toFixed(1)} CPU s; without reading the text ${unread.wallSeconds.toFixed(1)} s, ${unread.cpuSeconds.toFixed(1)} CPU s`);
  ratio(`inspect-${minutes}min-without-text-cpu-to-plain-decode`, unread.cpuSeconds / plain.cpuSeconds);
  for (const [name, form] of [['', FORM], ['-worst', '']] as const) {
    const inspection = await costOf([process.execPath, GATHER, film, '', form]);
    const { stages, read, failures } = JSON.parse(inspection.output) as { stages: Record<string, number>; read: number; failures: unknown[] };
    const said = Object.entries(stages).map(([stage, ms]) => `${stage} ${(ms / 1000).toFixed(1)} s`).join(', ');
    note(`  ${name === '' ? 'with its form' : 'worst case'}: ${inspection.wallSeconds.toFixed(1)} s, ${inspection.cpuSeconds.toFixed(1)} CPU s (${said}), ${read} pictures looked at for text`);
    if (failures.length > 0) note(`  could not be checked: ${JSON.stringify(failures)}`);
    if (name === '') figure(`inspect-${minutes}min-container-verdict`, stages.container ?? NaN, 'ms');
    figure(`inspect-${minutes}min${name}-time`, inspection.wallSeconds, 's');
    if (inspection.peakBytes !== null) figure(`inspect-${minutes}min${name}-peak-memory`, inspection.peakBytes / 1_000_000, 'MB');
    ratio(`inspect-${minutes}min${name}-time-to-film-length`, inspection.wallSeconds / (minutes * 60));
    ratio(`inspect-${minutes}min${name}-cpu-to-plain-decode`, inspection.cpuSeconds / plain.cpuSeconds);
  }
}

/** How long the server takes to save a field and to answer what a work looks like, while `goesOn`. */
async function latencies(api: Api, workId: string, goesOn: (done: number) => Promise<boolean>): Promise<number[]> {
  const took: number[] = [];
  let revision = (await api.call('GET /api/works/:workId', { workId })).body.fieldRevisions.innovations ?? 0;
  while (await goesOn(took.length)) {
    const began = performance.now();
    const saved = await api.call('PUT /api/works/:workId/form', { workId }, { changes: [{ field: 'innovations', value: `第 ${took.length} 句`, baseRevision: revision }] });
    took.push(performance.now() - began);
    if (saved.status !== 200) throw new Error(`not saved: ${saved.status}`);
    revision = saved.body.fieldRevisions.innovations ?? 0;
    await wait(PAUSE_MS);
  }
  return took;
}

async function responsiveness(): Promise<void> {
  const server = await ServerProcess.start();
  try {
    const [writer, sender] = [await Api.as(server.base, 'creator-2'), await Api.as(server.base, 'creator-3')];
    const { body: draft } = await writer.call('POST /api/works', {}, {});
    const { body: work } = await sender.call('POST /api/works', {}, {});
    await wait(3_000);
    await latencies(writer, draft.id, (done) => Promise.resolve(done < CALM_REQUESTS / 4));
    const calm = await latencies(writer, draft.id, (done) => Promise.resolve(done < CALM_REQUESTS));
    await sendFile(sender, { workId: work.id, purpose: 'film', name: 'bench.mp4', path: await filmOf(2) });
    const busy = await latencies(writer, draft.id, async () => (await sender.call('GET /api/works/:workId', { workId: work.id })).body.filmState === 'inspecting');
    note(`saving a field: ${calm.length} times on an idle server, ${busy.length} times while it inspects a film`);
    for (const [name, share] of [['p50', 0.5], ['p99', 0.99]] as const) {
      figure(`save-idle-${name}`, percentile(calm, share), 'ms');
      figure(`save-while-inspecting-${name}`, percentile(busy, share), 'ms');
      ratio(`save-while-inspecting-to-idle-${name}`, percentile(busy, share) / percentile(calm, share));
    }
  } finally {
    await server.stop();
  }
}

for (const minutes of MINUTES) await inspect(minutes);
await responsiveness();
report();
