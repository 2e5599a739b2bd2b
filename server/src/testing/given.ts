import { createHash, randomBytes } from 'node:crypto';
import type { ComputerAskReply, ComputerTicketReply } from '@kepu/shared/contracts/computer';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { openNow } from '@kepu/shared/campaign/shift';
import type { UnitSeed } from '@kepu/shared/campaign/units-inner-mongolia';
import type { Role } from '@kepu/shared/domain/roles';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import type { WorkStatus } from '@kepu/shared/domain/work-status';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import { readyForm } from '@kepu/shared/testing/examples';
import { Accounts } from '../modules/account/accounts.js';
import { Sessions } from '../modules/account/sessions.js';
import { Campaigns } from '../modules/campaign/campaigns.js';
import type { Unit } from '../modules/campaign/unit.entity.js';
import { Units } from '../modules/campaign/units.js';
import { SignOff } from '../modules/submission/review.entity.js';
import { StoredFile } from '../modules/upload/file.entity.js';
import { NameKeys } from '../modules/work/name-keys.js';
import { WorkVersion } from '../modules/work/work-version.entity.js';
import { Work } from '../modules/work/work.entity.js';
import { shownColumns } from '../modules/work/works.js';
import { Database } from '../platform/database.js';
import { newCode, newId } from '../platform/ids.js';
import { Client } from './client.js';
import type { TestApp } from './start-test-app.js';

export interface Person extends Client {
  accountId: string;
  phone: string;
}

interface WorkOptions {
  owner?: Person;
  signedOff?: boolean;
  listedAreaCode?: string;
  status?: WorkStatus;
  sameAuthor?: boolean;
}

/** Actors and records for tests, by name and in one line. People are made through the real services. */
export class Given {
  private people = 0;
  campaignId = '';
  config: CampaignConfig = preset2025;
  units: Unit[] = [];

  constructor(private readonly test: TestApp) {}

  get db(): Database {
    return this.test.app.get(Database);
  }

  /** A call that is open now, with these units. `change` bends the 2025 preset. */
  async campaign(seeds: readonly Partial<UnitSeed>[] = [{}], change: Partial<CampaignConfig> = {}): Promise<Unit[]> {
    this.config = { ...openNow(preset2025, this.test.clock.now()), ...change };
    this.campaignId = await this.test.app.get(Campaigns).open(this.config, 'test');
    const full = seeds.map((seed, index): UnitSeed => ({ code: `U${index}`, name: `某盟${index}科技局`, type: 'league', areaCode: null, hasBonus: false, listedAreas: [], ...seed }));
    this.units = await this.test.app.get(Units).addAll(this.campaignId, full, this.config);
    return this.units;
  }

  /** Somebody with a role and a session. */
  async person(role: Role, unitId: string | null = null): Promise<Person> {
    this.people += 1;
    const phone = `139${String(this.people).padStart(8, '0')}`;
    const accounts = this.test.app.get(Accounts);
    const account = await accounts.add({ phone, name: `某人${this.people}`, roles: [{ role, unitId }] });
    await accounts.recordConsent(account.id, PRIVACY.version, 'test');
    const { accessToken } = await this.test.app.get(Sessions).open(account, 'test', true);
    return Object.assign(new Client(this.test.base, accessToken), { accountId: account.id, phone });
  }

  /** An empty draft of somebody. */
  async draft(owner: Person): Promise<string> {
    return (await owner.post<{ id: string }>('/api/works', {})).body.id;
  }

  /** An editing computer let in to a work by its owner, all the way by its code. */
  async computer(owner: Person, workId: string): Promise<Client> {
    const { body: { code, secret } } = await this.anyone().post<ComputerAskReply>('/api/computers');
    await owner.put(`/api/works/${workId}/computers/${code}`);
    const { body } = await this.anyone().post<ComputerTicketReply>('/api/computers/ticket', { secret });
    if (body.state !== 'allowed') throw new Error('the computer was not let in');
    return new Client(this.test.base, body.token);
  }

  anyone(): Client {
    return new Client(this.test.base);
  }

  /** A faultless form for a unit, within the call's window. */
  form(unit: Unit, change: Partial<WorkForm> = {}): WorkForm {
    const year = this.config.workWindow.fromDay.slice(0, 4);
    const form = readyForm();
    return {
      ...form, unitId: unit.id, producedDay: `${year}-08-01`, materials: [], allOriginal: true,
      broadcasts: form.broadcasts.map((record) => ({ ...record, day: `${year}-08-16`, categoryId: 'mainstream', proofIds: [] })), ...change,
    };
  }

  /**
   * Works that have been handed to a unit, each by another author with another film, written straight into
   * the tables: what hundreds of people did before the test begins.
   */
  async submittedWorks(count: number, unit: Unit, options: WorkOptions = {}): Promise<string[]> {
    const ids: string[] = [];
    const owner = options.owner ?? (await this.person('creator'));
    await this.db.transaction(async () => {
      for (let n = 0; n < count; n += 1) ids.push(await this.insertWork(unit, n, owner.accountId, options));
    });
    return ids;
  }

  /** Writes the keys a work is found by beside others, as handing it in does: for works whose names a test has put there itself. */
  async findable(id: string): Promise<void> {
    await this.test.app.get(NameKeys).keep(await this.db.read(Work).findOneByOrFail({ id }));
  }

  private async insertWork(unit: Unit, n: number, ownerId: string, options: WorkOptions): Promise<string> {
    const [id, fileId, now] = [newId(), newId(), this.test.clock.now()];
    const serial = options.sameAuthor ? 'same' : randomBytes(4).toString('hex');
    const form = this.form(unit, {
      title: `作品 ${n}`, listedAreaCode: options.listedAreaCode ?? null, authorMobile: options.sameAuthor ? '13700000000' : `137${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`,
      creators: [{ id: 'c', name: `作者${serial}`, organisation: '某单位', post: '编导' }], producingUnits: [{ id: 'u', name: `单位${serial}${options.sameAuthor ? randomBytes(3).toString('hex') : ''}`, creditCode: '' }],
    });
    const sha256 = createHash('sha256').update(id).digest('hex');
    await this.db.write(StoredFile).insert({ id: fileId, workId: id, ownerId, purpose: 'film', name: '成片.mp4', mime: 'video/mp4', bytes: 150_000_000, sha256, key: `xx/${fileId}`, registeredAt: now, uploadedAt: now, removedAt: null });
    await this.db.write(WorkVersion).insert({
      id: newId(), workId: id, number: 1, unitId: unit.id, form, configVersion: 1, filmFileId: fileId, filmSha256: sha256, findings: [], signatureId: newId(), sha256, verifyCode: newCode(), submittedAt: now, submittedBy: ownerId, submittedByName: '某人',
    });
    await this.db.write(Work).insert({
      id, campaignId: this.campaignId, ownerId, unitId: unit.id, status: options.status ?? 'submitted', draft: form, trail: {}, revision: 1, draftChangedAt: now, filmFileId: fileId, signatureId: null, versionNumber: 1,
      receipt: `KP-${unit.code}-${newCode(8)}`, submittedAt: now, scanFileId: null, createdAt: now, updatedAt: now, ...shownColumns(form), filmState: 'inspected', durationMs: 150_000, failing: 0, looking: 0, resubmitBy: null, toMend: 0,
    });
    await this.findable(id);
    if (options.signedOff !== false) {
      for (const duty of this.config.duties) await this.db.write(SignOff).insert({ id: newId(), workId: id, versionNumber: 1, dutyId: duty.id, opinion: duty.statement, statement: duty.statement, accountId: newId(), accountName: '某人', at: now });
    }
    return id;
  }
}
