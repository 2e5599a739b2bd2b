import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** Asks before unsaved changes are left behind; says nothing while there are none. */
export function LeaveGuard({ changes }: { changes: number }) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => changes > 0 && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (changes === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [changes]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      centered
      title={`离开？${changes} 处修改还没有保存`}
      onCancel={() => blocker.reset?.()}
      footer={
        <>
          <Button danger onClick={() => blocker.proceed?.()}>
            不保存，离开
          </Button>
          <Button type="primary" autoFocus onClick={() => blocker.reset?.()}>
            留在本页
          </Button>
        </>
      }
    >
      离开后，这 {changes} 处修改就没有了；线上的设置没有变。
    </Modal>
  );
}
