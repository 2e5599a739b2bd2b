import type { JuryPaperQuery, UnitPaperQuery } from '@kepu/shared/contracts/paper';
import type { FormLinkQuery } from '@kepu/shared/contracts/work';
import { JURY_PAPERS, UNIT_PAPERS } from '@kepu/shared/paper/paper-names';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { sameShape } from '../../platform/http/same-shape.js';

export class FormCopyQuery implements FormLinkQuery {
  @IsOptional() @IsIn(['paper', 'electronic']) copy?: FormLinkQuery['copy'];
  @IsOptional() @IsIn(['pdf', 'docx', 'html']) format?: FormLinkQuery['format'];
}
sameShape<FormCopyQuery, FormLinkQuery>(true);

export class UnitPaperParameters implements UnitPaperQuery {
  @IsIn(UNIT_PAPERS.map(({ paper }) => paper)) paper: UnitPaperQuery['paper'];
  @IsOptional() @IsIn(['pdf', 'docx', 'xlsx']) format?: UnitPaperQuery['format'];
}
sameShape<UnitPaperParameters, UnitPaperQuery>(true);

export class JuryPaperParameters implements JuryPaperQuery {
  /** Read by CallId. */
  @IsOptional() @IsString() @MaxLength(36) campaignId?: string;
  @IsIn(JURY_PAPERS.map(({ paper }) => paper)) paper: JuryPaperQuery['paper'];
}
sameShape<JuryPaperParameters, JuryPaperQuery>(true);
