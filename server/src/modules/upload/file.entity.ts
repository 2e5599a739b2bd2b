import type { FilePurpose } from '@kepu/shared/contracts/work';
import { Entity, Index } from 'typeorm';
import { At, Big, Id, Ref, Words } from '../../platform/columns.js';

/** A file that arrived whole. Its bytes never change again; another film is another file. */
@Entity('stored_file')
@Index('ix_file_work', ['workId'])
@Index('ix_file_sha', ['sha256'])
export class StoredFile {
  /** The same id as the upload it came from. */
  @Id() id: string;
  @Ref() workId: string;
  @Ref() ownerId: string;
  @Words(16) purpose: FilePurpose;
  @Words(200) name: string;
  @Words(100) mime: string;
  @Big() bytes: number;
  @Words(64) sha256: string;
  @Words(120) key: string;
  @At() registeredAt: number;
  /** Entry of the form the sender meant it for. */
  @Words(40, { nullable: true }) place: string | null;
  @At() uploadedAt: number;
  @At({ nullable: true }) removedAt: number | null;
}

/** An upload from its registration until it is a file, is given up, or expires. */
@Entity('upload')
@Index('ix_upload_work', ['workId', 'state'])
@Index('ix_upload_expiry', ['state', 'expiresAt'])
export class Upload {
  @Id() id: string;
  @Ref() workId: string;
  @Ref() ownerId: string;
  @Words(16) purpose: FilePurpose;
  @Words(200) name: string;
  @Words(100) mime: string;
  @Big() bytes: number;
  /** What the phone uses to recognise the same file when it is picked again. */
  @Words(100, { nullable: true }) fingerprint: string | null;
  @Words(40, { nullable: true }) place: string | null;
  /** The device that sent last, in words. */
  @Words(120, { nullable: true }) device: string | null;
  @Words(10) state: 'open' | 'finished' | 'given-up' | 'expired';
  @At() registeredAt: number;
  @At() expiresAt: number;
}
