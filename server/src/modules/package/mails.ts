import { Inject, Injectable } from '@nestjs/common';
import type { MailWay, PackageView, SendMailRequest } from '@kepu/shared/contracts/handover';
import { MAIL_WAY_NAMES } from '@kepu/shared/handover/mail-ways';
import { isEmail } from '@kepu/shared/text';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { HandlesJob, WhenGivenUp } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Messages } from '../message/messages.js';
import { MailDrafts } from './mail-drafts.js';
import { outcomeOf, type MailError } from '../mail/mail-outcome.js';
import { MailServers } from '../mail/mail-servers.js';
import { MailTransports } from '../mail/mail-transports.js';
import { MAIL_LINK_DAYS, PackageLinks } from './package-links.js';
import { PackageMail, type Package } from './package.entity.js';
import { Packages } from './packages.js';

/** Sends hand-over messages through the unit's or the system's mail server, as durable jobs whose outcome people see. */
@Injectable()
export class Mails {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly campaigns: Campaigns,
    private readonly packages: Packages,
    private readonly links: PackageLinks,
    private readonly drafts: MailDrafts,
    private readonly servers: MailServers,
    private readonly transports: MailTransports,
    private readonly messages: Messages,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
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

  /** A server that is down is tried again; one that says no is believed, and what it said is shown. */
  @HandlesJob('package.mail')
  async deliver({ mailId }: { mailId: string }): Promise<void> {
    const mail = found(await this.db.row(PackageMail, mailId));
    if (mail.state !== 'queued') return;
    const row = await this.packages.get(mail.packageId);
    try {
      const { transport, from } = await this.transports.open(mail.via, row.unitId);
      const link = await this.db.transaction(() => this.links.add(row.id, mail.createdBy, MAIL_LINK_DAYS));
      const message = await this.drafts.compose(row, link);
      const sent = await transport.sendMail({ ...message, from, to: mail.recipient, messageId: `<${mail.id}@${hostOf(this.config.publicUrl)}>` }).finally(() => transport.close());
      await this.end(mail, 'sent', '发信服务器已接收', sent.response ?? null, sent.messageId);
    } catch (error) {
      if (!isBelieved(error)) throw error;
      await this.refuse(mail, error as MailError);
    }
  }

  @WhenGivenUp('package.mail')
  async notDelivered({ mailId }: { mailId: string }, error: MailError): Promise<void> {
    await this.refuse(found(await this.db.row(PackageMail, mailId)), error);
  }

  private refuse(mail: PackageMail, error: MailError): Promise<void> {
    const outcome = error instanceof Refusal ? error.message : outcomeOf(error, mail.via);
    return this.end(mail, 'refused', outcome, error instanceof Refusal ? null : (error.response ?? error.message), null);
  }

  private async end(mail: PackageMail, state: 'sent' | 'refused', outcome: string, answer: string | null, messageId: string | null): Promise<void> {
    await this.db.transaction(async () => {
      const { affected } = await this.db.write(PackageMail).update({ id: mail.id, state: 'queued' }, { state, outcome, answer: answer?.slice(0, 2_000) ?? null, messageId, endedAt: this.clock.now() });
      if (affected !== 1 || state === 'sent') return;
      const { title } = await this.packages.get(mail.packageId);
      await this.messages.tell([mail.createdBy], 'mail.refused', { title, outcome }, null);
    });
  }
}

const hostOf = (address: string) => new URL(address).hostname;

/** Nothing changes by asking again: the server said no, or ours did. A name that is not found may be found in a minute. */
function isBelieved(error: unknown): boolean {
  if (error instanceof Refusal) return error.reasons[0].code !== 'MAIL_HOST_UNKNOWN';
  return ((error as MailError).responseCode || 0) >= 500;
}
