import { Inject, Injectable } from '@nestjs/common';
import type { PackageView } from '@kepu/shared/contracts/handover';
import { MESSAGES } from '@kepu/shared/domain/messages';
import { isEmail } from '@kepu/shared/text';
import { createTransport } from 'nodemailer';
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
import { MAIL_LINK_DAYS, PackageLinks } from './package-links.js';
import { PackageMail } from './package.entity.js';
import { Packages } from './packages.js';

const PATIENCE_MS = 30_000;

/** What nodemailer throws. */
interface MailError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

/** Sends hand-over messages through the system's mail server, as durable jobs whose outcome people see. */
@Injectable()
export class Mails {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly campaigns: Campaigns,
    private readonly packages: Packages,
    private readonly links: PackageLinks,
    private readonly drafts: MailDrafts,
    private readonly messages: Messages,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async send(actor: Actor, packageId: string, to: string | null): Promise<PackageView> {
    if (!this.config.KEPU_SMTP_URL) throw new Refusal({ code: 'NO_MAIL_SERVER' });
    await this.db.transaction(async () => {
      const row = await this.packages.get(packageId);
      if (row.state !== 'ready' || row.kind !== 'hand-over') throw new Refusal({ code: 'PACKAGE_NOT_READY' });
      const { config } = await this.campaigns.get(row.campaignId);
      const recipient = (to ?? config.handOver.email).trim();
      if (!isEmail(recipient)) throw new Refusal({ code: 'MAIL_ADDRESS_INVALID', path: 'to' });
      const mail: PackageMail = { id: newId(), packageId, recipient, state: 'queued', outcome: null, answer: null, messageId: null, createdAt: this.clock.now(), createdBy: actor.accountId, createdByName: displayName(actor), endedAt: null };
      await this.db.write(PackageMail).insert(mail);
      await this.jobs.add('package.mail', { mailId: mail.id });
      await this.packages.record(actor, row, 'package.mail', { changes: [{ label: '收件人', before: null, after: recipient }] });
    });
    return this.packages.view(packageId);
  }

  /** A server that is down is tried again; one that says no is believed, and what it said is shown. */
  @HandlesJob('package.mail')
  async deliver({ mailId }: { mailId: string }): Promise<void> {
    const mail = found(await this.db.row(PackageMail, mailId));
    if (mail.state !== 'queued') return;
    const row = await this.packages.get(mail.packageId);
    const link = await this.db.transaction(() => this.links.add(row.id, mail.createdBy, MAIL_LINK_DAYS));
    try {
      const message = await this.drafts.compose(row, link);
      const transport = createTransport({ url: this.config.KEPU_SMTP_URL ?? '', connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: 4 * PATIENCE_MS, disableUrlAccess: true });
      const sent = await transport.sendMail({ ...message, from: this.config.KEPU_MAIL_FROM ?? '', to: mail.recipient, messageId: `<${mail.id}@${hostOf(this.config.publicUrl)}>` });
      transport.close();
      await this.end(mail, 'sent', '已发出，对方邮件服务器已接收', sent.response, sent.messageId);
    } catch (error) {
      if (((error as MailError).responseCode ?? 0) < 500) throw error;
      await this.refuse(mail, error as MailError);
    }
  }

  @WhenGivenUp('package.mail')
  async notDelivered({ mailId }: { mailId: string }, error: MailError): Promise<void> {
    await this.refuse(found(await this.db.row(PackageMail, mailId)), error);
  }

  private refuse(mail: PackageMail, error: MailError): Promise<void> {
    return this.end(mail, 'refused', outcomeOf(error), error.response ?? error.message, null);
  }

  private async end(mail: PackageMail, state: 'sent' | 'refused', outcome: string, answer: string, messageId: string | null): Promise<void> {
    await this.db.transaction(async () => {
      const { affected } = await this.db.write(PackageMail).update({ id: mail.id, state: 'queued' }, { state, outcome, answer: answer.slice(0, 2_000), messageId, endedAt: this.clock.now() });
      if (affected !== 1 || state === 'sent') return;
      const { title } = await this.packages.get(mail.packageId);
      await this.messages.tell([mail.createdBy], MESSAGES.mailRefused({ title, outcome }), null);
    });
  }
}

const hostOf = (address: string) => new URL(address).hostname;

/** What a refusal of a mail server means for the person who sent it. */
export function outcomeOf({ responseCode: code, code: kind }: Pick<MailError, 'code' | 'responseCode'>): string {
  if (code === 552 || code === 523 || kind === 'EMESSAGE') return '对方说邮件太大。请下载邮件草稿，去掉附件，只发下载地址';
  if (code === 550 || code === 551 || code === 553) return '对方没有这个邮箱，或不收我们的信。请核对收件地址，或用自己的邮箱发送邮件草稿';
  if (code === 535 || code === 530 || kind === 'EAUTH') return '发信服务器的账号或密码不对，请联系系统管理员';
  if (code === 554) return '对方把这封信当作垃圾邮件退回了。请用自己的邮箱发送邮件草稿';
  if ((code ?? 0) >= 500) return '对方邮件服务器不收这封信。请用自己的邮箱发送邮件草稿';
  return '几次都没有连上邮件服务器。请稍后再发，或用自己的邮箱发送邮件草稿';
}
