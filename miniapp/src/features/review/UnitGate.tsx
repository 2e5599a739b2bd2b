import { useEffect, type ReactNode } from 'react';
import type { AccountView } from '@kepu/shared/contracts/account';
import { openTab, type TabPage } from '../../platform/tabs';
import { useResource } from '../../state/use-resource';
import { useStore } from '../../state/store';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Gate } from '../login/Gate';
import { session } from '../session/api';
import { Failure } from '../session/Failure';
import { hatsOf, useHat, wearHat } from '../session/roles';
import { workResource } from '../work/works';

interface UnitGateProps {
  workId: string;
  title: string;
  back: TabPage;
  /** Given the unit the work was handed to: whatever is done to a work is done for its own unit. */
  children: (unitId: string) => ReactNode;
}

/** A page about one work of a unit. Who acts for several units acts here for the work's, whichever they chose before. */
export function UnitGate({ workId, title, back, children }: UnitGateProps) {
  return <Gate role="recommender" title={title}>{() => <OfItsUnit workId={workId} title={title} back={back}>{children}</OfItsUnit>}</Gate>;
}

function OfItsUnit({ workId, title, back, children }: UnitGateProps) {
  const { value: work, failure } = useResource(workResource(workId));
  const unitId = work?.unitId ?? null;
  useWorn(unitId);
  if (!work) return <Page title={title} back={back}>{failure === null ? <Skeleton /> : <Failure of={failure} />}</Page>;
  if (unitId !== null) return children(unitId);
  return (
    <Page title={title} back={back}>
      <Empty title="作者撤回了这次提交，改好会再交。"><Button kind="line" isSmall onTap={() => openTab(back)}>回待办</Button></Empty>
    </Page>
  );
}

/** Lists and tabs follow the unit of the work that is open. */
function useWorn(unitId: string | null): void {
  const hat = useHat();
  const state = useStore(session.state);
  useEffect(() => {
    const fitting = state.kind === 'in' && unitId !== null ? hatFor(state.account, unitId) : undefined;
    if (fitting && hat?.key !== fitting.key) void wearHat(fitting);
  }, [state, unitId, hat]);
}

const hatFor = (account: AccountView, unitId: string) => hatsOf(account).find((hat) => hat.role === 'recommender' && hat.unitId === unitId);
