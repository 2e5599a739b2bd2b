import type { Role } from '../domain/roles.js';
import type { Instant } from '../time.js';

export interface SmsCodeRequest {
  phone: string;
}

export interface SmsCodeReply {
  /** Seconds until another code may be asked for. */
  resendAfterSeconds: number;
  /** Demonstration mode only: the code itself, because no message is sent. */
  demoCode?: string;
}

export interface SmsLoginRequest {
  phone: string;
  code: string;
  /** Version of the privacy notice the person has just agreed to; needed when they have not yet. */
  consentVersion?: string;
}

export interface WechatLoginRequest {
  loginCode: string;
  /** From the phone-number button; needed the first time. */
  phoneCode?: string;
  consentVersion?: string;
}

export interface PasswordLoginRequest {
  phone: string;
  password: string;
}

/** The first of two steps: the second factor is still to come. */
export interface PasswordLoginReply {
  challenge: string;
  expiresAt: Instant;
}

export interface TotpRequest {
  challenge: string;
  code: string;
}

export interface SessionReply {
  accessToken: string;
  accessExpiresAt: Instant;
  refreshToken: string;
  account: AccountView;
}

export interface RefreshRequest {
  refreshToken: string;
}

export interface AccountView {
  id: string;
  name: string | null;
  /** Masked: 138****0001. */
  phone: string;
  roles: RoleView[];
  consentVersion: string | null;
}

export interface RoleView {
  role: Role;
  unitId: string | null;
  unitName: string | null;
  /** Of the unit's call: whoever recommends every year tells their units apart by it. */
  year: number | null;
}

export interface DeviceView {
  id: string;
  device: string;
  startedAt: Instant;
  lastUsedAt: Instant;
  isThis: boolean;
}

export interface RenameRequest {
  name: string;
}

export interface InviteRequest {
  role: Exclude<Role, 'creator'>;
  name: string;
  phone: string;
  unitId?: string;
}

export interface InvitationReply {
  id: string;
  /** Opens the page that accepts it; shown once, also as a QR code. */
  url: string;
  expiresAt: Instant;
}

/** What the holder of an invitation sees before accepting. */
export interface InvitationView {
  role: Exclude<Role, 'creator'>;
  name: string;
  phone: string;
  unitName: string | null;
  expiresAt: Instant;
  /** Staff set a password and a second factor; recommenders log in by phone. */
  needsPassword: boolean;
}

export interface AcceptInvitationRequest {
  /** Proves that the invited phone is in the person's hand. */
  smsCode: string;
  password?: string;
  totpCode?: string;
  /** The secret the person has just put into their authenticator. */
  totpSecret?: string;
  consentVersion: string;
}

export interface TotpSetupReply {
  secret: string;
  /** otpauth://… for a QR code. */
  uri: string;
}

export interface DemoAccount {
  key: string;
  role: Role;
  name: string;
  subtitle: string;
}

export interface DemoReply {
  accounts: DemoAccount[];
}
