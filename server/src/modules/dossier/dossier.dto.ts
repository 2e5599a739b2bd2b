import type { AuditFilter, WorkFilter } from '@kepu/shared/contracts/endpoints';
import type { DeclineRequest, DisqualifyRequest, OverrideRequest, ReturnReason, ReturnRequest, SignOffRequest, SubmitRequest } from '@kepu/shared/contracts/work';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';

export class SubmitBody implements SubmitRequest {
  @IsInt() @Min(1) revision: number;
}

export class ReturnReasonBody implements ReturnReason {
  @IsString() @IsNotEmpty() @MaxLength(80) path: string;
  @ValidateIf((body: ReturnReasonBody) => body.atMs !== null) @IsInt() @Min(0) @Max(86_400_000) atMs: number | null;
  @IsString() @IsNotEmpty() @MaxLength(300) note: string;
}

export class ReturnBody implements ReturnRequest {
  @IsInt() @Min(0) resubmitBy: number;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => ReturnReasonBody) reasons: ReturnReasonBody[];
}

export class DeclineBody implements DeclineRequest {
  @IsString() @IsNotEmpty() @MaxLength(500) reason: string;
}

export class SignOffBody implements SignOffRequest {
  @IsString() @MaxLength(600) opinion: string;
}

export class DisqualifyBody implements DisqualifyRequest {
  @IsString() @IsNotEmpty() @MaxLength(500) reason: string;
  @IsString() @MaxLength(300) title: string;
}

export class OverrideBody implements OverrideRequest {
  @IsString() @IsNotEmpty() @MaxLength(36) fileId: string;
  @ValidateIf((body: OverrideBody) => body.measured !== null) @IsString() @MaxLength(4_000) measured: string | null;
  @IsString() @IsNotEmpty() @MaxLength(2_000) reason: string;
}

class PageQuery {
  @IsOptional() @IsString() @MaxLength(200) after?: string;
  @IsOptional() @IsString() @MaxLength(3) limit?: string;
}

export class InboxQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100) status?: string;
}

export class WorkQuery extends PageQuery implements WorkFilter {
  @IsOptional() @IsString() @MaxLength(100) status?: string;
  @IsOptional() @IsString() @MaxLength(36) unitId?: string;
  @IsOptional() @IsString() @MaxLength(60) search?: string;
  @IsOptional() @IsIn(['failing', 'looking', 'listed', 'awaiting-scan', 'overdue', 'uninspected']) having?: WorkFilter['having'];
  @IsOptional() @IsString() @MaxLength(4) rule?: string;
}

export class AuditQuery extends PageQuery implements AuditFilter {
  @IsOptional() @IsString() @MaxLength(36) workId?: string;
  @IsOptional() @IsString() @MaxLength(36) unitId?: string;
  @IsOptional() @IsString() @MaxLength(60) action?: string;
}
