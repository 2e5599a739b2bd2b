import { completeForm } from '@kepu/shared/forms/shape';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import type { Finding } from '@kepu/shared/inspection/finding';
import { Entity, Index } from 'typeorm';
import { At, Id, Int, Json, Ref, Words } from '../../platform/columns.js';

/** A work as it was submitted: form, film and signature frozen together under one hash. Only ever inserted. */
@Entity('work_version')
@Index('ux_version_number', ['workId', 'number'], { unique: true })
@Index('ux_version_code', ['verifyCode'], { unique: true })
export class WorkVersion {
  @Id() id: string;
  @Ref() workId: string;
  @Int() number: number;
  @Ref() unitId: string;
  @Json({ read: completeForm }) form: WorkForm;
  @Int() configVersion: number;
  @Ref() filmFileId: string;
  @Words(64) filmSha256: string;
  @Json() findings: Finding[];
  @Ref() signatureId: string;
  @Words(64) sha256: string;
  /** Random: on the printed form, opens the public verification page. */
  @Words(12) verifyCode: string;
  @At() submittedAt: number;
  @Ref() submittedBy: string;
  @Words(60) submittedByName: string;
}

/** A signature drawn by hand, with the hashes of the form and of the commitment it was put under (F5, P12). Only ever inserted. */
@Entity('signature')
@Index('ix_signature_work', ['workId'])
export class Signature {
  @Id() id: string;
  @Ref() workId: string;
  @Ref() accountId: string;
  @Words(120) device: string;
  /** Each stroke as x, y, milliseconds: evidence beside the picture. */
  @Json() strokes: { width: number; height: number; lines: number[][] };
  /** Where the picture is kept. */
  @Words(120) imageKey: string;
  @Words(64) imageSha256: string;
  @Words(64) formSha256: string;
  /** Version of the commitment it was put under: part of a version's hash. */
  @Words(20) commitmentVersion: string;
  /** Fingerprint of that text; empty if nobody can say any more which one it was. */
  @Words(64, { default: '' }) commitmentSha256: string;
  @At() signedAt: number;
}
