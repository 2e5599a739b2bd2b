import type { AddReceiptRequest, CertificateRequest, MakeExportRequest, NextLevelRequest, PapersRequest, SendMailRequest, TakeBounceRequest } from '@kepu/shared/contracts/handover';
import { BULK_PAPERS, type BulkPaperName } from '@kepu/shared/paper/paper-names';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { FilledText, OrNull, Text } from '../../platform/http/body-checks.js';
import { sameShape } from '../../platform/http/same-shape.js';

export class SendMailBody implements SendMailRequest {
  @OrNull() @IsString() @MaxLength(254) to: string | null;
  @IsIn(['unit', 'system']) via: SendMailRequest['via'];
}
sameShape<SendMailBody, SendMailRequest>(true);

export class TakeBounceBody implements TakeBounceRequest {
  /** As long as a request may be: 512 kB. */
  @IsString() @IsNotEmpty() raw: string;
}
sameShape<TakeBounceBody, TakeBounceRequest>(true);

export class AddReceiptBody implements AddReceiptRequest {
  @IsIn(['paper', 'disc']) kind: AddReceiptRequest['kind'];
  @IsInt() @Min(1) @Max(100) count: number;
  @Text('receiptNote') note: string;
  @IsOptional() @IsBoolean() isMoreConfirmed?: boolean;
}
sameShape<AddReceiptBody, AddReceiptRequest>(true);

export class NextLevelBody implements NextLevelRequest {
  @IsString() @IsNotEmpty() @MaxLength(40) callId: string;
  @FilledText('unitName') unitName: string;
}
sameShape<NextLevelBody, NextLevelRequest>(true);

export class CertificateBody implements CertificateRequest {
  @FilledText('grade') grade: string;
  @Matches(/^\d{4}-\d{2}-\d{2}$/u) awardedDay: string;
  @Matches(/\d$/u) @Text('certificateNumber') firstNumber: string;
}
sameShape<CertificateBody, CertificateRequest>(true);

export class PapersBody implements PapersRequest {
  @IsIn(BULK_PAPERS.map(({ paper }) => paper)) paper: BulkPaperName;
  @ValidateIf(({ paper, certificate }: PapersBody) => paper === 'certificates' || certificate !== null) @IsObject() @ValidateNested() @Type(() => CertificateBody) certificate: CertificateBody | null;
}
sameShape<PapersBody, PapersRequest>(true);

export class MakeExportBody implements MakeExportRequest {
  @IsArray() @ArrayMaxSize(500) @ArrayUnique() @IsString({ each: true }) @MaxLength(36, { each: true }) workIds: string[];
  @OrNull() @ValidateNested() @Type(() => NextLevelBody) nextLevel: NextLevelBody | null;
  @OrNull() @ValidateNested() @Type(() => PapersBody) papers: PapersBody | null;
}
sameShape<MakeExportBody, MakeExportRequest>(true);
