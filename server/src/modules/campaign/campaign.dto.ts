import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { EditConfigRequest, EditUnitRequest, SetClosingRequest } from '@kepu/shared/contracts/campaign';
import { IsBoolean, IsInt, IsNotEmpty, IsObject, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';

export class EditConfigBody implements EditConfigRequest {
  @IsObject() config: CampaignConfig;
  @IsInt() @Min(1) baseVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(200) reason: string;
}

export class EditUnitBody implements EditUnitRequest {
  @IsString() @IsNotEmpty() @MaxLength(60) name: string;
  @ValidateIf(isSet('ownQuota')) @IsInt() @Min(0) @Max(100) ownQuota: number | null;
  @IsBoolean() hasBonus: boolean;
  @ValidateIf(isSet('recommendBy')) @IsInt() @Min(0) recommendBy: number | null;
  @ValidateIf(isSet('closesAt')) @IsInt() @Min(0) closesAt: number | null;
  @IsInt() @Min(1) baseVersion: number;
  @IsString() @IsNotEmpty() @MaxLength(200) reason: string;
}

export class SetClosingBody implements SetClosingRequest {
  @ValidateIf(isSet('closesAt')) @IsInt() @Min(0) closesAt: number | null;
}

/** null is an answer of its own ("as everybody"), a missing field is not. */
function isSet(name: string) {
  return (body: unknown) => (body as Record<string, unknown>)[name] !== null;
}
