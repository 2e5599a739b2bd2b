import { readFileSync } from 'node:fs';
import { ROLE_IDS, ROLES, type Role } from '@kepu/shared/domain/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Package, PackageReceipt } from './modules/package/package.entity.js';
import { RouteCheck } from './platform/access/route-check.js';
import { newCode, newId } from './platform/ids.js';
import { refusal, type Client } from './testing/client.js';
import { databases } from './testing/databases.js';
import { Given, type Person } from './testing/given.js';
import { startTestApp, type TestApp } from './testing/start-test-app.js';

/**
 * Every route × every role. C creator, R recommender, S staff, A administrator: may call it (on what is theirs).
 * T: so may an editing computer with a ticket, on the one work the ticket is for.
 * `*` anyone. A route that is not in this table fails the test, and so does a line without a route.
 */
const TABLE: Record<string, string> = {
  'POST /api/auth/sms-codes': '*', 'POST /api/auth/sms-login': '*', 'POST /api/auth/wechat-login': '*', 'POST /api/auth/password-login': '*', 'POST /api/auth/totp': '*', 'POST /api/auth/refresh': '*',
  'DELETE /api/auth/session': 'CRSA', 'DELETE /api/auth/sessions': 'CRSA',
  'GET /api/me': 'CRSA', 'PUT /api/me/name': 'CRSA', 'GET /api/me/devices': 'CRSA', 'POST /api/me/consents': 'CRSA', 'GET /api/me/desk': 'CRSA', 'PUT /api/me/messages/read': 'CRSA',
  'POST /api/invitations': 'A', 'GET /api/invitations/:token': '*', 'POST /api/invitations/:token/sms-code': '*', 'POST /api/invitations/:token/totp': '*', 'POST /api/invitations/:token/acceptance': '*',
  'GET /api/demo': '*', 'POST /api/demo/login': '*',
  'GET /api/campaigns': 'CRSA', 'POST /api/campaigns': 'A', 'GET /api/campaigns/:campaignId': 'CRSA', 'PUT /api/campaigns/:campaignId/state': 'A',
  'GET /api/campaign': '*', 'GET /api/campaign/config': 'SA', 'PUT /api/campaign/config': 'A',
  'GET /api/units': 'SA', 'PUT /api/units/:unitId': 'A', 'PUT /api/units/:unitId/closing': 'R', 'GET /api/units/:unitId/slots': 'RSA',
  'POST /api/works': 'C', 'GET /api/works/mine': 'C', 'GET /api/units/:unitId/inbox': 'R', 'GET /api/works': 'SA', 'GET /api/works/:workId': 'CRSA',
  'PUT /api/works/:workId/form': 'C', 'PUT /api/works/:workId/signature': 'C', 'DELETE /api/works/:workId/film': 'C',
  'GET /api/works/:workId/inspection': 'CRSA', 'POST /api/works/:workId/inspection': 'CRSA',
  'PUT /api/works/:workId/submission': 'C', 'DELETE /api/works/:workId/submission': 'C', 'GET /api/works/:workId/versions/:number': 'CRSA', 'GET /api/works/:workId/history': 'CRSA',
  'POST /api/works/:workId/return': 'R', 'POST /api/works/:workId/decline': 'R', 'PUT /api/works/:workId/sign-offs/:dutyId': 'R', 'DELETE /api/works/:workId/sign-offs/:dutyId': 'R',
  'GET /api/works/:workId/films': 'CRSA', 'POST /api/works/:workId/comparisons/:likenessId': 'RSA',
  'PUT /api/works/:workId/overrides/:check': 'RS', 'DELETE /api/works/:workId/overrides/:check': 'RS',
  'PUT /api/works/:workId/recommendation': 'R', 'DELETE /api/works/:workId/recommendation': 'R', 'POST /api/works/:workId/disqualification': 'S', 'POST /api/works/:workId/contact': 'S', 'POST /api/works/:workId/form-link': 'CRSA', 'GET /api/works/:workId/form-preview': 'CRSA',
  'POST /api/units/:unitId/paper-link': 'RSA', 'POST /api/campaign/paper-link': 'SA',
  'POST /api/computers': '*', 'POST /api/computers/ticket': '*',
  'GET /api/works/:workId/computers': 'C', 'GET /api/works/:workId/computers/:code': 'C', 'PUT /api/works/:workId/computers/:code': 'C', 'DELETE /api/works/:workId/computers/:computerId': 'C',
  'GET /api/works/:workId/computer-desk': 'CT', 'DELETE /api/works/:workId/computer-desk': 'CT',
  'GET /api/files/:fileId': 'CRSA', 'DELETE /api/files/:fileId': 'C', 'POST /api/files/:fileId/link': 'CRSA', 'POST /api/files/:fileId/download': 'CRSA', 'POST /api/files/:fileId/judging': 'SA',
  'GET /media/file/:fileId': '*', 'GET /media/file/:fileId/:part': '*', 'GET /media/original/:fileId': '*', 'GET /media/form/:workId': '*', 'GET /media/unit-paper/:unitId': '*', 'GET /media/jury-paper/:campaignId': '*', 'GET /media/blank-form': '*', 'GET /api/verify/:code': '*', 'GET /v/:code': '*',
  'GET /api/works/:workId/scan': 'RSA', 'PUT /api/works/:workId/scan': 'R', 'PUT /api/works/:workId/scan/order': 'R', 'PUT /api/works/:workId/scan/pages/:pageId': 'R', 'DELETE /api/works/:workId/scan/pages/:pageId': 'R', 'PUT /api/works/:workId/scan/pages/:pageId/confirmation': 'R',
  'POST /api/works/:workId/scan/bundle': 'R', 'DELETE /api/works/:workId/scan/bundle': 'R', 'PUT /api/works/:workId/scan/bundle/confirmation': 'R',
  'GET /api/units/:unitId/hand-over': 'RSA', 'POST /api/units/:unitId/hand-overs': 'R', 'GET /api/hand-overs': 'SA',
  'GET /api/packages/:packageId': 'RSA', 'DELETE /api/packages/:packageId': 'RS', 'POST /api/packages/:packageId/retry': 'RS', 'POST /api/packages/:packageId/verification': 'RS', 'POST /api/packages/:packageId/link': 'RS',
  'GET /api/packages/:packageId/items': 'RSA', 'POST /api/packages/:packageId/mails': 'RS', 'POST /api/packages/:packageId/bounces': 'RS', 'POST /api/packages/:packageId/receipts': 'S', 'DELETE /api/packages/:packageId/receipts/:receiptId': 'S', 'GET /api/front-desk/:code': 'S', 'GET /api/exports': 'S', 'POST /api/exports': 'S',
  'GET /api/units/:unitId/mail-server': 'R', 'PUT /api/units/:unitId/mail-server': 'R', 'DELETE /api/units/:unitId/mail-server': 'R', 'POST /api/units/:unitId/mail-server/test': 'R',
  'GET /d/:code': '*', 'GET /media/package/:code/:file': '*', 'GET /h/:code': '*',
  'GET /api/overview': 'SA', 'GET /api/audit': 'SA', 'GET /healthz': '*', 'GET /readyz': '*',
};

const LETTERS: Record<Role, string> = { creator: 'C', recommender: 'R', staff: 'S', admin: 'A' };
/** Calls that end the caller's own session come last, or the rest would be refused for that reason. */
const endsSession = (route: string) => route.startsWith('DELETE /api/auth/');

describe.each(databases)('who may call what, on $name', (kind) => {
  let test: TestApp;
  let given: Given;
  let people: Record<Role, Person>;
  let strangers: Partial<Record<Role, Person>>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    test = await startTestApp(kind);
    given = new Given(test);
    const [mine, other] = await given.campaign([{ code: 'AA' }, { code: 'BB' }]);
    people = { creator: await given.person('creator'), recommender: await given.person('recommender', mine!.id), staff: await given.person('staff'), admin: await given.person('admin') };
    strangers = { creator: await given.person('creator'), recommender: await given.person('recommender', other!.id) };
    const [workId] = await given.submittedWorks(1, mine!, { owner: people.creator });
    const { body } = await people.staff.get<{ film: { fileId: string } }>(`/api/works/${workId}`);
    ids = { campaignId: given.campaignId, workId: workId!, unitId: mine!.id, fileId: body.film.fileId, pageId: body.film.fileId, number: '1', dutyId: 'political', check: 'V6', token: 'none', code: 'none', receiptId: 'receipt', packageId: await handOver(mine!.id) };
  });
  afterAll(() => test.stop());

  const handOver = async (unitId: string) => {
    const id = newId();
    await given.db.transaction(() => given.db.write(Package).insert({
      id, campaignId: given.campaignId, kind: 'hand-over', unitId, number: 1, title: '第 1 次报送', code: newCode(), state: 'ready', nextLevel: null, papers: null, doneBytes: 0, totalBytes: 0, problem: null, manifestSha256: null, zipBytes: 22,
      createdAt: 1, createdBy: people.recommender.accountId, createdByName: '某人', readyAt: 1, verifiedAt: 1,
    }));
    await given.db.transaction(() => given.db.write(PackageReceipt).insert({ id: 'receipt', packageId: id, kind: 'disc', count: 1, note: '', at: 1, byId: people.staff.accountId, byName: '某人', takesBack: null, toldAt: null }));
    return id;
  };

  const call = (person: Client, route: string, known = ids) => {
    const [method = '', path = ''] = route.split(' ');
    const filled = path.replace(/:(\w+)/gu, (_all, name: string) => known[name] ?? 'none');
    return person.send(method, filled, method === 'GET' || method === 'DELETE' ? undefined : {});
  };

  it('names every route there is, and no other', () => {
    const routes = test.app.get(RouteCheck).routes().map(({ method, path }) => `${method} ${path}`);
    expect(routes.sort()).toEqual(Object.keys(TABLE).sort());
  });

  it('describes every call of the API, and no other', () => {
    const { paths } = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/gu, ':$1')}`));
    // One address has one name for its parameter there, whatever each of its methods calls it.
    const unnamed = (route: string) => route.replace(/:\w+/gu, ':');
    expect(described.map(unnamed).sort()).toEqual(Object.keys(TABLE).filter((route) => route.includes(' /api/')).map(unnamed).sort());
  });

  it('keeps everybody out who has not logged in', async () => {
    for (const [route, allowed] of Object.entries(TABLE)) {
      const isClosed = refusal(await call(given.anyone(), route)) === '401 NOT_LOGGED_IN';
      expect([route, isClosed]).toEqual([route, allowed !== '*']);
    }
  });

  it('opens to each role what the table says, and nothing else', async () => {
    const routes = Object.entries(TABLE).filter(([, allowed]) => allowed !== '*').sort(([a], [b]) => Number(endsSession(a)) - Number(endsSession(b)));
    const wrong: string[] = [];
    for (const role of ROLE_IDS) {
      for (const [route, allowed] of routes) {
        if (endsSession(route)) continue;
        const reply = refusal(await call(people[role], route));
        if (/NOT_ALLOWED|NOT_LOGGED_IN|SESSION_ENDED/u.test(reply) === allowed.includes(LETTERS[role])) wrong.push(`${role} ${route}: ${reply}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('opens to a computer with a ticket what the table says, on its work, and nothing else', async () => {
    const [workId, other] = [await given.draft(people.creator), await given.draft(people.creator)];
    const computer = await given.computer(people.creator, workId);
    const wrong: string[] = [];
    for (const [route, allowed] of Object.entries(TABLE)) {
      // Leaving ends the ticket, with which everything else would be refused.
      if (allowed === '*' || route === 'DELETE /api/works/:workId/computer-desk') continue;
      const reply = refusal(await call(computer, route, { ...ids, workId }));
      if (allowed.includes('T') ? !reply.startsWith('200') : reply !== '403 NOT_ALLOWED') wrong.push(`${route}: ${reply}`);
      if (allowed.includes('T') && !refusal(await call(computer, route, { ...ids, workId: other })).startsWith('404')) wrong.push(`${route} on another work`);
    }
    expect(wrong).toEqual([]);
    expect((await computer.delete(`/api/works/${workId}/computer-desk`)).status).toBe(204);
  });

  it('hides every object from a stranger of the same role as if it were not there', async () => {
    const wrong: string[] = [];
    for (const role of ROLE_IDS.filter((id) => ROLES[id].stands !== 'any')) {
      const stranger = strangers[role];
      if (!stranger) wrong.push(`${role}: nobody of this role is a stranger to the objects`);
      for (const [route, allowed] of Object.entries(TABLE)) {
        if (!stranger || !allowed.includes(LETTERS[role]) || !/:(?:workId|unitId|fileId|packageId)/u.test(route)) continue;
        const { status } = await call(stranger, route);
        const absent = await call(stranger, route, { ...ids, workId: 'none', unitId: 'none', fileId: 'none', packageId: 'none' });
        if (status !== 404 || absent.status !== 404) wrong.push(`${role} ${route}: ${status}, absent ${absent.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('ends a session for its owner, in every role', async () => {
    for (const role of ROLE_IDS) {
      const person = await given.person(role, role === 'recommender' ? given.units[0]!.id : null);
      expect((await person.delete('/api/auth/session')).status).toBe(204);
      expect((await person.get('/api/me')).status).toBe(401);
    }
  });
});
