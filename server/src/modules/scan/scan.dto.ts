import type { AdjustPageRequest, ConfirmPaperRequest, OrderPagesRequest } from '@kepu/shared/contracts/scan';
import { MOST_SCAN_PAGES } from '@kepu/shared/rules/scan';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { sameShape } from '../../platform/http/same-shape.js';

export class AdjustPageBody implements AdjustPageRequest {
  @IsOptional() @IsArray() @ArrayMinSize(8) @ArrayMaxSize(8) @IsNumber({ allowNaN: false, allowInfinity: false }, { each: true }) corners?: number[] | null;
  @IsOptional() @IsInt() @Min(0) @Max(3) turn?: number | null;
}
sameShape<AdjustPageBody, AdjustPageRequest>(true);

export class ConfirmPaperBody implements ConfirmPaperRequest {
  /** Null: compared by eye. */
  @IsOptional() @IsString() @MaxLength(40) code: string | null;
}
sameShape<ConfirmPaperBody, ConfirmPaperRequest>(true);

export class OrderPagesBody implements OrderPagesRequest {
  @IsArray() @ArrayMaxSize(MOST_SCAN_PAGES) @IsString({ each: true }) pageIds: string[];
}
sameShape<OrderPagesBody, OrderPagesRequest>(true);
