import type { WorkStatus } from '@kepu/shared/domain/work-status';
import { completeForm } from '@kepu/shared/forms/shape';
import type { FormField, WorkForm } from '@kepu/shared/forms/work-form';
import type { FilmState } from '@kepu/shared/rules/film-state';
import { Entity, Index } from 'typeorm';
import { At, Big, Id, Int, Json, Ref, Words } from '../../platform/columns.js';

/** Where each field of a draft stands: its revision, and who changed it last on which device. */
export type DraftTrail = Partial<Record<FormField, { revision: number; device: string; at: number }>>;

/** One work from its first draft to the end. Columns below `updatedAt` repeat what lists show. */
@Entity('work')
@Index('ix_work_owner', ['ownerId', 'updatedAt'])
@Index('ix_work_inbox', ['unitId', 'status', 'submittedAt', 'id'])
@Index('ix_work_list', ['campaignId', 'updatedAt', 'id'])
@Index('ix_work_list_status', ['campaignId', 'status', 'updatedAt', 'id'])
@Index('ix_work_list_unit', ['campaignId', 'unitId', 'updatedAt', 'id'])
@Index('ux_work_receipt', ['receipt'], { unique: true })
export class Work {
  @Id() id: string;
  @Ref() campaignId: string;
  @Ref() ownerId: string;
  /** The unit it has been handed to; null while it has not been submitted. The draft names the one it will go to. */
  @Ref({ nullable: true }) unitId: string | null;
  @Words(16) status: WorkStatus;
  @Json({ read: completeForm }) draft: WorkForm;
  @Json() trail: DraftTrail;
  /** Counts every change of form, film and signature: what a submission was made from. */
  @Int() revision: number;
  @At() draftChangedAt: number;
  @Ref({ nullable: true }) filmFileId: string | null;
  @Ref({ nullable: true }) signatureId: string | null;
  @Int({ default: 0 }) versionNumber: number;
  @Words(20, { nullable: true }) receipt: string | null;
  @At({ nullable: true }) submittedAt: number | null;
  @Ref({ nullable: true }) scanFileId: string | null;
  @At() createdAt: number;
  @At() updatedAt: number;
  @Words(300) title: string;
  @Words(300, { nullable: true }) firstAuthor: string | null;
  @Words(300, { nullable: true }) organisation: string | null;
  @Words(6, { nullable: true }) listedAreaCode: string | null;
  @Words(12) filmState: FilmState;
  @Big({ nullable: true }) durationMs: number | null;
  @Int({ default: 0 }) failing: number;
  @Int({ default: 0 }) looking: number;
  @At({ nullable: true }) resubmitBy: number | null;
  @Int({ default: 0 }) toMend: number;
}
