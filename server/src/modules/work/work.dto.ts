import type { CreateWorkRequest, FieldChange, SaveFormRequest, SignRequest } from '@kepu/shared/contracts/work';
import { readStrokes } from '@kepu/shared/forms/strokes';
import { FORM_FIELDS, type FormField } from '@kepu/shared/forms/work-form';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { ReadBy, Text } from '../../platform/http/body-checks.js';
import { sameShape } from '../../platform/http/same-shape.js';

export class CreateWorkBody implements CreateWorkRequest {
  @IsOptional() @Text('workTitle') title?: string;
}
sameShape<CreateWorkBody, CreateWorkRequest>(true);

export class FieldChangeBody implements FieldChange {
  @IsIn(FORM_FIELDS) field: FormField;
  /** Its shape depends on the field: shared/forms/shape.ts reads it. */
  @Allow() value: unknown;
  @IsInt() @Min(0) baseRevision: number;
}
sameShape<FieldChangeBody, FieldChange>(true);

export class SaveFormBody implements SaveFormRequest {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(40) @ValidateNested({ each: true }) @Type(() => FieldChangeBody) changes: FieldChangeBody[];
}
sameShape<SaveFormBody, SaveFormRequest>(true);

export class SignBody implements SignRequest {
  @ReadBy(readStrokes) strokes: SignRequest['strokes'];
  @IsString() @MaxLength(450_000) image: string;
  @IsInt() @Min(1) revision: number;
  @IsOptional() @IsString() @MaxLength(20) commitmentVersion?: string;
}
sameShape<SignBody, SignRequest>(true);
