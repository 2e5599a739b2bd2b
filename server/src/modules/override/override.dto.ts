import type { OverrideRequest } from '@kepu/shared/contracts/work';
import { IsNotEmpty, IsString, MaxLength, ValidateIf } from 'class-validator';

export class OverrideBody implements OverrideRequest {
  @IsString() @IsNotEmpty() @MaxLength(36) fileId: string;
  @ValidateIf((body: OverrideBody) => body.measured !== null) @IsString() @MaxLength(4_000) measured: string | null;
  @IsString() @IsNotEmpty() @MaxLength(2_000) reason: string;
}
