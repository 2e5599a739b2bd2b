import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnFor, createTable, nullable } from './table.js';

export class Accounts1764000000002 implements MigrationInterface {
  name = 'Accounts1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnFor(runner);
    await createTable(runner, 'account', [
      c.id(), c.words('phone', 20), c.words('name', 60, nullable), c.words('wechatOpenId', 64, nullable), c.words('passwordHash', 200, nullable), c.words('totpSecret', 200, nullable),
      c.int('totpLastStep', { default: '0' }), c.words('consentVersion', 20, nullable), c.flag('isDisabled', { default: '0' }), c.at('createdAt'),
    ], [
      { name: 'ux_account_phone', columns: ['phone'] },
      { name: 'ux_account_wechat', columns: ['wechatOpenId'] },
    ]);
    await createTable(runner, 'role_grant', [c.id(), c.ref('accountId'), c.words('role', 16), c.ref('unitId', nullable), c.at('grantedAt'), c.at('revokedAt', nullable)], [
      { name: 'ix_grant_account', columns: ['accountId'] },
      { name: 'ix_grant_unit', columns: ['unitId'] },
    ]);
    await createTable(runner, 'consent', [c.id(), c.ref('accountId'), c.words('version', 20), c.words('device', 120), c.at('acceptedAt')], [{ name: 'ix_consent_account', columns: ['accountId'] }]);
    await createTable(runner, 'session', [
      c.id(), c.ref('accountId'), c.words('device', 120), c.flag('isStrong'), c.at('startedAt'), c.at('lastUsedAt'), c.at('expiresAt'), c.at('endedAt', nullable), c.words('endReason', 20, nullable),
    ], [{ name: 'ix_session_account', columns: ['accountId'] }]);
    await createTable(runner, 'refresh_token', [c.id(), c.ref('sessionId'), c.words('hash', 64), c.at('issuedAt'), c.at('usedAt', nullable)], [
      { name: 'ux_refresh_hash', columns: ['hash'] },
      { name: 'ix_refresh_session', columns: ['sessionId'] },
    ]);
    await createTable(runner, 'sms_code', [c.id(), c.words('phone', 20), c.words('hash', 64), c.at('sentAt'), c.at('expiresAt'), c.int('triesLeft'), c.at('usedAt', nullable)], [{ name: 'ix_sms_phone', columns: ['phone', 'sentAt'] }]);
    await createTable(runner, 'invitation', [
      c.id(), c.words('tokenHash', 64), c.words('role', 16), c.ref('unitId', nullable), c.words('name', 60), c.words('phone', 20), c.ref('createdBy', nullable), c.at('createdAt'), c.at('expiresAt'), c.at('acceptedAt', nullable),
    ], [{ name: 'ux_invitation_hash', columns: ['tokenHash'] }]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['invitation', 'sms_code', 'refresh_token', 'session', 'consent', 'role_grant', 'account']) await runner.dropTable(table);
  }
}
