import { FilmScreen } from '../../../features/film/FilmScreen';
import { usePageParams } from '../../../platform/page';

export default function CreatorFilmPage() {
  const params = usePageParams();
  return <FilmScreen workId={params.work ?? ''} atMs={params.at === undefined ? null : Number(params.at)} />;
}
