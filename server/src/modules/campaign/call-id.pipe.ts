import { Injectable, type PipeTransform } from '@nestjs/common';
import { Campaigns } from './campaigns.js';

/**
 * The call an address speaks of: the one it names as `?campaignId=`, or the current one where it names none. The only
 * place, beside the public page of the call, that asks which one is current.
 */
@Injectable()
export class CallId implements PipeTransform<unknown, Promise<string>> {
  constructor(private readonly campaigns: Campaigns) {}

  async transform(named: unknown): Promise<string> {
    const { id } = typeof named === 'string' && named !== '' ? await this.campaigns.get(named) : await this.campaigns.current();
    return id;
  }
}
