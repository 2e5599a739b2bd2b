import { Injectable } from '@nestjs/common';
import type { VersionReply } from '@kepu/shared/contracts/work';
import type { Actor } from '../../platform/access/actor.js';
import { FindingOverrides } from '../inspection/finding-overrides.js';
import { Files } from '../upload/files.js';
import { Works } from '../work/works.js';
import { FilmViews } from './film-views.js';
import { formFor } from './masked-contact.js';

/** A version as it was handed in, whatever has been written since. */
@Injectable()
export class VersionViews {
  constructor(
    private readonly works: Works,
    private readonly files: Files,
    private readonly films: FilmViews,
    private readonly overrides: FindingOverrides,
  ) {}

  async of(actor: Actor, workId: string, number: number): Promise<VersionReply> {
    const version = await this.works.version(workId, number);
    const film = await this.films.of(await this.files.get(version.filmFileId));
    const { ownerId } = await this.works.get(workId);
    return {
      number,
      form: formFor(actor, ownerId, version.form),
      film,
      findings: await this.overrides.lay(version.filmFileId, version.findings),
      sha256: version.sha256,
      verifyCode: version.verifyCode,
      submittedAt: version.submittedAt,
      submittedBy: version.submittedByName,
    };
  }
}
