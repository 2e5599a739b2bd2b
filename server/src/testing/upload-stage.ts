import { join } from 'node:path';
import type { WorkView } from '@kepu/shared/contracts/work';
import { afterAll, beforeAll } from 'vitest';
import type { DatabaseKind } from './databases.js';
import { Given, type Person } from './given.js';
import { startTestApp, type TestApp } from './start-test-app.js';
import { TusClient, type Offer } from './upload.js';

/** A server with an open call and a creator who uploads: set up before the tests of the block it is called in. */
export interface UploadStage {
  readonly test: TestApp;
  readonly given: Given;
  readonly creator: Person;
  readonly tus: TusClient;
  newWork(): Promise<string>;
  /** A film of a new work, to be offered. */
  film(length: number, change?: Partial<Offer>): Promise<Offer>;
  /** Where the bytes of an upload under way lie. */
  landing(url: string): string;
}

export function setUploadStage(kind: DatabaseKind): UploadStage {
  let parts: Pick<UploadStage, 'test' | 'given' | 'creator' | 'tus'>;
  beforeAll(async () => {
    const test = await startTestApp(kind);
    const given = new Given(test);
    await given.campaign();
    const creator = await given.person('creator');
    parts = { test, given, creator, tus: new TusClient(test.base, creator) };
  });
  afterAll(() => parts.test.stop());
  const newWork = async () => (await parts.creator.post<WorkView>('/api/works', {})).body.id;
  return {
    get test() {
      return parts.test;
    },
    get given() {
      return parts.given;
    },
    get creator() {
      return parts.creator;
    },
    get tus() {
      return parts.tus;
    },
    newWork,
    film: async (length, change = {}) => ({ workId: await newWork(), purpose: 'film', filename: '成片.mp4', bytes: length, ...change }),
    landing: (url) => join(parts.test.config.dataDir, 'uploads', url.split('/').at(-1) ?? ''),
  };
}
