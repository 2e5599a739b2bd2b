import { Injectable } from '@nestjs/common';
import type { ContactReply } from '@kepu/shared/contracts/work';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { Works } from './works.js';

/** Contact details in full. Personal data is masked everywhere else; here the log keeps who looked. */
@Injectable()
export class Contacts {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
  ) {}

  async reveal(actor: Actor, workId: string): Promise<ContactReply> {
    const work = await this.works.get(workId);
    const version = await this.works.currentVersion(work);
    await this.db.transaction(() => this.audit.record(actor, { action: 'work.reveal-contact', role: 'staff', campaignId: work.campaignId, workId, params: {} }));
    const { authorMobile, phone, email, address } = version?.form ?? work.draft;
    return { authorMobile, phone, email, address };
  }
}
