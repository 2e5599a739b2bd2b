import { readFileSync } from 'node:fs';
import type { DataSource, EntityMetadata, QueryRunner } from 'typeorm';

/** Configuration and form as the first version stored them, to the letter. */
const { config, form } = JSON.parse(readFileSync(new URL('./first-version.json', import.meta.url), 'utf8')) as { config: Record<string, unknown>; form: Record<string, unknown> };

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const OLD = { campaign: id(1), unit: id(2), work: id(3), owner: id(4), film: id(5), version: id(6), past: id(7), package: id(8), signatureKey: 'aa/signature' };

/** A finding as the first version wrote it: no check, no evidence. */
const finding = { rule: 'V1', verdict: 'pass', subject: '大小', clause: '三（二）', measured: '150.0 MB', required: '100–300兆', advice: null, atMs: [] };
const NOW = Date.UTC(2025, 9, 20);
const sha = (letter: string) => letter.repeat(64);

/**
 * One row of each table, as its first version wrote it. What is not named here is filled in by the kind of its
 * column, with characters of four bytes wherever they fit; a column that a shape does not have is left out.
 */
const ROWS: Record<string, Record<string, unknown>> = {
  campaign: { id: OLD.campaign, year: 2025, configVersion: 1 },
  campaign_config: { campaignId: OLD.campaign, version: 1, config },
  unit: { id: OLD.unit, campaignId: OLD.campaign, version: 1, code: 'XA', name: '兴安盟科技局𠅤', type: 'league', areaCode: '152200', position: 1, ownQuota: null, hasBonus: 0, listedAreas: [], closesAt: null, recommendBy: null },
  slot: { campaignId: OLD.campaign, unitId: OLD.unit, number: 1, kind: 'regular', workId: null, takenAt: null },
  work: {
    id: OLD.work, campaignId: OLD.campaign, ownerId: OLD.owner, unitId: OLD.unit, status: 'submitted', draft: { ...form, unitId: OLD.unit }, trail: { title: { revision: 1, device: 'iPhone', at: NOW } }, filmFileId: OLD.film,
    versionNumber: 1, receipt: 'KP-XA-00000001', submittedAt: NOW, scanFileId: null, title: '种子🌱发芽', firstAuthor: '赵𠅤', organisation: '某单位', listedAreaCode: null, filmState: 'inspected', durationMs: 150_000, failing: 0, looking: 0, resubmitBy: null, toMend: 0,
  },
  work_version: { id: OLD.version, workId: OLD.work, number: 1, unitId: OLD.unit, form: { ...form, unitId: OLD.unit }, configVersion: 1, filmFileId: OLD.film, filmSha256: sha('a'), findings: [finding], submittedAt: NOW, submittedBy: OLD.owner },
  signature: { workId: OLD.work, accountId: OLD.owner, imageKey: OLD.signatureKey, strokes: { width: 300, height: 150, lines: [[1, 2, 3]] } },
  account: { id: OLD.owner, phone: '13800000001', name: '赵𠅤', passwordHash: null, totpSecret: null, totpLastStep: 0, isDisabled: 0 },
  role_grant: { accountId: OLD.owner, role: 'creator', unitId: null, revokedAt: null },
  session: { accountId: OLD.owner, isStrong: 0, endedAt: null, endReason: null },
  invitation: { role: 'recommender', unitId: OLD.unit, acceptedAt: null },
  stored_file: { id: OLD.film, workId: OLD.work, ownerId: OLD.owner, purpose: 'film', name: '成片🌱.mp4', mime: 'video/mp4', bytes: 150_000_000, sha256: sha('a'), place: null, removedAt: null },
  upload: { workId: OLD.work, ownerId: OLD.owner, purpose: 'film', bytes: 150_000_000, state: 'finished', place: null, device: null },
  inspection: {
    fileId: OLD.film, workId: OLD.work, state: 'done', findings: [finding], configVersion: 1, error: null,
    facts: { bytes: 150_000_000, container: { format: 'mp4', isMp4: true, majorBrand: 'isom' }, durationMs: 150_000, video: { width: 1920, height: 1080, displayWidth: 1920, displayHeight: 1080, codec: 'h264', durationMs: 150_000 }, audio: null },
  },
  finding: { fileId: OLD.film, workId: OLD.work, rule: 'V1', verdict: 'look' },
  sign_off: { workId: OLD.work, versionNumber: 1, dutyId: 'political' },
  return_note: { workId: OLD.work, versionNumber: 1, unitId: OLD.unit, reasons: [{ path: 'reach', atMs: null, note: '请补充数据𠂢' }] },
  identity_claim: { campaignId: OLD.campaign, kind: 'author', key: 'name:赵𠅤@某单位', workId: OLD.work },
  message: { accountId: OLD.owner, workId: OLD.work },
  job: { name: 'sweep', lane: 'light', payload: { workId: OLD.work }, state: 'done', place: null },
  audit_entry: { campaignId: OLD.campaign, actorId: OLD.owner, role: 'creator', unitId: OLD.unit, action: 'work.submit', workId: OLD.work, changes: [{ label: '作品名称', before: null, after: '种子🌱发芽' }] },
  film_pictures: { id: OLD.film, hasPoster: 0, stills: [], sprite: null, preview: 'none', waveform: null, judging: 'unasked' },
  film_print: { fileId: OLD.film, workId: OLD.work, isPast: 0, error: null },
  film_likeness: { fileId: OLD.film, otherFileId: OLD.past, otherWorkId: OLD.past, share: 400, isMirrored: 0, isIdentical: 0, stretches: [{ fromMs: 0, toMs: 9000, otherFromMs: 0 }], sounds: null },
  past_film: { id: OLD.past },
  computer: { workId: OLD.work, accountId: OLD.owner },
  finding_override: { fileId: OLD.film, workId: OLD.work, checkId: 'V6', side: 'recommender', unitId: OLD.unit },
  scan_page: { workId: OLD.work, versionNumber: 1, bundleId: null, state: 'failed', wishes: { corners: null, turn: null }, result: null, confirmedHow: null },
  scan_bundle: { workId: OLD.work, versionNumber: 1, kind: 'pdf', state: 'failed', fileId: null, codes: null, readsCodes: 0, confirmedHow: null },
  package: { id: OLD.package, campaignId: OLD.campaign, kind: 'hand-over', unitId: OLD.unit, number: 1, state: 'ready', nextLevel: null, papers: null, problem: null },
  package_work: { packageId: OLD.package, workId: OLD.work },
  package_item: { packageId: OLD.package, kind: 'film', workId: OLD.work, fileId: OLD.film },
  package_link: { packageId: OLD.package },
  package_mail: { packageId: OLD.package, state: 'sent', via: 'system' },
  unit_mail_server: { id: OLD.unit },
  package_receipt: { packageId: OLD.package, kind: 'disc' },
};

export interface OldRow {
  table: string;
  values: Record<string, unknown>;
}

/**
 * Fills every table that is there with one row, by plain SQL, and says what it has put there. `sign` ends each
 * text that is filled in; with none, whatever four bytes are needed for is left out, for databases that cannot keep it.
 */
export async function fillTables(source: DataSource, sign = '𠂢'): Promise<OldRow[]> {
  const runner = source.createQueryRunner();
  try {
    const filled: OldRow[] = [];
    for (const entity of source.entityMetadatas) {
      if (!(await runner.hasTable(entity.tableName))) continue;
      const values = await rowFor(runner, entity, sign);
      const names = Object.keys(values);
      const sql = `INSERT INTO ${source.driver.escape(entity.tableName)} (${names.map((name) => source.driver.escape(name)).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
      await runner.query(sql, Object.values(values).map((value) => (isJson(value) ? JSON.stringify(value) : value)));
      filled.push({ table: entity.tableName, values });
    }
    return filled;
  } finally {
    await runner.release();
  }
}

const isJson = (value: unknown): value is object => typeof value === 'object' && value !== null && !Buffer.isBuffer(value);

async function rowFor(runner: QueryRunner, entity: EntityMetadata, sign: string): Promise<Record<string, unknown>> {
  const known = ROWS[entity.tableName] ?? {};
  const columns = (await runner.getTable(entity.tableName))?.columns ?? [];
  // Text that is changed on its way in and out is JSON.
  const isJsonColumn = (name: string, type: string) => type === 'text' && entity.findColumnWithDatabaseName(name)?.transformer !== undefined;
  const value = (name: string, type: string, length: number) => (name in known ? plain(known[name], sign) : isJsonColumn(name, type) ? {} : filler(name, type, length, sign));
  return Object.fromEntries(columns.map(({ name, type, length }) => [name, value(name, type, Number(length))]));
}

function plain(value: unknown, sign: string): unknown {
  if (sign !== '' || value === null || Buffer.isBuffer(value)) return value;
  if (typeof value === 'string') return value.replace(/[^\x20-\x7e]/gu, '');
  return typeof value === 'object' ? (JSON.parse(JSON.stringify(value).replace(/[^\x20-\x7e]/gu, '')) as unknown) : value;
}

function filler(name: string, type: string, length: number, sign: string): unknown {
  if (/blob/u.test(type)) return Buffer.from([1, 2, 3, 250]);
  if (/int|bool/u.test(type)) return /At$|^at$|By$/u.test(name) ? NOW : 1;
  if (length === 36) return id(90);
  if (length > 0 && length < 8) return '1';
  return `${name}${sign}`.slice(-Math.max(length, 2));
}
