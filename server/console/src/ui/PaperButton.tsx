import { useMutation } from '@tanstack/react-query';
import type { JuryPaperQuery, UnitPaperQuery } from '@kepu/shared/contracts/paper';
import type { FormLinkQuery, MediaLinkReply } from '@kepu/shared/contracts/work';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { call as callApi } from '../api/call';
import { wordsOf } from '../api/failure';
import { openLater } from './open-later';

/** Which paper, by the call that gives its address. */
export type PaperCall =
  | { name: 'POST /api/works/:workId/form-link'; params: { workId: string }; query: FormLinkQuery }
  | { name: 'POST /api/units/:unitId/paper-link'; params: { unitId: string }; query: UnitPaperQuery }
  | { name: 'POST /api/campaign/paper-link'; query: JuryPaperQuery };

interface Props {
  call: PaperCall;
  isMain?: boolean;
  icon?: ReactNode;
  /** Spoken name, where the words on it are too short to stand alone. */
  label?: string;
  children: ReactNode;
}

/** Opens or saves a paper: its address is asked for at the click, and the log says who had it. */
export function PaperButton({ call, isMain, icon, label, children }: Props) {
  const { message } = App.useApp();
  const link = useMutation({ mutationFn: () => linkOf(call) });
  const open = async () => {
    const tab = openLater();
    try {
      tab.go((await link.mutateAsync()).url);
    } catch (error) {
      tab.cancel();
      void message.error(`没有打开：${wordsOf(error).sentences.join('')}`);
    }
  };
  return (
    <Button type={isMain ? 'primary' : 'default'} aria-label={label} loading={link.isPending} icon={icon} onClick={() => void open()}>
      {children}
    </Button>
  );
}

function linkOf(call: PaperCall): Promise<MediaLinkReply> {
  switch (call.name) {
    case 'POST /api/works/:workId/form-link':
      return callApi(call.name, { params: call.params, query: call.query });
    case 'POST /api/units/:unitId/paper-link':
      return callApi(call.name, { params: call.params, query: call.query });
    case 'POST /api/campaign/paper-link':
      return callApi(call.name, { query: call.query });
  }
}
