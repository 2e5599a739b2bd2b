import type { AuditFilter, WorkFilter } from '@kepu/shared/contracts/endpoints';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { sameShape } from '../../platform/http/same-shape.js';

class PageQuery {
  @IsOptional() @IsString() @MaxLength(200) after?: string;
  @IsOptional() @IsString() @MaxLength(3) limit?: string;
}

export class InboxQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(100) status?: string;
}

/** Read by CallId: it answers with the current call where none is named. */
class OfCallQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(36) campaignId?: string;
}

export class WorkQuery extends OfCallQuery implements WorkFilter {
  @IsOptional() @IsString() @MaxLength(100) status?: string;
  @IsOptional() @IsString() @MaxLength(36) unitId?: string;
  @IsOptional() @IsString() @MaxLength(60) search?: string;
  @IsOptional() @IsIn(['failing', 'looking', 'listed', 'awaiting-scan', 'overdue', 'uninspected']) having?: WorkFilter['having'];
  @IsOptional() @IsString() @MaxLength(4) rule?: string;
}
sameShape<WorkQuery, WorkFilter>(true);

export class AuditQuery extends OfCallQuery implements AuditFilter {
  @IsOptional() @IsString() @MaxLength(36) workId?: string;
  @IsOptional() @IsString() @MaxLength(36) unitId?: string;
  @IsOptional() @IsString() @MaxLength(60) action?: string;
}
sameShape<AuditQuery, AuditFilter>(true);
