import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { Empty } from '../ui/Empty';

/** A page that broke, or could not be fetched: the network is gone, or a new version has been installed meanwhile. */
export function PageFailed() {
  const error = useRouteError();
  const isUnfetched = error instanceof Error && /import|module|preload/iu.test(error.message);
  return (
    <Empty
      icon="octagon"
      title={isUnfetched ? '这一页没有取回来' : '这一页没有打开'}
      actions={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      }
    >
      {isUnfetched ? '连不上服务器，或者系统刚更新过。请检查网络后刷新，已保存的内容都在。' : '页面出了点问题，已保存的内容都在。请刷新；若一直这样，请联系运维人员。'}
    </Empty>
  );
}

export function NotFound() {
  return (
    <Empty icon="search" title="没有这一页" actions={<Link to="/">回到概览</Link>}>
      地址可能写错了，或者内容已经移走。
    </Empty>
  );
}
