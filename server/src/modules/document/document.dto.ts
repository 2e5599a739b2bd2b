import type { FormLinkQuery } from '@kepu/shared/contracts/work';
import { IsIn, IsOptional } from 'class-validator';

export class FormCopyQuery implements FormLinkQuery {
  @IsOptional() @IsIn(['paper', 'electronic']) copy?: FormLinkQuery['copy'];
}
