import { Body, Controller, Delete, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { ContactReply, SaveFormReply } from '@kepu/shared/contracts/work';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { AnswersWithWork } from '../../platform/http/work-answers.js';
import { CallId } from '../campaign/call-id.pipe.js';
import { Contacts } from './contacts.js';
import { DraftFilms } from './draft-films.js';
import { Drafts } from './drafts.js';
import { Signatures } from './signatures.js';
import { CreateWorkBody, SaveFormBody, SignBody } from './work.dto.js';
import { Works } from './works.js';

@Controller('api/works')
export class WorkController {
  constructor(
    private readonly works: Works,
    private readonly drafts: Drafts,
    private readonly films: DraftFilms,
    private readonly signatures: Signatures,
    private readonly contacts: Contacts,
  ) {}

  @Post()
  @AnswersWithWork()
  @Can('work.create')
  create(@CurrentActor() actor: Actor, @Query('campaignId', CallId) campaignId: string, @Body() { title }: CreateWorkBody): Promise<string> {
    return this.works.create(actor, campaignId, title ?? '');
  }

  @Put(':workId/form')
  @Can('work.edit')
  save(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() { changes }: SaveFormBody): Promise<SaveFormReply> {
    return this.drafts.save(actor, workId, changes);
  }

  @Put(':workId/signature')
  @AnswersWithWork()
  @Can('work.edit')
  sign(@CurrentActor() actor: Actor, @Param('workId') workId: string, @Body() body: SignBody): Promise<void> {
    return this.signatures.sign(actor, workId, body);
  }

  @Delete(':workId/film')
  @AnswersWithWork()
  @Can('work.edit')
  removeFilm(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<void> {
    return this.films.remove(actor, workId);
  }

  @Post(':workId/contact')
  @HttpCode(200)
  @Can('work.reveal-contact')
  contact(@CurrentActor() actor: Actor, @Param('workId') workId: string): Promise<ContactReply> {
    return this.contacts.reveal(actor, workId);
  }
}
