import type { DisqualifyRequest } from '@kepu/shared/contracts/work';
import { IsString, MaxLength } from 'class-validator';
import { FilledText } from '../../platform/http/body-checks.js';
import { sameShape } from '../../platform/http/same-shape.js';

export class DisqualifyBody implements DisqualifyRequest {
  @FilledText('disqualifyReason') reason: string;
  @IsString() @MaxLength(300) title: string;
}
sameShape<DisqualifyBody, DisqualifyRequest>(true);
