import { Injectable } from '@nestjs/common';
import type { MailWay, PackageView, SendMailRequest } from '@kepu/shared/contracts/handover';
import { MAIL_WAY_NAMES } from '@kepu/shared/handover/mail-ways';
import { isEmail } from '@kepu/shared/text';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { MailServers } from '../mail/mail-servers.js';
import { PackageMail, type Package } from './package.entity.js';
import { Packages } from './packages.js';

/** Hand-over messages by mail: durable jobs whose outcome people see. */
@Injectable()
export class Mails {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly campaigns: Campaigns,
    private readonly packages: Packages,
    private readonly servers: MailServers,
    private readonly jobs: Jobs,
  ) {}

  async send(actor: Actor, packageId: string, { to, via }: SendMailRequest): Promise<PackageView> {
    await this.db.transaction(async () => {
      const row = await this.packages.get(packageId);
      await this.refuseWay(actor, row, via);
      if (row.state !== 'ready' || row.kind !== 'hand-over') throw new Refusal({ code: 'PACKAGE_NOT_READY' });
      const { config } = await this.campaigns.get(row.campaignId);
      const recipient = (to ?? config.handOver.email).trim();
      if (!isEmail(recipient)) throw new Refusal({ code: 'MAIL_ADDRESS_INVALID', path: 'to' });
      const mail: PackageMail = { id: newId(), packageId, recipient, via, state: 'queued', outcome: null, answer: null, messageId: null, createdAt: this.clock.now(), createdBy: actor.accountId, createdByName: displayName(actor), endedAt: null };
      await this.db.write(PackageMail).insert(mail);
      await this.jobs.add('package.mail', { mailId: mail.id });
      await this.packages.record(actor, row, 'package.mail', { title: row.title, to: recipient, way: MAIL_WAY_NAMES[via] });
    });
    return this.packages.view(packageId);
  }

  /** In a unit's name only its own people write. */
  private async refuseWay(actor: Actor, { unitId }: Package, via: MailWay): Promise<void> {
    if (via === 'unit' && (unitId === null || !actor.unitIds.includes(unitId))) throw new Refusal({ code: 'NOT_ALLOWED' });
    if ((await this.servers.waysOf(unitId)).includes(via)) return;
    throw new Refusal({ code: via === 'unit' ? 'NO_UNIT_MAIL_SERVER' : 'NO_MAIL_SERVER' });
  }
}
