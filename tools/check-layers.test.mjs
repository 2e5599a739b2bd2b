import { describe, expect, it } from 'vitest';
import { runOn } from './lib/fixture.mjs';

const layers = (files) => runOn('tools/check-layers.mjs', files);
const M = 'server/src/modules';
const P = 'miniapp/src';
const C = 'server/console/src';
const leaf = 'export const leaf = 1;\n';
const many = (count, text) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`tests/many/f${n}.ts`, text(n)]));

/** A tree in which every kind of import is used as it should be. */
const RIGHT = {
  'shared/src/time.ts': leaf,
  'shared/src/text.ts': "import { sha256 } from 'js-sha256';\nimport type { leaf } from './time.js';\nexport const text: [typeof leaf, unknown] = [1, sha256];\n",
  'server/src/main.ts': "import './modules/work/work.controller.js';\n",
  'server/src/platform/database.ts': "import { DataSource } from 'typeorm';\nexport const db = DataSource;\n",
  [`${M}/campaign/campaigns.ts`]: leaf,
  [`${M}/work/works.ts`]: "import { db } from '../../platform/database.js';\nimport { leaf } from '../campaign/campaigns.js';\nexport const works = [db.write(), leaf];\n",
  [`${M}/work/work.controller.ts`]: "import { works } from './works.js';\n@Post()\nexport const all = works;\n",
  [`${M}/work/works.test.ts`]: "import '../../testing/given.js';\nimport '../views/views.js';\n",
  'server/src/testing/given.ts': "import '../main.js';\n",
  [`${M}/views/views.ts`]: "import { works } from '../work/works.js';\nexport const views = () => db.read(works);\n",
  [`${C}/main.tsx`]: "import './app/Shell';\n",
  [`${C}/api/call.ts`]: leaf,
  [`${C}/ui/Card.tsx`]: "import './card.css';\nimport { leaf } from '../api/call';\nexport const Card = leaf;\n",
  [`${C}/ui/card.css`]: '',
  [`${C}/features/work/Work.tsx`]: "import { Card } from '../../ui/Card';\nexport const Work = Card;\n",
  [`${C}/features/works/Works.tsx`]: "import { Work } from '../work/Work';\nexport const Works = Work;\n",
  [`${C}/app/Shell.tsx`]: "const Works = () => import('../features/works/Works');\nexport const Shell = Works;\n",
  [`${C}/pc/main.tsx`]: "import '../ui/Card';\n",
  [`${P}/app.ts`]: "import './pages/home/index';\n",
  [`${P}/platform/http.ts`]: 'export const http = process.env.TARO_ENV;\n',
  [`${P}/platform/http.h5.ts`]: "import type { http as base } from './http';\nexport const http: typeof base = 'h5';\n",
  [`${P}/ui/index.ts`]: leaf,
  [`${P}/features/session/api.ts`]: "import { http } from '../../platform/http';\nimport { leaf } from '../../ui';\nexport const api = [http, leaf];\n",
  [`${P}/features/home/Home.tsx`]: "import { api } from '../session/api';\nexport const Home = api;\n",
  [`${P}/pages/home/index.tsx`]: "import { Home } from '../../features/home/Home';\nexport default Home;\n",
  'tests/stage.ts': "import { text } from '../shared/src/text';\nexport const stage = text;\n",
};

/** One wrong arrow each: the files that hold it, and what must be said. */
const WRONG = {
  'a cycle with extensions': [{ 'server/src/platform/a.ts': "import { b } from './b.js';\nexport const a = b;\n", 'server/src/platform/b.ts': "import { a } from './a.js';\nexport const b = a;\n" }, 'a cycle: server/src/platform/a.ts → server/src/platform/b.ts → server/src/platform/a.ts'],
  'a cycle without extensions': [{ [`${P}/ui/a.ts`]: "export * from './b';\n", [`${P}/ui/b.ts`]: "export * from './a';\n" }, 'a cycle'],
  'a cycle of types alone': [{ [`${P}/ui/A.tsx`]: "import type { B } from './B';\nexport type A = B;\n", [`${P}/ui/B.tsx`]: "import type { A } from './A';\nexport type B = A;\n" }, 'a cycle'],
  'a cycle through import()': [{ [`${P}/ui/a.ts`]: "export const a = () => import('./b');\n", [`${P}/ui/b.ts`]: "export { a } from './a';\n" }, 'a cycle'],
  'a cycle through the type of an import': [{ [`${C}/ui/a.ts`]: "export type A = import('./b').B;\n", [`${C}/ui/b.ts`]: "import type { A } from './a';\nexport type B = A;\n" }, 'a cycle'],
  'a cycle of three files, one of them an index': [{ [`${C}/ui/a.ts`]: "import './b';\n", [`${C}/ui/b.ts`]: "import './c';\n", [`${C}/ui/c/index.tsx`]: "import '../a';\n" }, 'a cycle'],
  'a cycle over several lines': [{ [`${C}/api/a.ts`]: "import {\n  b,\n} from './b';\nexport const a = b;\n", [`${C}/api/b.ts`]: "import {\n  a,\n} from './a';\nexport const b = a;\n" }, 'a cycle'],
  'a file that imports itself': [{ 'shared/src/a.ts': "import './a.js';\n" }, 'a cycle'],
  'a cycle through the twin for browsers': [{ [`${P}/platform/a.ts`]: leaf, [`${P}/platform/a.h5.ts`]: "import './b';\n", [`${P}/platform/b.ts`]: "import './a';\n" }, 'a.h5.ts'],
  'a twin that looks upwards': [{ [`${P}/platform/a.ts`]: leaf, [`${P}/platform/a.weapp.ts`]: "import '../ui';\n" }, 'platform may use only itself'],
  'the domain with a package': [{ 'shared/src/a.ts': "import 'react';\n" }, 'the domain uses nothing but itself'],
  'the domain with the server': [{ 'shared/src/a.ts': "import '../../server/src/platform/database.js';\n" }, 'the domain uses nothing but itself'],
  'a module to the right': [{ [`${M}/campaign/a.ts`]: "import '../work/works.js';\n" }, 'campaign may use only itself'],
  'the type of a module to the right': [{ [`${M}/campaign/a.ts`]: "import type { works } from '../work/works.js';\n" }, 'campaign may use only itself'],
  'a module that no list names': [{ [`${M}/helpers/a.ts`]: leaf }, 'server/src/modules/helpers: no list says where it stands'],
  'a module that uses one no list names': [{ [`${M}/helpers/a.ts`]: leaf, [`${M}/work/a.ts`]: "import '../helpers/a.js';\n" }, 'work may use only'],
  'the platform with a module': [{ 'server/src/platform/a.ts': "import '../modules/campaign/campaigns.js';\n" }, 'the platform knows no module'],
  'a module with what runs it': [{ [`${M}/work/a.ts`]: "import '../../main.js';\n" }, 'a module does not know what runs it'],
  'a module with the stage of tests': [{ [`${M}/work/a.ts`]: "import '../../testing/given.js';\n" }, 'a module does not know what runs it'],
  'a controller with typeorm': [{ [`${M}/work/a.controller.ts`]: "import { In } from 'typeorm';\nexport const a = In;\n" }, 'controllers and DTOs hold no database'],
  'a DTO with typeorm': [{ [`${M}/work/a.dto.ts`]: "import type { In } from 'typeorm';\nexport type A = typeof In;\n" }, 'controllers and DTOs hold no database'],
  'a write in a view': [{ [`${M}/views/a.ts`]: 'export const a = () => this.db.write(Work).update({});\n' }, 'a view reads'],
  'a transaction in a view': [{ [`${M}/views/a.ts`]: 'export const a = () => database.transaction(async () => 1);\n' }, 'a view reads'],
  'an entry in the log by a view': [{ [`${M}/views/a.ts`]: "export const a = () => this.audit\n  .record(actor, 'work.submit');\n" }, 'a view reads'],
  'a POST in a view': [{ [`${M}/views/a.controller.ts`]: "@Post('works')\nexport class A {}\n" }, 'a view reads'],
  'a PUT in a view': [{ [`${M}/views/a.controller.ts`]: '@Put()\nexport class A {}\n' }, 'a view reads'],
  'a DELETE in a view': [{ [`${M}/views/a.controller.ts`]: '@Delete()\nexport class A {}\n' }, 'a view reads'],
  'the phone with the server': [{ [`${P}/features/home/a.ts`]: "import '../../../../server/src/platform/database';\n" }, 'by its contracts only'],
  'the phone: ui with features': [{ [`${P}/ui/a.tsx`]: "import '../features/home/Home';\n" }, 'ui may use only platform, state'],
  'the phone: a feature to the right': [{ [`${P}/features/session/a.ts`]: "import '../home/Home';\n" }, 'session may use only itself'],
  'the phone: two features in a circle': [{ [`${P}/features/session/a.ts`]: "import type { Home } from '../home/Home';\nexport type A = typeof Home;\n" }, 'session may use only itself'],
  'the phone: a feature that no list names': [{ [`${P}/features/other/a.ts`]: leaf }, 'miniapp/src/features/other: no list says'],
  'the phone: a folder that no list names': [{ [`${P}/helpers/a.ts`]: leaf }, 'miniapp/src/helpers: no list says'],
  'the phone: what differs, outside the platform': [{ [`${P}/ui/a.ts`]: "export const isH5 = process.env.TARO_ENV === 'h5';\n" }, 'differences between the platforms'],
  'the phone: what starts it': [{ [`${P}/ui/a.ts`]: "import '../app';\n" }, 'does not know what starts the program'],
  'the console with the server': [{ [`${C}/api/a.ts`]: "import '../../../src/platform/database';\n" }, 'by its contracts only'],
  'the console: ui with features': [{ [`${C}/ui/a.tsx`]: "import '../features/work/Work';\n" }, 'ui may use only api'],
  'the console: api with ui': [{ [`${C}/api/a.ts`]: "import '../ui/Card';\n" }, 'api may use only itself'],
  'the console: a feature with the app': [{ [`${C}/features/work/a.ts`]: "import '../../app/Shell';\n" }, 'features may use only api, ui'],
  'the console: a feature with the other program': [{ [`${C}/features/work/a.ts`]: "import '../../pc/main';\n" }, 'features may use only api, ui'],
  'the console: the other program with a feature': [{ [`${C}/pc/a.ts`]: "import '../features/work/Work';\n" }, 'pc may use only api, ui'],
  'the console: two features in a circle, no two files': [{ [`${C}/features/work/a.ts`]: "import '../works/b';\n", [`${C}/features/works/b.ts`]: leaf }, `${C}/features: a cycle: work → works → work`],
  'the console: a folder that no list names': [{ [`${C}/helpers/a.ts`]: leaf }, 'server/console/src/helpers: no list says'],
  'a journey inside a module': [{ 'tests/a.test.ts': "import '../server/src/modules/work/works';\n" }, 'tests speak HTTP'],
  'a relative import of nothing': [{ [`${P}/ui/a.ts`]: "import { gone } from './gone';\nexport const a = gone;\n" }, 'there is no such file'],
  'a style sheet that is not there': [{ [`${C}/ui/a.ts`]: "import './gone.css';\n" }, 'there is no such file'],
  'a package without one arrow': [many(51, () => leaf), '52 files and no import that leads to one of them', ['tests/stage.ts']],
};

describe('which way the arrows point', () => {
  it('has nothing to say against a tree in which they are right', () => {
    expect(layers(RIGHT)).toEqual({ status: 0, said: 'All arrows point the right way.\n' });
  });

  it.each(Object.entries(WRONG))('refuses %s', (_, [files, sentence, cut = []]) => {
    const tree = { ...RIGHT, ...files, ...Object.fromEntries(cut.map((path) => [path, leaf])) };
    const { status, said } = layers(tree);
    expect(said).toContain(sentence);
    expect(status).toBe(1);
  });
});
