import type { NameKey } from '@kepu/shared/rules/name-keys';
import { Entity, Index } from 'typeorm';
import { Id, Ref, Words } from '../../platform/columns.js';

/** One key by which a work that was handed in is found beside others of like names (O7); the key is a fingerprint, names may be long. */
@Entity('name_key')
@Index('ix_name_key', ['campaignId', 'kind', 'key', 'workId'])
@Index('ix_name_key_work', ['workId'])
export class NameKeyRow {
  @Id() id: string;
  @Ref() campaignId: string;
  @Words(8) kind: NameKey['kind'];
  @Words(32) key: string;
  @Ref() workId: string;
}
