import { Module, type OnModuleInit } from '@nestjs/common';
import { Subjects } from '../../platform/access/subjects.js';
import { CampaignModule } from '../campaign/campaign.module.js';
import { Contacts } from './contacts.js';
import { DraftFilms } from './draft-films.js';
import { Drafts } from './drafts.js';
import { NameKeys } from './name-keys.js';
import { Signatures } from './signatures.js';
import { WorkController } from './work.controller.js';
import { Works } from './works.js';

@Module({
  imports: [CampaignModule],
  controllers: [WorkController],
  providers: [Works, Drafts, DraftFilms, Signatures, Contacts, NameKeys],
  exports: [Works, Drafts, Signatures, NameKeys],
})
export class WorkModule implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly works: Works,
  ) {}

  onModuleInit(): void {
    this.subjects.register('workId', (id) => this.works.ownershipOf(id));
  }
}
