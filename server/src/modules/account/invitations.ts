import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { InvitationReply, InvitationView, InviteRequest } from '@kepu/shared/contracts/account';
import { needsPassword, ROLE_NAMES } from '@kepu/shared/domain/roles';
import { maskPhone } from '@kepu/shared/text';
import { IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { newId, newToken } from '../../platform/ids.js';
import { Refusal } from '../../platform/refusal.js';
import { Units } from '../campaign/units.js';
import { Invitation } from './invitation.entity.js';
import { mobileOf } from './login-codes.js';

const VALID_MS = 7 * 24 * 3_600_000;

/** How recommenders and staff come in: a link for one person, one role, one use, seven days. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly units: Units,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invite(actor: Actor | null, { role, name, phone, unitId }: InviteRequest): Promise<InvitationReply> {
    if ((role === 'recommender') !== Boolean(unitId)) throw new Refusal({ code: 'INVALID_INPUT', path: 'unitId' });
    const unit = unitId ? await this.units.get(unitId) : null;
    const token = newToken();
    const now = this.clock.now();
    const row: Invitation = {
      id: newId(), tokenHash: hashOf(token), role, unitId: unit?.id ?? null, name: name.trim(), phone: mobileOf(phone),
      createdBy: actor?.accountId ?? null, createdAt: now, expiresAt: now + VALID_MS, acceptedAt: null,
    };
    await this.db.transaction(async () => {
      await this.db.write(Invitation).insert(row);
      const person = `${row.name} ${maskPhone(row.phone)} ${ROLE_NAMES[role]}`;
      await this.audit.record(actor, { action: 'account.invite', role: 'admin', campaignId: unit?.campaignId ?? null, unitId: unit?.id ?? null, params: { person } });
    });
    const page = needsPassword(role) ? `/console/invite/${token}` : `/pages/invite/index?token=${token}`;
    return { id: row.id, url: this.config.publicUrl + page, expiresAt: row.expiresAt };
  }

  async view(token: string): Promise<InvitationView> {
    const { role, name, phone, unitId, expiresAt } = await this.open(token);
    const unit = await this.units.find(unitId);
    return { role, name, phone: maskPhone(phone), unitName: unit?.name ?? null, expiresAt, needsPassword: needsPassword(role) };
  }

  /** An invitation that can still be accepted. */
  async open(token: string): Promise<Invitation> {
    const row = await this.db.read(Invitation).findOneBy({ tokenHash: hashOf(token), acceptedAt: IsNull() });
    if (!row || row.expiresAt <= this.clock.now()) throw new Refusal({ code: 'INVITATION_INVALID' });
    return row;
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
