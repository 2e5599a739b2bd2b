import { Injectable } from '@nestjs/common';
import type { FilePurpose } from '@kepu/shared/contracts/work';
import type { Actor } from '../../platform/access/actor.js';
import type { Work } from '../work/work.entity.js';
import type { StoredFile } from './file.entity.js';

type Receive = (actor: Actor, file: StoredFile, work: Work) => Promise<void>;

/** What happens with a file that has arrived, inside the transaction that records it. Modules that know more register it here. */
@Injectable()
export class Arrivals {
  private readonly receivers = new Map<FilePurpose, Receive>();

  register(purpose: FilePurpose, receive: Receive): void {
    if (this.receivers.has(purpose)) throw new Error(`two modules receive files of purpose ${purpose}`);
    this.receivers.set(purpose, receive);
  }

  async receive(actor: Actor, file: StoredFile, work: Work): Promise<void> {
    await this.receivers.get(file.purpose)?.(actor, file, work);
  }
}
