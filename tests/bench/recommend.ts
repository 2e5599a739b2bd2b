import { Api } from '../lib/api.js';
import { databases, ServerProcess } from '../lib/server-process.js';
import { figure, median, note, percentile, ratio, report } from './figures.js';
import { people, Rows } from './rows.js';
import { insertWorks } from './works-rows.js';

/** `npm run bench -- recommend`: every unit's recommenders at once for all of its slots, against the bare conditional updates on the driver. */
const RIVALS = 10;

for (const database of databases) {
  const server = await ServerProcess.start({ database });
  const rows = new Rows(server.databaseUrl);
  try {
    const { body: campaign } = await new Api(server.base).call('GET /api/campaign', {});
    const year = Number(campaign.config.workWindow.fromDay.slice(0, 4));
    const duties = campaign.config.duties.map((duty) => duty.id);
    const units = campaign.units.filter((unit) => !['XA', 'MZ'].includes(unit.code));
    const attempts: { api: Api; workId: string }[] = [];
    for (const unit of units) {
      const [officer] = await people(rows, server.base, 1, 'recommender', unit.id);
      const works = await insertWorks(rows, { campaignId: campaign.id, unitId: unit.id, year, status: 'submitted', count: RIVALS, owners: [officer!.accountId], duties });
      attempts.push(...works.map((workId) => ({ api: officer!, workId })));
    }
    const took: number[] = [];
    const began = performance.now();
    const replies = await Promise.all(attempts.map(async ({ api, workId }) => {
      const from = performance.now();
      const reply = await api.call('PUT /api/works/:workId/recommendation', { workId });
      took.push(performance.now() - from);
      return reply;
    }));
    const seconds = (performance.now() - began) / 1000;
    const won = replies.filter((reply) => reply.status === 200).length;
    const [{ free = 0 } = {}] = await rows.query<{ free: number }>(`SELECT COUNT(*) AS free FROM slot WHERE workId IS NULL AND kind = 'regular' AND unitId IN (${units.map(() => '?').join(',')})`, units.map((unit) => unit.id));
    if (Number(free) !== 0 || replies.some((reply) => reply.status >= 500)) throw new Error(`${free} slots stayed free, ${replies.filter((reply) => reply.status >= 500).length} errors`);
    note(`${database}: ${attempts.length} at once, ${won} slots taken in ${seconds.toFixed(2)} s`);
    figure(`${database}-recommendations-per-second`, attempts.length / seconds, '1/s');
    figure(`${database}-recommend-p50`, median(took), 'ms');
    figure(`${database}-recommend-p99`, percentile(took, 0.99), 'ms');
    const bare = await bareTakes(rows, units.map((unit) => unit.id));
    ratio(`${database}-recommend-to-bare-updates`, attempts.length / seconds / bare);
  } finally {
    await rows.close();
    await server.stop();
  }
}
report();

/** The heart of it on the bare driver: free a slot and take it again, one statement each. Takes per second. */
async function bareTakes(rows: Rows, unitIds: string[]): Promise<number> {
  const slots = await rows.query<{ id: string }>(`SELECT id FROM slot WHERE unitId IN (${unitIds.map(() => '?').join(',')})`, unitIds);
  const began = performance.now();
  for (const { id } of slots) {
    await rows.execute('UPDATE slot SET workId = NULL WHERE id = ?', [id]);
    await rows.execute('UPDATE slot SET workId = ? WHERE id = ? AND workId IS NULL', [`bare-${id.slice(0, 30)}`, id]);
  }
  return slots.length / ((performance.now() - began) / 1000);
}
