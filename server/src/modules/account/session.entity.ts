import { Entity, Index } from 'typeorm';
import { At, Flag, Id, Int, Ref, Words } from '../../platform/columns.js';

/** One log-in on one device: the family of its refresh tokens. */
@Entity('session')
@Index('ix_session_account', ['accountId'])
export class Session {
  @Id() id: string;
  @Ref() accountId: string;
  @Words(120) device: string;
  /** Opened with password and second factor: only then do the rights of staff count. */
  @Flag() isStrong: boolean;
  @At() startedAt: number;
  @At() lastUsedAt: number;
  @At() expiresAt: number;
  @At({ nullable: true }) endedAt: number | null;
  @Words(20, { nullable: true }) endReason: 'logout' | 'everywhere' | 'refresh-reused' | 'disabled' | null;
}

/** A refresh token, by its hash. Using one a second time ends its whole session. */
@Entity('refresh_token')
@Index('ux_refresh_hash', ['hash'], { unique: true })
@Index('ix_refresh_session', ['sessionId'])
export class RefreshToken {
  @Id() id: string;
  @Ref() sessionId: string;
  @Words(64) hash: string;
  @At() issuedAt: number;
  @At({ nullable: true }) usedAt: number | null;
}

/** A log-in code sent to a phone, by its hash. */
@Entity('sms_code')
@Index('ix_sms_phone', ['phone', 'sentAt'])
export class SmsCode {
  @Id() id: string;
  @Words(20) phone: string;
  @Words(64) hash: string;
  @At() sentAt: number;
  @At() expiresAt: number;
  @Int() triesLeft: number;
  @At({ nullable: true }) usedAt: number | null;
}
