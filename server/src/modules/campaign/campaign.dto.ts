import { CALL_STATES, type CallState } from '@kepu/shared/campaign/call-state';
import { readConfig } from '@kepu/shared/campaign/config-shape';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { ListedArea } from '@kepu/shared/campaign/units-inner-mongolia';
import type { CloneCampaignRequest, EditConfigRequest, EditUnitRequest, SetCallStateRequest, SetClosingRequest } from '@kepu/shared/contracts/campaign';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { FilledText, OrNull, ReadBy } from '../../platform/http/body-checks.js';
import { sameShape } from '../../platform/http/same-shape.js';

export class CloneCampaignBody implements CloneCampaignRequest {
  @IsString() @IsNotEmpty() @MaxLength(36) from: string;
  @IsInt() @Min(2000) @Max(2100) year: number;
  @IsInt() @Min(-4_000) @Max(4_000) shiftDays: number;
  @FilledText('changeReason') reason: string;
}
sameShape<CloneCampaignBody, CloneCampaignRequest>(true);

export class SetCallStateBody implements SetCallStateRequest {
  @IsIn(CALL_STATES) state: CallState;
  @FilledText('changeReason') reason: string;
}
sameShape<SetCallStateBody, SetCallStateRequest>(true);

export class EditConfigBody implements EditConfigRequest {
  @ReadBy(readConfig) config: CampaignConfig;
  @IsInt() @Min(1) baseVersion: number;
  @FilledText('changeReason') reason: string;
}
sameShape<EditConfigBody, EditConfigRequest>(true);

export class ListedAreaBody implements ListedArea {
  @Matches(/^\d{6}$/u) code: string;
  @IsString() @Matches(/\S/u) @MaxLength(30) name: string;
}
sameShape<ListedAreaBody, ListedArea>(true);

export class EditUnitBody implements EditUnitRequest {
  @FilledText('unitName') name: string;
  @OrNull() @IsInt() @Min(0) @Max(100) ownQuota: number | null;
  @IsBoolean() hasBonus: boolean;
  @ValidateIf(({ listedAreas }: EditUnitBody) => listedAreas !== undefined)
  @IsArray() @ArrayMaxSize(103) @ArrayUnique(({ code }: ListedAreaBody) => code)
  @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ListedAreaBody)
  listedAreas?: ListedAreaBody[];
  @OrNull() @IsInt() @Min(0) recommendBy: number | null;
  @OrNull() @IsInt() @Min(0) closesAt: number | null;
  @IsInt() @Min(1) baseVersion: number;
  @FilledText('changeReason') reason: string;
}
sameShape<EditUnitBody, EditUnitRequest>(true);

export class SetClosingBody implements SetClosingRequest {
  @OrNull() @IsInt() @Min(0) closesAt: number | null;
}
sameShape<SetClosingBody, SetClosingRequest>(true);
