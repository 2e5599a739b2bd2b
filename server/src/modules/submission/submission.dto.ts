import type { DeclineRequest, ReturnReason, ReturnRequest, SignOffRequest, SubmitRequest } from '@kepu/shared/contracts/work';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsNotEmpty, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { FilledText, OrNull, Text } from '../../platform/http/body-checks.js';
import { sameShape } from '../../platform/http/same-shape.js';

export class SubmitBody implements SubmitRequest {
  @IsInt() @Min(1) revision: number;
}
sameShape<SubmitBody, SubmitRequest>(true);

export class ReturnReasonBody implements ReturnReason {
  @IsString() @IsNotEmpty() @MaxLength(80) path: string;
  @OrNull() @IsInt() @Min(0) @Max(86_400_000) atMs: number | null;
  @FilledText('returnNote') note: string;
}
sameShape<ReturnReasonBody, ReturnReason>(true);

export class ReturnBody implements ReturnRequest {
  @IsInt() @Min(0) resubmitBy: number;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => ReturnReasonBody) reasons: ReturnReasonBody[];
}
sameShape<ReturnBody, ReturnRequest>(true);

export class DeclineBody implements DeclineRequest {
  @FilledText('declineReason') reason: string;
}
sameShape<DeclineBody, DeclineRequest>(true);

export class SignOffBody implements SignOffRequest {
  @Text('opinion') opinion: string;
}
sameShape<SignOffBody, SignOffRequest>(true);
