import { isSectionId, SectionScreen } from '../../../features/draft/SectionScreen';
import { usePageParams } from '../../../platform/page';

export default function CreatorSectionPage() {
  const params = usePageParams();
  return <SectionScreen workId={params.work ?? ''} id={isSectionId(params.id) ? params.id : 'about'} at={params.at} />;
}
