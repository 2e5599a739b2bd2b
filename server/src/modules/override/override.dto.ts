import type { OverrideRequest } from '@kepu/shared/contracts/work';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { FilledText, OrNull } from '../../platform/http/body-checks.js';
import { sameShape } from '../../platform/http/same-shape.js';

export class OverrideBody implements OverrideRequest {
  @IsString() @IsNotEmpty() @MaxLength(36) fileId: string;
  @OrNull() @IsString() @MaxLength(4_000) measured: string | null;
  @FilledText('overrideReason') reason: string;
}
sameShape<OverrideBody, OverrideRequest>(true);
