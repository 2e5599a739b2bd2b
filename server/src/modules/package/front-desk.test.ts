import type { AuditEntryView, DeskReply } from '@kepu/shared/contracts/desk';
import type { FrontDeskReply, PackageView } from '@kepu/shared/contracts/handover';
import type { Page } from '@kepu/shared/contracts/work';
import { RECEIPT_UNDO_MS } from '@kepu/shared/handover/receipts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../testing/client.js';
import { databases } from '../../testing/databases.js';
import type { Person } from '../../testing/given.js';
import { PackageReceipt } from './package.entity.js';
import { PackageStage } from './testing/package-stage.js';

describe.each(databases)('the front desk, on $name', (kind) => {
  let stage: PackageStage;
  let clerk: Person;
  let colleague: Person;
  let handed: PackageView;

  beforeAll(async () => {
    stage = await PackageStage.set(kind);
    clerk = stage.staff;
    colleague = await stage.given.person('staff');
    for (const work of stage.works) await stage.scan(work);
    handed = (await stage.officer.post<PackageView>(`/api/units/${stage.unit.id}/hand-overs`)).body;
    await stage.drain();
  });
  afterAll(() => stage.test.stop());
  beforeEach(async () => {
    await waitOut();
    await stage.given.db.transaction(() => stage.given.db.write(PackageReceipt).clear());
    await stage.officer.put('/api/me/messages/read');
  });

  const receive = (kindOf: string, count: number, more: object = {}, by = clerk) => by.post<FrontDeskReply>(`/api/packages/${handed.id}/receipts`, { kind: kindOf, count, note: '', ...more });
  const takeBack = (receiptId: string, by = clerk) => by.delete<FrontDeskReply>(`/api/packages/${handed.id}/receipts/${receiptId}`);
  const desk = async () => (await clerk.get<FrontDeskReply>(`/api/front-desk/${handed.code}`)).body;
  /** Unread, the newest first. */
  const told = async () => (await stage.officer.get<DeskReply>('/api/me/desk')).body.messages.filter(({ readAt }) => readAt === null).map(({ text }) => text).filter((text) => text.includes('科技厅已收到'));
  const waitOut = async () => {
    stage.test.clock.setTo(stage.test.clock.now() + RECEIPT_UNDO_MS);
    await stage.drain();
  };

  it('counts what came beside what is due', async () => {
    expect(await desk()).toMatchObject({ required: { paper: 2, disc: 1 }, received: { paper: 0, disc: 0 }, missing: ['纸质推荐表 2 份', '光盘 1 张'], surplus: [] });
    expect((await receive('paper', 2)).body).toMatchObject({ missing: ['光盘 1 张'], surplus: [] });
    expect((await receive('disc', 1)).body).toMatchObject({ received: { paper: 2, disc: 1 }, missing: [], surplus: [] });
  });

  it('takes more than is due only from somebody who says so', async () => {
    expect(refusal(await receive('paper', 3))).toBe('409 RECEIPT_BEYOND_DUE');
    const { body } = await receive('paper', 3);
    expect(JSON.stringify(body)).toContain('应收 2，已收 0，再登记就多收纸质推荐表 1 份');
    expect((await desk()).received).toEqual({ paper: 0, disc: 0 });
    expect((await receive('paper', 3, { isMoreConfirmed: true })).body).toMatchObject({ received: { paper: 3, disc: 0 }, missing: ['光盘 1 张'], surplus: ['纸质推荐表 1 份'] });
    expect(refusal(await receive('paper', 1))).toBe('409 RECEIPT_BEYOND_DUE');
    expect((await receive('disc', 0)).status).toBe(400);
    expect((await receive('disc', -1)).status).toBe(400);
  });

  it('has two clerks at two desks count one after the other', async () => {
    const replies = await Promise.all([receive('paper', 2), receive('paper', 2, {}, colleague), receive('disc', 1), receive('disc', 1, {}, colleague)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect((await desk()).received).toEqual({ paper: 2, disc: 1 });
  });

  it('tells the unit once the time for taking back is over, and once only', async () => {
    await receive('paper', 2);
    await stage.drain();
    expect(await told()).toEqual([]);
    await waitOut();
    expect(await told()).toEqual(['科技厅已收到兴安盟科技局寄来的纸质推荐表 2 份。']);
    await waitOut();
    expect(await told()).toHaveLength(1);
  });

  it('says nothing to the unit of an entry that was taken back in time; the log keeps both', async () => {
    const { body } = await receive('disc', 1);
    const entry = body.package.receipts[0]!;
    expect((await takeBack(entry.id)).body).toMatchObject({ received: { disc: 0 }, package: { receipts: [{ count: -1, takesBack: entry.id }, { id: entry.id, toldAt: null }] } });
    await waitOut();
    expect(await told()).toEqual([]);
    const { body: log } = await clerk.get<Page<AuditEntryView>>(`/api/audit?unitId=${stage.unit.id}&action=hand-over.receive`);
    expect(log.items.slice(0, 2).flatMap(({ changes }) => changes.map(({ label, after }) => `${label} ${after}`)).filter((line) => line.includes('光盘'))).toEqual(['撤回登记 光盘 1 张', '收到 光盘 1 张']);
  });

  it('corrects what the unit was told of an entry that is taken back later', async () => {
    const { body } = await receive('disc', 1);
    await waitOut();
    await takeBack(body.enteredId!);
    expect(await told()).toEqual(['更正：先前告知的“科技厅已收到兴安盟科技局寄来的光盘 1 张”登记有误，已撤回，请以“报送材料”里的份数为准。', '科技厅已收到兴安盟科技局寄来的光盘 1 张。']);
  });

  it('takes an entry back once, also when two clerks do it at once, and only by the package it is of', async () => {
    const { body } = await receive('paper', 1);
    const { id } = body.package.receipts[0]!;
    const replies = await Promise.all([takeBack(id), takeBack(id, colleague)]);
    expect(replies.map((reply) => (reply.status === 200 ? '200' : refusal(reply))).sort()).toEqual(['200', '409 RECEIPT_TAKEN_BACK']);
    const view = await desk();
    expect(view.received.paper).toBe(0);
    expect((await takeBack(view.package.receipts[0]!.id)).status).toBe(404);
    expect((await clerk.delete(`/api/packages/${handed.id}/receipts/none`)).status).toBe(404);
  });
});
