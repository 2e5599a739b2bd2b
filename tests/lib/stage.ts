import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openBrowser, Person, PHONE, type Screen } from './browser.js';
import { ServerProcess } from './server-process.js';

/** A server and a browser for one file of journeys, and the people in it: closed after each journey, photographed where it failed. */
export interface Stage {
  readonly server: ServerProcess;
  /** A person before a screen; `album` begins the names of the photographs. */
  someone(album: string, screen?: Screen): Promise<Person>;
  /** Shuts a person's browser in the middle of a journey. */
  leave(person: Person): Promise<void>;
}

/** Sets up a stage for the tests of the block it is called in. `prepare` runs once the server answers. */
export function setStage(series: string, prepare: (server: ServerProcess) => Promise<void> = () => Promise.resolve()): Stage {
  let server: ServerProcess;
  let browser: Browser;
  let people: Person[] = [];
  beforeAll(async () => {
    [server, browser] = await Promise.all([ServerProcess.start(), openBrowser()]);
    await prepare(server);
  });
  afterEach(async ({ task }) => {
    for (const person of people) {
      if (task.result?.state === 'fail') await person.photograph(`FAILED ${task.name.slice(0, 30)}`);
      await person.page.context().close();
    }
    people = [];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return server;
    },
    async someone(album, screen = PHONE) {
      const person = await Person.at(browser, server.base, screen, `${series}-${album}`);
      people.push(person);
      return person;
    },
    async leave(person) {
      await person.page.context().close();
      people = people.filter((other) => other !== person);
    },
  };
}
