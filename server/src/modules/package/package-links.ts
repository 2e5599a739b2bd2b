import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { PackageLinkReply } from '@kepu/shared/contracts/handover';
import { DAY_MS, type Instant } from '@kepu/shared/time';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { newCode, newId } from '../../platform/ids.js';
import { Refusal } from '../../platform/refusal.js';
import { Package, PackageLink } from './package.entity.js';
import { Packages } from './packages.js';

/** Twelve characters that can be typed at a computer: 59 bits, with every wrong guess counted against its address. */
const CODE_LENGTH = 12;
export const OWN_LINK_DAYS = 3;
export const MAIL_LINK_DAYS = 30;

/** Addresses under which a package can be fetched on another computer: kept as hashes, with an end. */
@Injectable()
export class PackageLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly packages: Packages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async make(actor: Actor, packageId: string): Promise<PackageLinkReply> {
    return this.db.transaction(async () => {
      const row = await this.packages.get(packageId);
      if (row.state !== 'ready') throw new Refusal(row.state === 'damaged' ? { code: 'PACKAGE_DAMAGED', problem: row.problem ?? '' } : { code: 'PACKAGE_NOT_READY' });
      await this.packages.record(actor, row, 'package.link', { title: row.title });
      return this.add(packageId, actor.accountId, OWN_LINK_DAYS);
    });
  }

  /** A new address, in the open transaction; it cannot be read back later, only made anew. */
  async add(packageId: string, accountId: string, days: number): Promise<PackageLinkReply> {
    const [code, createdAt] = [newCode(CODE_LENGTH), this.clock.now()];
    const expiresAt = createdAt + days * DAY_MS;
    await this.db.write(PackageLink).insert({ id: newId(), packageId, codeHash: hashOf(code), createdBy: accountId, createdAt, expiresAt });
    const shown = code.replace(/(.{4})(?=.)/gu, '$1-');
    return { url: `${this.config.publicUrl}/d/${shown}`, zipUrl: `${this.config.publicUrl}/media/package/${shown}/package.zip`, expiresAt };
  }

  /** The package behind an address, or a refusal. */
  async open(entered: string): Promise<{ row: Package; expiresAt: Instant }> {
    const link = await this.db.read(PackageLink).findOneBy({ codeHash: hashOf(entered.replace(/[^0-9a-z]/giu, '').toUpperCase()) });
    if (!link || link.expiresAt <= this.clock.now()) throw new Refusal({ code: 'PACKAGE_LINK_EXPIRED' });
    const row = await this.packages.get(link.packageId);
    if (row.state === 'damaged') throw new Refusal({ code: 'PACKAGE_DAMAGED', problem: row.problem ?? '' });
    if (row.state !== 'ready') throw new Refusal({ code: 'PACKAGE_NOT_READY' });
    return { row, expiresAt: link.expiresAt };
  }
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');
