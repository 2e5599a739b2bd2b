import { Inject, Injectable } from '@nestjs/common';
import type { MailServerReply, MailServerView, MailWay, SetMailServerRequest } from '@kepu/shared/contracts/handover';
import type { AuditChange } from '@kepu/shared/contracts/desk';
import { isEmail } from '@kepu/shared/text';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database, isDuplicate } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import { Secrets } from '../../platform/secrets.js';
import { Units } from '../campaign/units.js';
import { resolveMailHost } from './mail-hosts.js';
import { UnitMailServer } from './mail-server.entity.js';

/** A unit's server with what is needed to log in; it goes to the connection and nowhere else. */
export interface MailLogIn extends Pick<UnitMailServer, 'host' | 'port' | 'account' | 'sender'> {
  password: string;
}

/** The mail servers units send through as themselves. The password is sealed with a key of the unit's own and never shown. */
@Injectable()
export class MailServers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly audit: Audit,
    private readonly units: Units,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(unitId: string): Promise<MailServerReply> {
    const row = await this.db.row(UnitMailServer, unitId);
    return { server: row && toView(row) };
  }

  /** How a message of a unit can be sent, the usual way first. */
  async waysOf(unitId: string | null): Promise<MailWay[]> {
    const own = unitId !== null && (await this.db.row(UnitMailServer, unitId)) !== null;
    return [...(own ? (['unit'] as const) : []), ...(this.config.KEPU_SMTP_URL ? (['system'] as const) : [])];
  }

  async set(actor: Actor, unitId: string, request: SetMailServerRequest): Promise<MailServerReply> {
    const [host, account, sender] = [request.host.trim().toLowerCase(), request.account.trim(), request.sender.trim()];
    if (!isEmail(sender)) throw new Refusal({ code: 'MAIL_SENDER_INVALID', path: 'sender' });
    await resolveMailHost(host, request.port, this.config.KEPU_INTRANET_MAIL);
    const password = this.secrets.seal(purposeOf(unitId), request.password.trim());
    await this.db.transaction(async () => {
      const before = await this.db.rowToChange(UnitMailServer, unitId);
      const row: UnitMailServer = { id: unitId, host, port: request.port, account, password, sender, setAt: this.clock.now(), setBy: actor.accountId, setByName: displayName(actor) };
      await (before ? this.db.write(UnitMailServer).update({ id: unitId }, row) : this.db.write(UnitMailServer).insert(row));
      await this.record(actor, unitId, 'unit.set-mail-server', before, row);
    }).catch((error: unknown) => {
      // Two of the unit's people set the first one at the same moment.
      throw isDuplicate(error) ? new Refusal({ code: 'DRAFT_CHANGED' }) : error;
    });
    return this.of(unitId);
  }

  async remove(actor: Actor, unitId: string): Promise<MailServerReply> {
    await this.db.transaction(async () => {
      const before = await this.db.rowToChange(UnitMailServer, unitId);
      if (!before) return;
      await this.db.write(UnitMailServer).delete({ id: unitId });
      await this.record(actor, unitId, 'unit.remove-mail-server', before, null);
    });
    return { server: null };
  }

  /** For the connection. Refuses when it was removed meanwhile. */
  async logInOf(unitId: string | null): Promise<MailLogIn> {
    const row = unitId === null ? null : await this.db.row(UnitMailServer, unitId);
    if (!row) throw new Refusal({ code: 'NO_UNIT_MAIL_SERVER' });
    return { host: row.host, port: row.port, account: row.account, sender: row.sender, password: this.unseal(row) };
  }

  private unseal({ id, password }: UnitMailServer): string {
    try {
      return this.secrets.unseal(purposeOf(id), password);
    } catch {
      // The server's secret was replaced since.
      throw new Refusal({ code: 'MAIL_PASSWORD_UNREADABLE' });
    }
  }

  private async record(actor: Actor, unitId: string, action: 'unit.set-mail-server' | 'unit.remove-mail-server', before: UnitMailServer | null, after: UnitMailServer | null): Promise<void> {
    const { campaignId } = await this.units.get(unitId);
    await this.audit.record(actor, { action, role: 'recommender', campaignId, unitId, params: { changes: changesOf(before, after) } });
  }
}

/** A sealed password that is copied to another unit's row stays closed. */
const purposeOf = (unitId: string) => `mail-server:${unitId}`;

function toView({ host, port, account, sender, setAt, setByName }: UnitMailServer): MailServerView {
  return { host, port, account, sender, setAt, setByName };
}

function changesOf(before: UnitMailServer | null, after: UnitMailServer | null): AuditChange[] {
  const change = (label: string, say: (row: UnitMailServer) => string) => ({ label, before: before && say(before), after: after && say(after) });
  const changes = [change('服务器', ({ host, port }) => `${host}:${port}`), change('账号', ({ account }) => account), change('发件地址', ({ sender }) => sender)];
  return [...changes.filter((entry) => entry.before !== entry.after), { label: '授权码', before: before && '已设', after: after && (before ? '已换' : '已设') }];
}
