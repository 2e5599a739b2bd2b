import { createHash } from 'node:crypto';
import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnFor, nullable } from './table.js';

interface ConfigRow {
  campaignId: string;
  config: string;
  changedAt: string | number;
}

interface StoredConfig {
  wording?: { commitment?: string[] };
  duties?: { id: string; statement: string }[];
}

/**
 * Signatures keep the fingerprint of the commitment they were put under, sign-offs the words of their duty. What was
 * signed before gets those of the configuration that was in force at that moment; where none was, a signature is asked
 * for again.
 */
export class SignedWords1764000000021 implements MigrationInterface {
  name = 'SignedWords1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await runner.addColumns('signature', [new TableColumn(c.words('commitmentSha256', 64, { default: "''" }))]);
    await runner.addColumns('sign_off', [new TableColumn(c.longText('statement', nullable))]);
    const rows = (await runner.query('SELECT campaignId, config, changedAt FROM campaign_config ORDER BY campaignId, version')) as ConfigRow[];
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      await keepWords(runner, row, next?.campaignId === row.campaignId ? Number(next.changedAt) : Number.MAX_SAFE_INTEGER);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('sign_off', ['statement']);
    await runner.dropColumns('signature', ['commitmentSha256']);
  }
}

async function keepWords(runner: QueryRunner, { campaignId, config, changedAt }: ConfigRow, until: number): Promise<void> {
  const { wording, duties = [] } = JSON.parse(config) as StoredConfig;
  const ofCall = 'workId IN (SELECT id FROM work WHERE campaignId = ?)';
  if (wording?.commitment) {
    const words = JSON.stringify(wording.commitment.map((paragraph) => paragraph.replace(/\r\n?/gu, '\n').trim()));
    await runner.query(`UPDATE signature SET commitmentSha256 = ? WHERE signedAt >= ? AND signedAt < ? AND ${ofCall}`, [createHash('sha256').update(words).digest('hex'), changedAt, until, campaignId]);
  }
  for (const { id, statement } of duties) {
    await runner.query(`UPDATE sign_off SET statement = ? WHERE dutyId = ? AND \`at\` >= ? AND \`at\` < ? AND ${ofCall}`, [statement, id, changedAt, until, campaignId]);
  }
}
