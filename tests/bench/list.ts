import { Api } from '../lib/api.js';
import { databases, ServerProcess } from '../lib/server-process.js';
import { figure, median, note, ratio, report, timed } from './figures.js';
import { people, Rows } from './rows.js';
import { insertWorks } from './works-rows.js';

/** `npm run bench -- list`: a unit's inbox and the console's list at 1,000 and 100,000 works, against the same query on the bare driver. */
const SIZES = [1_000, 100_000];
const ROUNDS = 60;

const INBOX = `SELECT id, title, status, scanFileId, receipt, unitId, firstAuthor, organisation, listedAreaCode, durationMs, filmState, failing, looking, versionNumber, submittedAt, updatedAt, resubmitBy, toMend
  FROM work WHERE unitId = ? AND status = 'submitted' ORDER BY submittedAt, id LIMIT 31`;
const ALL = `SELECT id, title, status, scanFileId, receipt, unitId, firstAuthor, organisation, listedAreaCode, durationMs, filmState, failing, looking, versionNumber, submittedAt, updatedAt, resubmitBy, toMend
  FROM work WHERE campaignId = ? ORDER BY updatedAt DESC, id DESC LIMIT 31`;

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < 8; warm += 1) await work();
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) took.push(await timed(work));
  return median(took);
}

for (const database of databases) {
  const server = await ServerProcess.start({ database });
  const rows = new Rows(server.databaseUrl);
  try {
    const { body: campaign } = await new Api(server.base).call('GET /api/campaign', {});
    const unit = campaign.units[0]!;
    const year = Number(campaign.config.workWindow.fromDay.slice(0, 4));
    const [recommender] = await people(rows, server.base, 1, 'recommender', unit.id);
    const staff = await Api.as(server.base, 'staff');
    const took = new Map<string, number>();
    let existing = 0;
    for (const size of SIZES) {
      while (existing < size) {
        const count = Math.min(5_000, size - existing);
        const target = campaign.units[(existing / 500) % campaign.units.length | 0] ?? unit;
        await insertWorks(rows, { campaignId: campaign.id, unitId: existing < 1_000 ? unit.id : target.id, year, status: 'submitted', count, owners: [recommender!.accountId] });
        existing += count;
      }
      if (database === 'MariaDB') await rows.execute('ANALYZE TABLE work');
      else await rows.execute('ANALYZE');
      const product = { inbox: () => recommender!.call('GET /api/units/:unitId/inbox', { unitId: unit.id }), list: () => staff.call('GET /api/works', {}) };
      const bare = { inbox: () => rows.query(INBOX, [unit.id]), list: () => rows.query(ALL, [campaign.id]) };
      for (const name of ['inbox', 'list'] as const) {
        const [ours, theirs] = [await medianOf(product[name]), await medianOf(bare[name])];
        took.set(`${name}-${size}`, ours);
        note(`${database}, ${size} works: ${name} ${ours.toFixed(2)} ms over HTTP, ${theirs.toFixed(2)} ms on the bare driver`);
        figure(`${database}-${name}-at-${size}`, ours, 'ms');
        ratio(`${database}-${name}-at-${size}-to-bare-driver`, ours / theirs);
      }
    }
    for (const name of ['inbox', 'list']) ratio(`${database}-${name}-growth-1000-to-100000`, (took.get(`${name}-100000`) ?? NaN) / (took.get(`${name}-1000`) ?? NaN));
  } finally {
    await rows.close();
    await server.stop();
  }
}
report();
