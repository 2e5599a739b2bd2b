import { Fragment, useEffect, useState, type ReactNode } from 'react';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import { sentenceOf } from '@kepu/shared/errors';
import { openTab } from '../../platform/tabs';
import { replaceWith } from '../../platform/navigation';
import { useOwnAddress, usePageVisible } from '../../platform/page';
import { useStore } from '../../state/store';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Button } from '../../ui/Button';
import { api, session } from '../session/api';
import { PrivacySheet } from './Consent';
import { hatsOf, homeOf, useHat, wearHat, type Hat } from '../session/roles';

interface GateProps {
  /** The role this page is for; a person who has it changes hats on the way in. */
  role: Hat['role'];
  title: string;
  children: (hat: Hat) => ReactNode;
}

/** Lets in who is logged in with the role; others go to the log-in and then on to where they pointed. */
export function Gate({ role, title, children }: GateProps) {
  const state = useStore(session.state);
  const hat = useHat();
  const next = useOwnAddress();
  const isVisible = usePageVisible();
  const fitting = state.kind === 'in' ? hatsOf(state.account).find((candidate) => candidate.role === role) : undefined;
  useEffect(() => {
    if (state.kind === 'out' && isVisible) replaceWith('pages/login/index', { next });
  }, [state.kind, isVisible, next]);
  useEffect(() => {
    if (fitting && isVisible && hat?.role !== role) void wearHat(fitting);
  }, [fitting, isVisible, hat, role]);
  if (state.kind !== 'in' || (fitting && hat?.role !== role)) return <Page title={title}><Skeleton /></Page>;
  if (hat?.role !== role) {
    return (
      <Page title={title} back="pages/home/index">
        <Empty title={sentenceOf({ code: 'NOT_ALLOWED' })}>
          <Button kind="line" isSmall onTap={() => openTab(homeOf(hat))}>回首页</Button>
        </Empty>
      </Page>
    );
  }
  return (
    // Another person gets a page of their own: nothing half typed is handed on.
    <Fragment key={state.account.id}>
      {children(hat)}
      {state.account.consentVersion !== PRIVACY.version && <NewNotice />}
    </Fragment>
  );
}

interface SignedInProps {
  title: string;
  children: (hat: Hat | null) => ReactNode;
}

/** For pages that are the same in every role. */
export function SignedIn({ title, children }: SignedInProps) {
  const state = useStore(session.state);
  const hat = useHat();
  const next = useOwnAddress();
  const isVisible = usePageVisible();
  useEffect(() => {
    if (state.kind === 'out' && isVisible) replaceWith('pages/login/index', { next });
  }, [state.kind, isVisible, next]);
  return state.kind === 'in' ? <Fragment key={state.account.id}>{children(hat)}</Fragment> : <Page title={title}><Skeleton /></Page>;
}

/** The privacy notice has a new version since this person agreed: asked once, recorded with its version. */
function NewNotice() {
  const [isLater, setLater] = useState(false);
  if (isLater) return null;
  const agree = async () => {
    await api.call('POST /api/me/consents', { body: { version: PRIVACY.version } });
    await session.takeAccount(await api.call('GET /api/me'));
  };
  return <PrivacySheet onClose={() => setLater(true)} onAgree={() => void agree().catch(() => setLater(true))} />;
}
