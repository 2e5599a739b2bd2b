import { createHash } from 'node:crypto';
import type { PackageLinkReply } from '@kepu/shared/contracts/handover';
import { JobWorker } from '../../../platform/jobs/job-worker.js';
import { Storage } from '../../../platform/storage.js';
import type { DatabaseKind } from '../../../testing/databases.js';
import { Given, type Person } from '../../../testing/given.js';
import { putScan } from '../../../testing/scan.js';
import { startTestApp, type TestApp } from '../../../testing/start-test-app.js';
import type { Unit } from '../../campaign/unit.entity.js';
import { StoredFile } from '../../upload/file.entity.js';
import { WorkVersion } from '../../work/work-version.entity.js';
import { Work } from '../../work/work.entity.js';

const TITLES = ['风从草原来——“一度”绿电?', '王㛃、刘𬭊的课堂'];

export const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex');
export const codeOf = ({ url }: PackageLinkReply) => url.split('/').at(-1)!;

/** A unit with two recommended works whose films are stored, another unit without any, and their people. */
export class PackageStage {
  private constructor(
    readonly test: TestApp,
    readonly given: Given,
    readonly unit: Unit,
    readonly other: Unit,
    readonly officer: Person,
    readonly staff: Person,
    readonly works: string[],
  ) {}

  static async set(kind: DatabaseKind): Promise<PackageStage> {
    const test = await startTestApp(kind);
    const given = new Given(test);
    const [unit, other] = (await given.campaign([{ code: 'XA', name: '兴安盟科技局' }, { code: 'TL', name: '通辽市科技局' }], { broadcast: { required: true, proofRequired: false, categories: [] } })) as [Unit, Unit];
    const stage = new PackageStage(test, given, unit, other, await given.person('recommender', unit.id), await given.person('staff'), await given.submittedWorks(2, unit));
    for (const [index, id] of stage.works.entries()) {
      await stage.name(id, TITLES[index] ?? '');
      await stage.storeFilm(id);
      await stage.officer.put(`/api/works/${id}/recommendation`);
    }
    return stage;
  }

  scan = (workId: string, more = '') => putScan(this.test, workId, this.officer, more);
  drain = () => this.test.app.get(JobWorker).drain(['light']);
  link = async (id: string, person = this.officer) => (await person.post<PackageLinkReply>(`/api/packages/${id}/link`)).body;

  /** The title as its author wrote it, in the frozen version too. */
  private name(id: string, title: string): Promise<void> {
    return this.given.db.transaction(async () => {
      const version = await this.given.db.read(WorkVersion).findOneByOrFail({ workId: id });
      await this.given.db.write(WorkVersion).update({ id: version.id }, { form: { ...version.form, title } });
      await this.given.db.write(Work).update({ id }, { title });
    });
  }

  /** A film of some hundred kilobytes where the record says there is one. */
  private async storeFilm(id: string): Promise<void> {
    const { filmFileId } = await this.given.db.read(Work).findOneByOrFail({ id });
    const content = Buffer.alloc(700_001, id);
    const file = await this.given.db.read(StoredFile).findOneByOrFail({ id: filmFileId! });
    await this.test.app.get(Storage).put(file.key, content);
    await this.given.db.transaction(() => this.given.db.write(StoredFile).update({ id: file.id }, { bytes: content.length, sha256: sha256Of(content) }));
  }
}
