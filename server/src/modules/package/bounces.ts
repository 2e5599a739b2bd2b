import { Injectable } from '@nestjs/common';
import type { PackageView } from '@kepu/shared/contracts/handover';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import { Messages } from '../message/messages.js';
import { bounceOutcome } from '../mail/mail-outcome.js';
import { PackageMail } from './package.entity.js';
import { Packages } from './packages.js';
import { readBounce, type Bounce } from '../mail/read-bounce.js';

/** known: this mail is over already, or the same delay was noted · delayed: only a remark · bounced: the mail came back. */
export type BounceResult = 'not-a-bounce' | 'not-ours' | 'known' | 'delayed' | 'bounced';

/** Mails that were taken and came back after all. */
@Injectable()
export class Bounces {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly packages: Packages,
    private readonly messages: Messages,
  ) {}

  /** By somebody who found it in a mailbox. It must be about a mail of this package: of others nothing is said. */
  async give(actor: Actor, packageId: string, raw: string): Promise<PackageView> {
    const result = await this.take(raw, { actor, packageId });
    if (result === 'not-a-bounce') throw new Refusal({ code: 'NOT_A_BOUNCE', path: 'raw' });
    if (result === 'not-ours') throw new Refusal({ code: 'BOUNCE_OF_ANOTHER', path: 'raw' });
    return this.packages.view(packageId);
  }

  /** By whomever: what proves that it is ours is the id of the mail, which only its recipients know. Can be repeated. */
  async take(raw: string | Buffer, by: { actor: Actor; packageId: string } | null): Promise<BounceResult> {
    const bounce = await readBounce(raw);
    if (!bounce) return 'not-a-bounce';
    return this.db.transaction(async () => {
      const mail = await this.mailOf(bounce);
      if (!mail || (by && mail.packageId !== by.packageId)) return 'not-ours';
      return this.conclude(mail, bounce, by?.actor ?? null);
    });
  }

  private async conclude(mail: PackageMail, { isFinal, answer }: Bounce, actor: Actor | null): Promise<BounceResult> {
    const outcome = bounceOutcome(answer, isFinal);
    if (mail.state === 'bounced' || mail.state === 'refused') return 'known';
    const news = { outcome, answer: answer.words.slice(0, 2_000) };
    if (!isFinal) {
      if (mail.outcome === outcome) return 'known';
      await this.db.write(PackageMail).update({ id: mail.id }, news);
      return 'delayed';
    }
    await this.db.write(PackageMail).update({ id: mail.id }, { ...news, state: 'bounced', endedAt: this.clock.now() });
    const row = await this.packages.get(mail.packageId);
    await this.packages.record(actor, row, 'package.bounce', { title: row.title, to: mail.recipient, answer: news.answer ?? '' });
    await this.messages.tell([mail.createdBy], 'mail.bounced', { title: row.title, outcome }, null);
    return 'bounced';
  }

  /** Locked. Our ids are `<row's id@host>`; one that only looks like it is compared whole with what was sent. */
  private async mailOf({ messageIds }: Bounce): Promise<PackageMail | null> {
    for (const messageId of messageIds) {
      const id = /^<?([\da-f-]{36})@/u.exec(messageId)?.[1];
      const mail = id === undefined ? null : await this.db.rowToChange(PackageMail, id);
      if (mail && (mail.messageId === null || trimmed(mail.messageId) === trimmed(messageId))) return mail;
    }
    return null;
  }
}

const trimmed = (messageId: string) => messageId.replace(/[<>\s]/gu, '').toLowerCase();
