import { useEffect } from 'react';
import type { MessageView } from '@kepu/shared/contracts/desk';
import { sayMoment } from '@kepu/shared/time';
import { Box, Tap } from '../../platform/elements';
import { goTo } from '../../platform/navigation';
import { useResource } from '../../state/use-resource';
import { Empty } from '../../ui/Empty';
import { OfflineStrip } from '../../ui/OfflineStrip';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { deskResource } from '../desk/desk';
import { SignedIn } from '../login/Gate';
import { api } from '../session/api';
import { Failure } from '../session/Failure';
import type { Hat } from '../session/roles';
import './account.css';

/** 消息: what the person has been told, the latest first; opening the page marks it as read. */
export function MessagesScreen() {
  return <SignedIn title="消息">{(hat) => <Messages hat={hat} />}</SignedIn>;
}

function Messages({ hat }: { hat: Hat | null }) {
  const { value: desk, failure, at } = useResource(deskResource());
  const hasUnread = (desk?.unread ?? 0) > 0;
  useEffect(() => {
    // The marks on this page stay until it is opened again: one sees what was new.
    if (hasUnread) api.call('PUT /api/me/messages/read').catch(() => undefined);
  }, [hasUnread]);
  return (
    <Page title="消息" back="pages/me/index" top={failure !== null && at !== null && <OfflineStrip at={at} />}>
      {desk === null && (failure === null ? <Skeleton /> : <Failure of={failure} />)}
      {desk?.messages.length === 0 && <Empty title="还没有消息" text="审核、退回、推荐有了结果，会在这里告诉你。" />}
      {desk && desk.messages.length > 0 && (
        <Box className="k-card k-card--flush">
          {desk.messages.map((message) => <OneMessage key={message.id} message={message} hat={hat} />)}
        </Box>
      )}
    </Page>
  );
}

function OneMessage({ message: { text, workId, at, readAt }, hat }: { message: MessageView; hat: Hat | null }) {
  const content = (
    <Box className="k-row k-row--top">
      {readAt === null && <Box className="ms__new" role="img" label="没看过" />}
      <Box className="k-grow">
        <Box>{text}</Box>
        <Box className="k-cap k-num">{sayMoment(at)}</Box>
      </Box>
    </Box>
  );
  if (workId === null) return <Box className="ms">{content}</Box>;
  const page = hat?.role === 'recommender' ? 'pages/unit/review/index' : 'pages/creator/status/index';
  return <Tap className="ms k-row" onTap={() => goTo(page, { work: workId })}>{content}</Tap>;
}
