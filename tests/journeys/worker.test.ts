import { spawn, type ChildProcess } from 'node:child_process';
import type { WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogued, fileOf } from '../films/catalogue.js';
import { Api } from '../lib/api.js';
import { databases, ROOT, ServerProcess } from '../lib/server-process.js';
import { eventually, sendFile } from '../lib/tus.js';

describe.each(databases)('films inspected by a process of its own, on %s', (database) => {
  let server: ServerProcess;
  let creator: Api;
  let work: WorkView;
  const workers: ChildProcess[] = [];

  const see = async () => (await creator.call('GET /api/works/:workId', { workId: work.id })).body;
  const startWorker = () => {
    const env = { ...process.env, KEPU_MODE: 'demonstration', NODE_ENV: 'test', KEPU_LOG_LEVEL: 'error', KEPU_DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl, KEPU_INSPECTIONS: '1' };
    const worker = spawn(process.execPath, ['--enable-source-maps', 'server/dist/worker.js'], { cwd: ROOT, env, stdio: 'ignore' });
    workers.push(worker);
    return worker;
  };

  beforeAll(async () => {
    server = await ServerProcess.start({ database, env: { KEPU_INSPECTIONS: '0' } });
    creator = await Api.as(server.base, 'creator-3');
    work = (await creator.call('POST /api/works', {}, {})).body;
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGTERM');
    await server?.stop();
  });

  it('the web process takes the film and leaves the inspection to others', async () => {
    await sendFile(creator, { workId: work.id, purpose: 'film', name: 'a.mp4', path: await fileOf(catalogued('compliant')) });
    const { film } = await see();
    expect(film?.inspection.state).toBe('queued');
  });

  it('a worker that is killed in mid-inspection is no loss: the next one does it', async () => {
    const first = startWorker();
    await eventually(see, ({ film }) => film?.inspection.state === 'running', 60);
    const ended = new Promise((resolve) => first.once('exit', resolve));
    first.kill('SIGKILL');
    await ended;
    startWorker();
    const { film } = await eventually(see, (view) => view.filmState === 'inspected', 150);
    expect(film?.inspection.findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(film?.inspection.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['V1', 'V2', 'V3', 'V4', 'V5', 'V9', 'V11']));
  });
});
