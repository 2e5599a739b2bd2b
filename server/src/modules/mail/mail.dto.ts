import type { SetMailServerRequest } from '@kepu/shared/contracts/handover';
import { IsInt, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';
import { sameShape } from '../../platform/http/same-shape.js';

export class SetMailServerBody implements SetMailServerRequest {
  @IsString() @IsNotEmpty() @MaxLength(253) host: string;
  @IsInt() @Min(1) @Max(65_535) port: number;
  @IsString() @IsNotEmpty() @MaxLength(254) account: string;
  @IsString() @IsNotEmpty() @MaxLength(200) password: string;
  @IsString() @IsNotEmpty() @MaxLength(254) sender: string;
}
sameShape<SetMailServerBody, SetMailServerRequest>(true);
