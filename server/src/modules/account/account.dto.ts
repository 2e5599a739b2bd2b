import type { AcceptInvitationRequest, InviteRequest, PasswordLoginRequest, RefreshRequest, RenameRequest, SmsCodeRequest, SmsLoginRequest, TotpRequest, WechatLoginRequest } from '@kepu/shared/contracts/account';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { FilledText } from '../../platform/http/body-checks.js';
import { sameShape } from '../../platform/http/same-shape.js';

export class SmsCodeBody implements SmsCodeRequest {
  @IsString() @MaxLength(20) phone: string;
}
sameShape<SmsCodeBody, SmsCodeRequest>(true);

export class SmsLoginBody implements SmsLoginRequest {
  @IsString() @MaxLength(20) phone: string;
  @IsString() @MaxLength(12) code: string;
  @IsOptional() @IsString() @MaxLength(20) consentVersion?: string;
}
sameShape<SmsLoginBody, SmsLoginRequest>(true);

export class WechatLoginBody implements WechatLoginRequest {
  @IsString() @Length(1, 200) loginCode: string;
  @IsOptional() @IsString() @MaxLength(200) phoneCode?: string;
  @IsOptional() @IsString() @MaxLength(20) consentVersion?: string;
}
sameShape<WechatLoginBody, WechatLoginRequest>(true);

export class PasswordLoginBody implements PasswordLoginRequest {
  @IsString() @MaxLength(40) phone: string;
  @IsString() @MaxLength(128) password: string;
}
sameShape<PasswordLoginBody, PasswordLoginRequest>(true);

export class TotpBody implements TotpRequest {
  @IsString() @MaxLength(1000) challenge: string;
  @IsString() @MaxLength(12) code: string;
}
sameShape<TotpBody, TotpRequest>(true);

export class RefreshBody implements RefreshRequest {
  @IsString() @MaxLength(200) refreshToken: string;
}
sameShape<RefreshBody, RefreshRequest>(true);

export class RenameBody implements RenameRequest {
  @FilledText('personName') name: string;
}
sameShape<RenameBody, RenameRequest>(true);

export class ConsentBody {
  @IsString() @MaxLength(20) version: string;
}

export class InviteBody implements InviteRequest {
  @IsIn(['recommender', 'staff', 'admin']) role: InviteRequest['role'];
  @FilledText('personName') name: string;
  @IsString() @MaxLength(20) phone: string;
  @IsOptional() @IsUUID() unitId?: string;
}
sameShape<InviteBody, InviteRequest>(true);

export class AcceptInvitationBody implements AcceptInvitationRequest {
  @IsString() @MaxLength(12) smsCode: string;
  @IsOptional() @IsString() @MaxLength(128) password?: string;
  @IsOptional() @IsString() @MaxLength(12) totpCode?: string;
  @IsOptional() @IsString() @MaxLength(64) totpSecret?: string;
  @IsString() @MaxLength(20) consentVersion: string;
}
sameShape<AcceptInvitationBody, AcceptInvitationRequest>(true);
