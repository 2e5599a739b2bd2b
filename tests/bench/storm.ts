import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Api } from '../lib/api.js';
import { databases, ROOT, ServerProcess } from '../lib/server-process.js';
import { figure, note, percentile, ratio, report } from './figures.js';
import { people, Rows } from './rows.js';
import { insertWorks, SIGNATURE_KEY } from './works-rows.js';

/**
 * `npm run bench -- storm`: the last minute before the deadline, played in 20 seconds: 500 creators
 * autosaving and submitting, 20 films uploading, recommenders recommending. No 5xx, no lost acknowledged
 * write. Before it, the same autosave with 200 people typing on an otherwise idle server.
 */
const CREATORS = 500;
const TYPING = 200;
const FILMS = 20;
const SECONDS = 20;
const PART = 1024 * 1024;
const block = randomBytes(PART);
const STROKES = { width: 360, height: 160, lines: [[20, 80, 0, 180, 60, 400, 340, 90, 800]] };
const SIGNATURE = `data:image/png;base64,${readFileSync(join(ROOT, 'server/assets/demo/signature.png')).toString('base64')}`;
const agent = new Agent({ keepAlive: true, maxSockets: FILMS });

interface Draft {
  api: Api;
  workId: string;
  revision: number;
  /** The last text the server acknowledged. */
  acknowledged: string;
}

interface Outcome {
  took: number[];
  statuses: Map<number, number>;
}

const outcome = (): Outcome => ({ took: [], statuses: new Map() });

async function measured(into: Outcome, work: () => Promise<{ status: number }>): Promise<number> {
  const began = performance.now();
  const { status } = await work();
  into.took.push(performance.now() - began);
  into.statuses.set(status, (into.statuses.get(status) ?? 0) + 1);
  return status;
}

/** Somebody typing: a save about every second and a half. */
async function type(draft: Draft, until: number, into: Outcome): Promise<void> {
  await wait(Math.random() * 1_500);
  for (let n = 0; Date.now() < until; n += 1) {
    const text = `写到第 ${n} 句。${randomBytes(60).toString('hex')}`;
    await measured(into, async () => {
      const reply = await draft.api.call('PUT /api/works/:workId/form', { workId: draft.workId }, { changes: [{ field: 'innovations', value: text.slice(0, 90), baseRevision: draft.revision }] });
      if (reply.status === 200) {
        if (reply.body.conflicts.length > 0) throw new Error('a draft nobody else writes had a conflict');
        draft.revision = reply.body.fieldRevisions.innovations ?? 0;
        draft.acknowledged = text.slice(0, 90);
      }
      return reply;
    });
    await wait(1_200 + Math.random() * 600);
  }
}

async function sendFilm(base: string, api: Api, workId: string, until: number, into: Outcome): Promise<void> {
  const total = 150 * PART;
  const metadata = Object.entries({ workId, purpose: 'film', filename: 'storm.mp4' }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const created = await fetch(`${base}/api/uploads`, { method: 'POST', headers: { ...api.headers, 'Tus-Resumable': '1.0.0', 'Upload-Length': String(total), 'Upload-Metadata': metadata } });
  const url = base + (created.headers.get('location') ?? '');
  for (let offset = 0; offset < total && Date.now() < until; offset += PART) {
    await measured(into, () => patch(url, api, offset));
    await wait(400);
  }
}

function patch(url: string, api: Api, offset: number): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'PATCH', agent, headers: { ...api.headers, 'Tus-Resumable': '1.0.0', 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream', 'Content-Length': PART } }, (reply) => {
      reply.resume().once('end', () => resolve({ status: reply.statusCode ?? 0 }));
    });
    sent.once('error', reject).end(block);
  });
}

for (const database of databases) {
  const server = await ServerProcess.start({ database });
  const rows = new Rows(server.databaseUrl);
  try {
    const { body: campaign } = await new Api(server.base).call('GET /api/campaign', {});
    const year = Number(campaign.config.workWindow.fromDay.slice(0, 4));
    const duties = campaign.config.duties.map((duty) => duty.id);
    const leagues = campaign.units.slice(0, 12);
    mkdirSync(join(server.dataDir, 'files/xx'), { recursive: true });
    cpSync(join(ROOT, 'server/assets/demo/signature.png'), join(server.dataDir, 'files', SIGNATURE_KEY));
    const creators = await people(rows, server.base, CREATORS, 'creator', null);
    const drafts: Draft[] = [];
    for (const [index, api] of creators.entries()) {
      const [workId] = await insertWorks(rows, { campaignId: campaign.id, unitId: leagues[index % leagues.length]!.id, year, status: 'draft', count: 1, owners: [api.accountId] });
      drafts.push({ api, workId: workId ?? '', revision: 0, acknowledged: '' });
    }
    const officers = await Promise.all(leagues.map(async (unit) => {
      const [officer] = await people(rows, server.base, 1, 'recommender', unit.id);
      return { officer: officer!, works: await insertWorks(rows, { campaignId: campaign.id, unitId: unit.id, year, status: 'submitted', count: 12, owners: [officer!.accountId], duties }) };
    }));

    const calm = outcome();
    for (let n = 0; n < 40; n += 1) await typeOnce(drafts[n]!, calm);
    const typing = outcome();
    await Promise.all(drafts.slice(0, TYPING).map((draft) => type(draft, Date.now() + 15_000, typing)));
    note(`${database}: ${TYPING} typing, ${typing.took.length} saves`);

    const [storm, submitting, uploading, recommending] = [outcome(), outcome(), outcome(), outcome()];
    const until = Date.now() + SECONDS * 1_000;
    await Promise.all([
      ...drafts.map(async (draft, index) => {
        await type(draft, until - 2_000 - (index % 10) * 1_000, storm);
        const { body: written } = await draft.api.call('GET /api/works/:workId', { workId: draft.workId });
        const { body } = await draft.api.call('PUT /api/works/:workId/signature', { workId: draft.workId }, { strokes: STROKES, image: SIGNATURE, revision: written.revision });
        await measured(submitting, () => draft.api.call('PUT /api/works/:workId/submission', { workId: draft.workId }, { revision: body.revision }));
      }),
      ...creators.slice(0, FILMS).map(async (api) => {
        const { body } = await api.call('POST /api/works', {}, { title: '边写边传' });
        await sendFilm(server.base, api, body.id, until, uploading);
      }),
      ...officers.flatMap(({ officer, works }) => works.map(async (workId) => {
        await wait(Math.random() * SECONDS * 900);
        await measured(recommending, () => officer.call('PUT /api/works/:workId/recommendation', { workId }));
      })),
    ]);

    const all = [storm, submitting, uploading, recommending];
    const errors = all.flatMap(({ statuses }) => [...statuses].filter(([status]) => status >= 500).map(([, count]) => count)).reduce((sum, count) => sum + count, 0);
    const lost = await countLost(drafts);
    note(`${database}: ${storm.took.length} saves, ${submitting.took.length} submissions ${JSON.stringify([...submitting.statuses])}, ${uploading.took.length} parts, ${recommending.took.length} recommendations ${JSON.stringify([...recommending.statuses])}`);
    figure(`${database}-autosave-200-typing-p50`, percentile(typing.took, 0.5), 'ms');
    figure(`${database}-autosave-200-typing-p99`, percentile(typing.took, 0.99), 'ms');
    for (const [name, { took }] of Object.entries({ autosave: storm, submit: submitting, upload: uploading, recommend: recommending })) {
      figure(`${database}-storm-${name}-p50`, percentile(took, 0.5), 'ms');
      figure(`${database}-storm-${name}-p99`, percentile(took, 0.99), 'ms');
    }
    figure(`${database}-storm-5xx`, errors, 'answers');
    figure(`${database}-storm-lost-acknowledged-writes`, lost, 'writes');
    ratio(`${database}-storm-autosave-p50-to-idle`, percentile(storm.took, 0.5) / percentile(calm.took, 0.5));
    if (errors + lost > 0) process.exitCode = 1;
  } finally {
    await rows.close();
    await server.stop();
  }
}
report();

async function typeOnce(draft: Draft, into: Outcome): Promise<void> {
  await measured(into, async () => {
    const reply = await draft.api.call('PUT /api/works/:workId/form', { workId: draft.workId }, { changes: [{ field: 'innovations', value: `安静时写的 ${randomBytes(8).toString('hex')}`, baseRevision: draft.revision }] });
    draft.revision = reply.body.fieldRevisions.innovations ?? 0;
    return reply;
  });
}

/** Drafts whose last acknowledged text is not what the server has. */
async function countLost(drafts: readonly Draft[]): Promise<number> {
  let lost = 0;
  for (const { api, workId, acknowledged } of drafts) {
    const { body } = await api.call('GET /api/works/:workId', { workId });
    if (acknowledged !== '' && body.form.innovations !== acknowledged) lost += 1;
  }
  return lost;
}
