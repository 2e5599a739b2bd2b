import { writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Inspections } from '../inspection/inspections.js';
import { Pictures } from '../inspection/pictures/film-pictures.js';
import type { StoredFile } from '../upload/file.entity.js';
import { Finishing } from '../upload/finishing.js';
import { Landing } from '../upload/landing.js';
import { Uploads } from '../upload/uploads.js';
import { demoFacts, writeDemoFilm } from './demo-files.js';

/** Sample files through the real upload: the film with what was measured on it when it was made. */
@Injectable()
export class DemoUploads {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly uploads: Uploads,
    private readonly landing: Landing,
    private readonly finishing: Finishing,
    private readonly inspections: Inspections,
    private readonly pictures: Pictures,
  ) {}

  async put(owner: Actor, workId: string, purpose: 'broadcast-proof' | 'licence-proof' | 'scan', name: string, content: Buffer): Promise<string> {
    const upload = await this.uploads.register(owner, { workId, purpose, name, mime: '', bytes: content.length, fingerprint: null, place: null });
    await this.landing.create(upload.id);
    await writeFile(this.landing.pathOf(upload.id), content);
    return (await this.finishing.finish(owner, upload)).id;
  }

  async putFilm(owner: Actor, workId: string, number: number, size: 'whole' | 'too-small'): Promise<void> {
    await this.landing.remove(`demo-${number}`); // of a start that was stopped here
    await this.landing.create(`demo-${number}`);
    const bytes = await writeDemoFilm(this.landing.pathOf(`demo-${number}`), number, size);
    const upload = await this.uploads.register(owner, { workId, purpose: 'film', name: '成片_终版.mp4', mime: 'video/mp4', bytes, fingerprint: null, place: null });
    await this.landing.rename(`demo-${number}`, upload.id);
    await this.tellWhatIsKnown(await this.finishing.finish(owner, upload));
  }

  /** The sample film was measured when it was made: nobody waits for that, six times, at the first start. */
  private async tellWhatIsKnown(film: StoredFile): Promise<void> {
    await this.inspections.begin(film);
    await this.inspections.conclude(film, { ...(await demoFacts()), bytes: film.bytes });
    await this.pictures.open(film.id);
    await this.pictures.note(film.id, { preview: 'none' });
    // All sample works share one film: that it is the same everywhere need not be found out.
    await this.db.transaction(async () => {
      for (const job of ['inspect', 'likeness']) await this.jobs.withdraw(`${job}:${film.id}`);
    });
  }
}
