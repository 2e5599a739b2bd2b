import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { HandlesJob, WhenGivenUp } from '../../platform/jobs/job.decorator.js';
import { found, Refusal } from '../../platform/refusal.js';
import { outcomeOf, type MailError } from '../mail/mail-outcome.js';
import { MailTransports } from '../mail/mail-transports.js';
import { Messages } from '../message/messages.js';
import { MailDrafts } from './mail-drafts.js';
import { MAIL_LINK_DAYS, PackageLinks } from './package-links.js';
import { PackageMail } from './package.entity.js';
import { Packages } from './packages.js';

/** Delivers hand-over messages through the unit's or the system's mail server, and keeps what became of them. */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly packages: Packages,
    private readonly links: PackageLinks,
    private readonly drafts: MailDrafts,
    private readonly transports: MailTransports,
    private readonly messages: Messages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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
