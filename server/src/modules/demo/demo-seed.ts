import { Injectable } from '@nestjs/common';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { openNow } from '@kepu/shared/campaign/shift';
import { unitsOfInnerMongolia } from '@kepu/shared/campaign/units-inner-mongolia';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database.js';
import { Storage } from '../../platform/storage.js';
import { Accounts } from '../account/accounts.js';
import { Campaign } from '../campaign/campaign.entity.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { Landing } from '../upload/landing.js';
import { Upload } from '../upload/file.entity.js';
import { DEMO_PEOPLE } from './demo-accounts.js';
import { DemoMark, OPENED_BY_DEMONSTRATION } from './demo-mark.js';
import { DemoWorkSeed } from './demo-work-seed.js';
import { DEMO_WORKS } from './demo-works.js';

/** Opens the demonstration campaign and takes its sample works through the real services, film and inspection included. */
@Injectable()
export class DemoSeed {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly landing: Landing,
    private readonly storage: Storage,
    private readonly mark: DemoMark,
    private readonly works: DemoWorkSeed,
  ) {}

  isThere(): Promise<boolean> {
    return this.db.read(Campaign).exists();
  }

  /** Clears what an earlier start had sown before it was stopped: nobody has used it, for it was never served. */
  async clear(): Promise<void> {
    for (const { id } of await this.db.read(Upload).find({ select: { id: true } })) {
      await this.landing.remove(id);
      await this.storage.remove(this.storage.keyOf(id));
    }
    await this.mark.clearAllElse();
  }

  async sow(today: number, tell: (line: string) => void): Promise<void> {
    const config = openNow(preset2025, today);
    const campaignId = await this.campaigns.open(config, OPENED_BY_DEMONSTRATION);
    const units = await this.units.addAll(campaignId, unitsOfInnerMongolia, config);
    const people = new Map<string, Actor>();
    for (const person of DEMO_PEOPLE) {
      const unitId = units.find((unit) => unit.code === person.unit)?.id ?? null;
      const account = await this.accounts.add({ phone: person.phone, name: person.name, roles: [{ role: person.role, unitId }] });
      await this.accounts.recordConsent(account.id, PRIVACY.version, '演示');
      people.set(person.key, { accountId: account.id, sessionId: '', name: person.name, phone: person.phone, roles: [person.role], unitIds: unitId ? [unitId] : [], device: '演示' });
    }
    for (const [index, sample] of DEMO_WORKS.entries()) {
      tell(`sample work ${index + 1} of ${DEMO_WORKS.length}`);
      await this.works.sow(sample, index + 1, { year: config.year, units, people });
    }
  }

  /** Moves the demonstration's dates again when it has closed in the meantime. */
  async reopen(now: number): Promise<boolean> {
    const { id, config, version } = await this.campaigns.current();
    if (now < config.recommendBy) return false;
    const system: Actor = { accountId: '', sessionId: '', name: '系统', phone: '', roles: ['admin'], unitIds: [], device: '演示' };
    await this.campaigns.edit(system, id, { config: openNow(config, now), baseVersion: version, reason: '演示征集已截止，日期顺延到现在' });
    return true;
  }
}
